"""Blocks as text, Markdown and HTML, each in one sweep; `rendering.render` is the way in."""
