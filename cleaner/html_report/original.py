"""The page as it came, sanitised, with what was found marked where it stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.extraction.whereabouts import Lines, whereabouts
from cleaner.html_report.marks import Stretch, mark, seen
from cleaner.html_report.palette import look_of
from cleaner.html_report.pieces import Numbered, Piece, pieces_of
from cleaner.html_report.sanitise import LABEL, MARK, TITLE, sanitised, seal_of
from cleaner.reading.line_reader import Element, Line
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
    fresh = replace(page)  # its trees are not shared: this one will be marked
    source, host = Source(_tree(fresh)), host_of(fresh)
    lines = whereabouts(blocks, fresh, source)
    pairs = ((b, lines.get(b.index, ())) for b in blocks if b.index in found)
    spots = _apart(spot for b, here in pairs for spot in _spots(b, here, found[b.index]))
    seal = seal_of(page.text)
    mark(source, [Stretch(s.line, s.start, s.end, _attributes(s.piece, seal)) for s in spots])
    marked = frozenset(n.number for s in spots for n in s.piece.over)
    return Original(sanitised(source.tree, seal), marked, host)


def _tree(page: Page) -> Element:
    """The tree of a page; of a text, a paragraph for each of its lines."""
    return page.tree if page.kind != "text" else tree_of_lines(page.text.splitlines())


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


def _spots(block: Block, lines: Lines, found: Sequence[Numbered]) -> Iterator[_Spot]:
    """Where the pieces of a block stand, told by its letters and digits."""
    if not block.key:
        yield from _signs(block, lines, found)
        return
    letters = [(line, at) for line in lines for at in _letters(line.text)]
    first = _first_letter(block, lines, letters)
    for piece in (p for p in pieces_of(block.text, found) if p.over):
        whole = (piece.start, piece.end) == (0, len(block.text))
        if first is None or (whole and not first and len(letters) == len(_letters(block.text))):
            yield from (_Spot(line, 0, seen(line.text), piece) for line in lines)
            continue
        start, end = (first + len(_letters(block.text[:at])) for at in (piece.start, piece.end))
        yield from _on_lines(letters[start:end], piece)


def _signs(block: Block, lines: Lines, found: Sequence[Numbered]) -> Iterator[_Spot]:
    """A block without letters or digits, such as a dash, in its line."""
    for line in lines[:1]:
        start = seen(line.text[: max(0, line.text.find(block.text))])
        yield _Spot(line, start, start + seen(block.text), pieces_of(block.text, found)[0])


def _letters(text: str) -> list[int]:
    """Positions of the letters and digits among the visible characters."""
    visible = INVISIBLE.sub("", "".join(text.split()))
    return [i for i, c in enumerate(visible) if c.isalnum()]


def _first_letter(block: Block, lines: Lines, letters: Sequence[tuple[Line, int]]) -> int | None:
    """The letter of its lines at which a block begins; None where letters cannot be counted."""
    key = "".join(line.key for line in lines)
    if len(key) != len(letters) or len(block.key) != len(_letters(block.text)):
        return None
    return max(0, key.find(block.key))


def _on_lines(letters: Sequence[tuple[Line, int]], piece: Piece) -> Iterator[_Spot]:
    held: dict[int, list[tuple[Line, int]]] = {}
    for line, at in letters:
        held.setdefault(line.number, []).append((line, at))
    for some in held.values():
        line, (start, end) = some[0][0], (some[0][1], some[-1][1] + 1)
        every = _letters(line.text)
        yield _Spot(
            line,
            0 if start == every[0] else start,
            next((at for at in every if at >= end), seen(line.text)),
            piece,
        )


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
