"""Blocks → text, Markdown and sanitised HTML; the cost is linear in what the blocks hold.

No form can be broken out of: what a page says is words to whoever renders it, and only addresses of
http, https, mailto and tel, and those without a scheme, are links.
"""

from cleaner.rendering.html import html
from cleaner.rendering.markdown import markdown
from cleaner.rendering.plain import text
from cleaner.rendering.titles import titled

__all__ = ["html", "markdown", "text", "titled"]
