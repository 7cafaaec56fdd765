"""Links that stay on the page's own site."""

from __future__ import annotations

import re

from cleaner.document.article import Article
from cleaner.document.block import Block


def links_inside(article: Article, block: Block) -> bool:
    """Whether the first link of a block stays on the page's own site."""
    return stays(article, next((m.href for m in block.marks if m.tag == "a"), ""))


def stays(article: Article, address: str) -> bool:
    """Whether an address is one of the page's own site."""
    href = address.strip().lower()
    host = re.sub(r"^(?:https?:)?//(?:www\.)?([^/:?#]*).*$", r"\1", href)
    return bool(href) and (host == href or (bool(article.host) and host == article.host))
