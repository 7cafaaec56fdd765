"""The page as it came, sanitised, with what was found marked where it stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.html_report.marks import Stretch, mark, seen
from cleaner.html_report.palette import look_of
from cleaner.html_report.pieces import Numbered, Piece, pieces_of
from cleaner.html_report.sanitise import LABEL, MARK, TITLE, sanitised, seal_of
from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source
from cleaner.reading.page import Page, host_of
from cleaner.reading.salvage import tree_of_lines
from cleaner.result import Cleaned
from cleaner.text.words import INVISIBLE


@dataclass(frozen=True)
class Original:
    """A page's sanitised HTML, the numbers of the findings that are marked in it, its host."""

    html: str = ""
    marked: frozenset[int] = frozenset()
    host: str = ""
    problem: str = ""
    """An internal error, by name, for which there is nothing to show."""


NOTHING = Original()


def original_of(cleaned: Cleaned, found: Mapping[int, Sequence[Numbered]]) -> Original:
    """Mark what was found in each block; found: by block index."""
    page = cleaned.page
    if page is None or page.problem:
        return NOTHING
    try:
        return _original(page, cleaned.whole_blocks, found)
    except Exception as error:  # a fault of ours must not cost the report, nor the other pages
        return Original(problem=f"{type(error).__name__}: {error}")


def _original(
    page: Page, blocks: Sequence[Block], found: Mapping[int, Sequence[Numbered]]
) -> Original:
    fresh = replace(page)  # its tree is not shared: this one will be marked
    source, host = Source(_tree(fresh, blocks)), host_of(fresh)
    numbers = {b.index: i for i, b in enumerate(blocks)} if page.kind == "text" else {}
    pairs = ((b, numbers.get(b.index, b.line)) for b in blocks if b.index in found)
    tied = ((b, source.lines[n]) for b, n in pairs if 0 <= n < len(source.lines))
    spots = _apart(spot for b, line in tied for spot in _spots(b, line, found[b.index]))
    seal = seal_of(page.text)
    mark(source, [Stretch(s.line, s.start, s.end, _attributes(s.piece, seal)) for s in spots])
    marked = frozenset(n.number for s in spots for n in s.piece.over)
    return Original(sanitised(source.tree, seal), marked, host)


def _tree(page: Page, blocks: Sequence[Block]) -> Element:
    """The tree of a page; of a text, a paragraph for each of its blocks."""
    return page.tree if page.kind != "text" else tree_of_lines(block.text for block in blocks)


@dataclass(frozen=True)
class _Spot:
    """A piece of a block, on one of the page's lines, in visible characters."""

    line: Line
    start: int
    end: int
    piece: Piece

    def touches(self, other: _Spot) -> bool:
        """Whether the two, on one line, share a character."""
        return self.start < other.end and other.start < self.end

    def joined(self, other: _Spot) -> _Spot:
        """One spot over both."""
        over = tuple(dict.fromkeys((*self.piece.over, *other.piece.over)))
        start, end = min(self.start, other.start), max(self.end, other.end)
        return _Spot(self.line, start, end, replace(self.piece, over=over))


def _spots(block: Block, line: Line, found: Sequence[Numbered]) -> Iterator[_Spot]:
    """Where the pieces of a block stand on its line."""
    for piece in (p for p in pieces_of(block.text, found) if p.over):
        start, end = seen(block.text[: piece.start]), seen(block.text[: piece.end])
        yield _Spot(line, start, end, piece)


def _apart(spots: Iterable[_Spot]) -> list[_Spot]:
    """The spots, those on one line that share characters joined."""
    by_line: dict[int, list[_Spot]] = {}
    for spot in spots:
        here = by_line.setdefault(spot.line.number, [])
        for other in [o for o in here if o.touches(spot)]:
            here.remove(other)
            spot = other.joined(spot)
        here.append(spot)
    return [spot for here in by_line.values() for spot in here]


def _attributes(piece: Piece, seal: str) -> dict[str, str]:
    first = piece.over[0].finding
    numbers = " ".join(str(n.number) for n in piece.over)
    told = "; ".join(f"{f.kind}, {f.sureness}, {f.action}: {f.because}" for f in _findings(piece))
    return {
        MARK: f"{seal}{numbers} {look_of(first.kind).classes} {first.action}",
        LABEL: f"{seal}{first.kind}" + (f" ({first.action})" if first.action != "stripped" else ""),
        TITLE: f"{seal}{INVISIBLE.sub('', told)}",
    }


def _findings(piece: Piece) -> Iterator[Finding]:
    return (n.finding for n in piece.over)
