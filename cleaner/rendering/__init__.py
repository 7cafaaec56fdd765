"""Blocks as text, Markdown, HTML and XML-TEI, in one sweep each; `rendering.render` is the way."""
