"""What a page was: an article, or which sort of page without one; and what is beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Action, Finding, Sureness
from cleaner.reading.page import Page
from cleaner.text.lexicon import scan
from cleaner.text.regex import regex
from cleaner.text.words import fold, words

FEW_WORDS = 120
"""A page with more words than this left is an article, whatever wall stands beside it."""
WALLS = ("blocked", "not-found", "consent-wall", "script-shell", "paywall")
_TITLE = regex(r"<title[^<>]*+>([^<]{1,300})", re.I)
_NOSCRIPT = regex(r"<noscript[^<>]*+>(.{1,600}?)</noscript", re.I | re.S)
_SHELL_WORDS = 25
_LISTED = 0.6
_MANY = 20


@dataclass(frozen=True)
class Outcome:
    """How a page ended: `cleaned`, `nothing-to-strip`, or `no-article` with why."""

    name: str
    why: str = ""
    detail: str = ""

    def __str__(self) -> str:
        """As `no-article: paywall`."""
        return f"{self.name}: {self.why}" if self.why else self.name

    @property
    def is_article(self) -> bool:
        """Whether there is an article to use."""
        return self.name != "no-article"


NO_TEXT = Outcome("no-article", "no-text", "no text was left that could be an article")


def outcome_of(page: Page, article: Article, kept: Sequence[Block], *, stripped: bool) -> Outcome:
    """Name the end of a page that could be read."""
    count = sum(len(b.words) for b in kept)
    wall = _wall(page, kept) if count <= FEW_WORDS else None
    if wall is not None and wall[0] != NO_TEXT.why:
        return Outcome("no-article", *wall)
    if page.kind != "text" and _is_list(page, kept):
        return Outcome("no-article", "list-page", "nearly all of its text is links")
    if wall is not None:
        return Outcome("no-article", *wall)
    if count == 0:
        return NO_TEXT
    return Outcome("cleaned" if stripped else "nothing-to-strip")


def _wall(page: Page, kept: Sequence[Block]) -> tuple[str, str] | None:
    if any(b.is_prose and len(b.words) > 30 for b in kept) and len(kept) > 2:
        return None
    shown = _shown(page)
    found = scan(fold(shown))
    hits = {s: shown[h[0].start : h[0].end] for (k, s), h in found.items() if k == "outcomes"}
    for wall in WALLS:
        if wall in hits:
            return wall, f"it says “{hits[wall].strip()}”"
    if page.kind != "text" and not any(b.is_prose for b in kept):
        return _shell(page, shown, kept)
    return None


def _shown(page: Page) -> str:
    if page.kind == "text":
        return page.text[:5000]
    title = _TITLE.search(page.text)
    silent = " ".join(_NOSCRIPT.findall(page.text))[:2000]
    return (
        f"{title[1] if title else ''}\n"
        + "\n".join(line.text for line in page.source.body[:200])
        + "\n"
        + silent
    )


def _shell(page: Page, shown: str, kept: Sequence[Block]) -> tuple[str, str] | None:
    if page.tree.find(".//frameset") is not None or "<frameset" in page.text.lower():
        return "frames", "its text is in frames of their own"
    count = len(words(shown))
    if count <= _SHELL_WORDS and "<script" in page.text.lower():
        return "script-shell", "its text is only made by scripts"
    return None if kept else ("no-text", "no text was found that could be an article")


def _is_list(page: Page, kept: Sequence[Block]) -> bool:
    """No prose was kept, and the page is mostly links."""
    if any(b.is_prose for b in kept):
        return False
    lines = page.source.lines
    total = sum(len(line.text) for line in lines)
    return len(lines) > _MANY and sum(line.linked for line in lines) > _LISTED * total


def beyond_doubt(article: Article, findings: Sequence[Finding]) -> float:
    """Share of the words whose fate is beyond doubt: `likely` counts a tenth, doubt a half."""
    total = sum(len(b.words) for b in article)
    doubt = {Action.STRIPPED: 0.1, Action.DOUBTFUL: 0.5, Action.KEPT: 0.5, Action.AGREED: 0.0}
    unsure = sum(
        doubt[f.action] * len(words(f.text)) for f in findings if f.sureness is not Sureness.CERTAIN
    )
    return max(0.0, 1 - unsure / total) if total else 0.0
