"""Runs of like-shaped lines go whole or not at all; headings of one rank stay with their prose.

The classifier takes no code, and nothing out of tables, lists and entries that stay for the most
part (`whole_lists.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from cleaner.decision.whole_lists import of_entries, of_lists, of_tables
from cleaner.document.article import Article
from cleaner.document.finding import Finding
from cleaner.residue import kinds
from cleaner.signals.heads import MIN_HEADS, heads
from cleaner.signals.like_lines import labelled, runs
from cleaner.signals.live import live
from cleaner.signals.programme import is_clock, programmes
from cleaner.text.words import ends_sentence

TORN_WORDS = 4
"""Words of a line that may be part of a sentence."""


def of_broken_runs(article: Article, goes: Sequence[Finding]) -> set[int]:
    """Identities of findings that would take some lines of a run and leave others."""
    whole = {f.block.index for f in goes if f.is_whole}
    kept = set(_broken(article, whole)) if whole else set()
    held = {id(f) for f in goes if f.block.index in kept and not kinds()[f.kind].is_of_site}
    unnamed = [f for f in goes if kinds()[f.kind].is_unnamed]
    stays: set[int] = set()
    if any(f.block.tag == "tr" for f in unnamed):
        stays.update(of_tables(article, whole))
    if unnamed and not article.is_text:
        stays.update(of_entries(article, whole))
        stays.update(of_lists(article, whole))
    if unnamed:
        stays.update(_partly(article, whole, labelled(article.blocks)))
    stays.update(f.block.index for f in unnamed if f.block.tag == "pre")
    return held | {id(f) for f in unnamed if f.block.index in stays}


def _partly(article: Article, whole: set[int], every: Iterable[Sequence[int]]) -> Iterator[int]:
    """Indices of the lines of runs of which some would go, and some would not."""
    for run in every:
        lines = [article.blocks[at].index for at in run]
        going = whole.intersection(lines)
        if going and len(going) < len(lines):
            yield from lines


def _ends_of_sentences(article: Article, whole: set[int]) -> Iterator[int]:
    """Indices of lines of a scrape that go on with a sentence whose beginning stays, and end it."""
    open_since: list[int] = []
    for before, block in pairwise(article.blocks):
        stays = bool(open_since) or before.index not in whole
        goes_on = block.text[0].islower() and min(before.size, block.size) >= TORN_WORDS
        if not (stays and goes_on) or ends_sentence(before.text) or block.index not in whole:
            open_since = []
            continue
        open_since.append(block.index)
        if ends_sentence(block.text):
            yield from open_since


def _broken(article: Article, whole: set[int]) -> Iterator[int]:
    """Indices of lines of runs of which some go, of times of logs, of headings over what stays."""
    apart = programmes(article.blocks) if article.is_text else ()
    yield from _partly(article, whole, chain(runs(article.blocks), apart))
    yield from _ends_of_sentences(article, whole) if article.is_text else ()
    for log in live(article):
        yield from (article.blocks[at].index for at in log if is_clock(article.blocks[at]))
    for found in heads(article):
        over = [at for at in found if article.blocks[at + 1].index not in whole]
        yield from (article.blocks[at].index for at in over if len(over) >= MIN_HEADS)
