"""Small widgets: the weather of a place, the time until an event, what a template left.

They are told by form: a temperature alone in a line with wind or moisture near it; numbers with
two digits each, as a clock has them, over their units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.signals.like_lines import MAX_LINES
from cleaner.signals.template_rests import template_rests
from cleaner.text.patterns import has_date
from cleaner.text.regex import regex
from cleaner.text.words import ends_sentence

MAX_WORDS, REACH = 5, 5
MIN_PARTS = 3
_HEAT = regex(r"[−–-]?\d{1,3}(?:[.,]\d)?\s?°\s?[CFcf]?")
_AIR = regex(r"\d\s?(?:km/h|mph|m/s|kph|kt|hPa|mbar|км/ч|м/с|км/год|%)(?!\w)")
_DEGREES = regex(r"\d\s?°")
_PART = regex(r"(\d{1,3})\s?([^\W\d_]{1,14})\.?")
_LIMITS = (60, 60, 24, 1000)
"""What the parts of a time stay under, from the last one."""


def widgets(article: Article) -> Iterator[tuple[Block, str]]:
    """The lines of such widgets, each with what it is."""
    yield from ((b, f"“{b.text}”, left by a template") for b in template_rests(article))
    if len(article.blocks) > MAX_LINES:
        return
    yield from ((block, "the weather in a widget") for block in _weather(article))
    yield from ((block, "the time until an event") for block in _countdowns(article))


def _weather(article: Article) -> Iterator[Block]:
    """Lines from a temperature to the wind; none where the article has degrees itself."""
    heats = [at for at, block in article.short_blocks if _is_heat(block)]
    if not heats or any(_DEGREES.search(article.blocks[at].text) for at in article.prose):
        return
    for at in heats:
        run = _run(article, at)
        last = max((i for i, block in enumerate(run) if _AIR.search(block.text)), default=0)
        yield from run[: last + 1] if last else ()


def _is_heat(block: Block) -> bool:
    return _is_line(block) and _HEAT.fullmatch(block.text) is not None


def _run(article: Article, at: int) -> Sequence[Block]:
    """The short lines that follow one without a gap."""
    blocks = article.blocks[at : at + REACH]
    until = next((i for i, block in enumerate(blocks) if not _is_line(block)), len(blocks))
    return blocks[:until]


def _is_line(block: Block) -> bool:
    is_line = block.tag in ("p", "li") and block.size <= MAX_WORDS
    return is_line and not ends_sentence(block.text)


def _countdowns(article: Article) -> Iterator[Block]:
    """Runs of three or four numbers with their units, of which one is written as on a clock."""
    run: list[Block] = []
    for block in (*article, None):
        if block is not None and _is_line(block) and _PART.fullmatch(block.text):
            run.append(block)
            continue
        if _counts_down(run):
            yield from run
        run = []


def _counts_down(run: Sequence[Block]) -> bool:
    if not MIN_PARTS <= len(run) <= len(_LIMITS) or any(has_date(b.plain) for b in run):
        return False
    parts = [found.groups() for block in run if (found := _PART.fullmatch(block.text))]
    fits = all(int(n) < most for (n, _), most in zip(reversed(parts), _LIMITS, strict=False))
    padded = sum(len(number) == 2 and number[0] == "0" for number, _ in parts)
    as_a_clock = padded > len(_LIMITS) - len(parts)  # the fewer parts, the more of them
    return fits and as_a_clock and len({unit.lower() for _, unit in parts}) == len(parts)
