"""Lines of menus: labels that the lexicon knows, one to a line or all in one, and breadcrumbs."""

from __future__ import annotations

from functools import cache

from cleaner.document.block import Block
from cleaner.signals.phrases import lexicon
from cleaner.text.lexicon import wordings
from cleaner.text.regex import regex
from cleaner.text.sentences import goes_on

LABELS = lexicon("navigation", "label")
STATEMENTS = lexicon("navigation", "statement")
CRUMBS = (" > ", " › ", " » ", " / ")
MAX_LINE_WORDS, MAX_STRIP_WORDS, MAX_STATED_WORDS = 12, 40, 20
MAX_CRUMB_LETTERS = 300
_NO_CRUMB = regex(r"^[^/>›»]*[:：]|[(\[].*[/>›»]|[$€£¥]\s?\d|[.!。]$")


def may_be_menu(block: Block) -> bool:
    """Cheap test before the dear ones: crumbs, or a first word that opens a menu label."""
    return block.size >= 3 and (
        any(c in block.text for c in CRUMBS)
        or block.plain.split(" ", 1)[0].strip("|·•") in _first_words()
    )


@cache
def _first_words() -> frozenset[str]:
    return frozenset(label.split(" ", 1)[0] for label in _labels())


def is_menu(block: Block) -> bool:
    """Whether a line is labels of a menu, crumbs, or says what only menus say."""
    if block.is_heading or block.is_prose or block.tag in ("tr", "pre"):
        return False
    return bool(LABELS.find(block) or _are_crumbs(block) or _is_strip(block) or _states(block))


def _states(block: Block) -> bool:
    """Whether a short line says what only menus say, and does not go on from there."""
    hit = STATEMENTS.find(block) if block.size <= MAX_STATED_WORDS else None
    return hit is not None and not goes_on(block.text, hit.end)


def _are_crumbs(block: Block) -> bool:
    """Names between signs; alternatives in brackets or after a colon, and prices, are none."""
    if block.size > MAX_LINE_WORDS or len(block.text) > MAX_CRUMB_LETTERS:
        return False
    several = any(block.text.count(c) > 1 for c in CRUMBS)
    return several and not _NO_CRUMB.search(block.text)


def _is_strip(block: Block) -> bool:
    """A menu in one line: three labels or more, and no other word."""
    parts, found, at = block.plain.split(), 0, 0
    if not 3 <= len(parts) <= MAX_STRIP_WORDS:
        return False
    while at < len(parts):
        sizes = (
            n for n in (4, 3, 2, 1) if " ".join(parts[at : at + n]).strip("|·•-/») ") in _labels()
        )
        size = next(sizes, 0)
        if not size:
            return False
        found, at = found + 1, at + size
    return found >= 3


@cache
def _labels() -> frozenset[str]:
    return wordings("navigation", "label") | {""}
