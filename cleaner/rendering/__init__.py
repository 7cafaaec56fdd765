"""Blocks written as text, Markdown and HTML, each in one sweep; `cleaner.render` is the way in."""
