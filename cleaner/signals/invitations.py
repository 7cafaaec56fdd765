"""Invitations to follow by their links: to channels, to the choice of preferred sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.signals.regions import in_tail
from cleaner.text.regex import regex
from cleaner.text.words import ends_sentence, has_sentence

MAX_WORDS = 40
BUTTON_WORDS = 4
LINE_WORDS = 24
FEW_WORDS = 3
LINKED = 0.3
_SURE = regex(
    r"//(?:www\.|news\.|chat\.)?(?:google\.[a-z.]+/preferences|google\.[a-z.]+/publications|"
    r"whatsapp\.com/(?:channel/|[A-Za-z0-9]{18,}))",
    re.I,
)
_CHANNEL = regex(
    r"//(?:www\.)?(?:(?:t|telegram)\.me/(?:joinchat/)?[\w+]+|threads\.(?:net|com)/@?[\w.]+|"
    r"bsky\.app/profile/[\w.:-]+|(?:facebook|instagram|twitter|x|youtube|tiktok)\.com/@?[\w.-]+|"
    r"linkedin\.com/company/[\w-]+)/?(?:\?[^/]*)?$",
    re.I,
)
"""Whose page it is and no more: a link to a single post has a longer path."""
_SERVICE = regex("google|whatsapp|telegram|threads|bluesky", re.I)


def invitations(article: Article) -> Iterator[Block]:
    """Lines whose links say that they invite to follow, and what stands over such a button."""
    for position, block in enumerate(article):
        hrefs = [m.href.strip() for m in block.marks if m.tag == "a"]
        if not hrefs or block.size > MAX_WORDS or block.tag in ("tr", "pre"):
            continue
        if any(map(_SURE.search, hrefs)) and _is_line(block):
            yield block
            yield from _over_button(article, position)
        elif len(hosts := {_host(h) for h in hrefs if _CHANNEL.search(h)}) and _is_own(
            article, position, len(hosts), len(hrefs)
        ):
            yield block


def _host(href: str) -> str:
    return href.split("//", 1)[-1].split("/", 1)[0].lower()


def _is_line(block: Block) -> bool:
    """A line of its own rather than a sentence of the article with a link in it."""
    return not block.is_prose or block.link_share > LINKED or _is_emphasised(block)


def _is_emphasised(block: Block) -> bool:
    size = sum(m.end - m.start for m in block.marks if m.tag in ("em", "strong"))
    return size > 0.9 * len(block.text)


def _is_own(article: Article, position: int, hosts: int, links: int) -> bool:
    """Whether channels are those of the publisher: several in a line, or a line that is a link."""
    block = article.blocks[position]
    if block.size > LINE_WORDS or has_sentence(block.text) or hosts < min(links, 2):
        return False
    if hosts > 1:
        return in_tail(article, position) and not block.is_prose
    wordy = block.size > FEW_WORDS and block.link_share > 2 * LINKED
    return wordy and not ends_sentence(block.text) and in_tail(article, position)


def _over_button(article: Article, position: int) -> Iterator[Block]:
    """The sentence over a button: it names the service."""
    block, over = article.blocks[position], article.near(position - 1)
    if over is None or block.size > BUTTON_WORDS or over.size > LINE_WORDS:
        return
    if not has_sentence(over.text) and _SERVICE.search(over.text) and not over.marks:
        yield over
