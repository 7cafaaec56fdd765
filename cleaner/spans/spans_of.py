"""The span of each kept block, verified by reading it again, and what the source was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Protocol

from cleaner.document.block import Block
from cleaner.document.cut import kept_gaps
from cleaner.document.finding import Action, Finding
from cleaner.document.span import Span, Spans
from cleaner.reading.bounds import few_attributes
from cleaner.reading.mojibake import read_once
from cleaner.reading.page import Page
from cleaner.spans.in_markup import InMarkup
from cleaner.spans.in_text import InText
from cleaner.spans.source import encoding_of, sha256_of, source_of
from cleaner.spans.unseen import Unseen

_TREE = "a tree came in, which has no source"
_ELSEWHERE = "the source does not say this in one piece"
_BOUNDED = "its markup is too deep or too wide to be read again"
_MENDED = "the source was decoded twice, and its letters are mended here"
_HOLE = "parts of it were stripped: the span holds them, too"
_MARK = "\ufeff"
_CARRIED = (Action.STRIPPED, Action.AGREED)


class _Finder(Protocol):
    def find(self, whole: Block, start: int, end: int) -> tuple[int, int] | None:
        """Where `whole.text[start:end]` stands in the source."""


def spans_of(page: Page | None, kept: Sequence[Block], findings: Sequence[Finding]) -> Spans:
    """Where the kept blocks of a page stand. findings: all that was found."""
    data = page.original if page else None
    return Spans(
        sha256=None if data is None else sha256_of(data),
        of="tree" if data is None else type(data).__name__,
        encoding=encoding_of(page) if page else None,
        version=str(import_module("cleaner").__version__),  # the package itself imports results
        blocks=tuple(_spans(page, kept, findings)) if page else (),
    )


def _spans(page: Page, kept: Sequence[Block], findings: Iterable[Finding]) -> Iterator[Span]:
    gone: dict[int, list[Finding]] = defaultdict(list)
    for f in findings:
        gone[f.block.index].append(f)
    wholes = {b.index: b for b in kept} | {i: some[0].block for i, some in gone.items()}
    finder, why_not = _finder(page, [wholes[index] for index in sorted(wholes)])
    unseen = Unseen(page)
    for block in kept:
        whole, taken = wholes[block.index], gone.get(block.index, ())
        gaps = kept_gaps(len(whole.text), [f.span for f in taken if f.action in _CARRIED])
        is_known = "".join(whole.text[slice(*gap)] for gap in gaps) == block.text
        found = _found(finder, whole, gaps) if finder and is_known else None
        xpath = _xpath(page, whole)
        if found is None:
            at = "" if unseen.is_made else xpath
            yield Span(block.index, block.text, xpath=at, note=unseen.where or why_not)
        else:
            notes = (unseen.around(found[0]), _HOLE if len(gaps) > 1 else "")
            yield Span(block.index, block.text, *found, xpath, "; ".join(filter(None, notes)))


def _found(
    finder: _Finder, whole: Block, gaps: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    try:
        return finder.find(whole, gaps[0][0], gaps[-1][1])
    except Exception:  # a fault of a parser must not cost the result
        return None


def _finder(page: Page, wholes: Sequence[Block]) -> tuple[_Finder | None, str]:
    """What finds blocks in a source, and why it may not find one; None where nothing does."""
    if (source := source_of(page)) is None:
        return None, _TREE
    mended = read_once(source.removeprefix(_MARK))
    why_not = _ELSEWHERE if mended == source.removeprefix(_MARK) else _MENDED
    if page.kind == "text":
        return InText(source, wholes), why_not
    if few_attributes(mended) != page.text:
        return None, _BOUNDED
    try:
        return InMarkup(page, source), why_not
    except Exception as error:  # a fault of a parser must not cost the result
        return None, f"internal fault: {type(error).__name__}: {error}"


def _xpath(page: Page, whole: Block) -> str:
    """Of the element around a block."""
    if page.kind == "text" or whole.line < 0:
        return ""
    return page.source.places.xpath(page.source.lines[whole.line].element)
