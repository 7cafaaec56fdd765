"""Lines that trafilatura lost between the article's own: brought back, each with its reason.

A line comes back only where the page's structure says that it belongs: its element has the same
parent as paragraphs that were extracted, it stands between them or right before the first, and
it is prose, a list item or a heading over what is kept. What comes back is seen by every detector
like the rest, so residue among it goes again.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import islice

from cleaner.document.block import Block
from cleaner.extraction.candidates import block_of
from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source

MIN_WORDS = 8
GLUED = 200_000
"""Letters of blocks without a line in which lines are looked for, each anew."""
FEW_SIBLINGS = 2
LIST_LEVELS = 3
PARAGRAPH = 60
LEAD_LINES = 25
LEAD_WORDS = 20
LEAD_LEVELS = 2
OUTSIDE = frozenset(
    {
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "figure",
        "figcaption",
        "header",
        "table",
        "dialog",
    }
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def recover(blocks: Sequence[Block], source: Source) -> tuple[Block, ...]:
    """The blocks with lost lines of the page put back between them, in page order."""
    if len(blocks) < FEW_SIBLINGS:
        return tuple(blocks)
    at = [None if block.line < 0 else block.line for block in blocks]
    matched = {n for n in at if n is not None}
    if len(matched) < FEW_SIBLINGS:
        return tuple(blocks)
    lost = list(_lost(blocks, at, matched, source))
    return _merged(blocks, at, lost) if lost else tuple(blocks)


def paragraphs_of(source: Source) -> tuple[Block, ...]:
    """The page's own lines from its first paragraph to its last, where trafilatura failed.

    Lines that are mostly links, or in what stands beside an article, stay out; so does what was
    dropped from the tree. A page without two paragraphs has no article.
    """
    lines = _lines_of(source)
    paragraphs = [i for i, n in enumerate(lines) if n.is_paragraph and len(n.text) > PARAGRAPH]
    if len(paragraphs) < FEW_SIBLINGS:
        return ()
    reason = "a line of the page, on which trafilatura found no article"
    return _blocks_of(lines[paragraphs[0] : paragraphs[-1] + 1], reason)


def lines_of(source: Source) -> tuple[Block, ...]:
    """The page's own paragraphs; all its lines but links where it has none; else all its lines.

    For pages that are too large for trafilatura: no text is lost for the size of its page.
    """
    reason = "a line of the page, which is too large for trafilatura"
    every = _lines_of(source) or source.body
    return paragraphs_of(source) or _blocks_of(every, reason)


def _lines_of(source: Source) -> list[Line]:
    return [n for n in source.body if _may_be_article(n)]


def _blocks_of(lines: Sequence[Line], reason: str) -> tuple[Block, ...]:
    return tuple(block_of(line, reason).numbered(i) for i, line in enumerate(lines))


def _may_be_article(line: Line) -> bool:
    return 2 * line.linked <= len(line.text) and not _is_outside(line.element, OUTSIDE - {"table"})


def _parents(matched: set[int], lines: Sequence[Line]) -> Counter[Element]:
    """The parents of extracted paragraphs, with how many each has."""
    return Counter(
        lines[n].element.getparent()
        for n in matched
        if len(lines[n].text) > 60 and not lines[n].linked * 2 > len(lines[n].text)
    )


def _lost(
    blocks: Sequence[Block], at: Sequence[int | None], matched: set[int], source: Source
) -> Iterator[tuple[Line, str]]:
    parents = _parents(matched, source.lines)
    hosts = {source.lines[n].element for n in matched if len(source.lines[n].text) > 60}
    known = {b.key for b in blocks}
    first, last = min(matched), max(matched)
    glued = "".join(b.key for b, n in zip(blocks, at, strict=True) if n is None)[:GLUED]
    title = _title_line(source, first)
    for line in source.lines[max(0, min(first - 3, title)) : last + 1]:
        if line.number in matched or line.outside:
            continue
        reason = _reason(line, parents, hosts, before=line.number < first)
        if not reason and title < line.number < first:
            reason = _lead_reason(line, source.lines[first])
        if reason and line.key and line.key not in known and line.key not in glued:
            yield line, reason


def _reason(  # noqa: PLR0911  # one reason a return
    line: Line, parents: Counter[Element], hosts: set[Element], *, before: bool
) -> str:
    element = line.element
    parent = element.getparent()
    if parent is None or _is_outside(element) or 2 * line.linked > len(line.text):
        return ""
    tag = str(element.tag)
    block = Block(0, line.text)
    if element in hosts and block.is_prose:
        return "text of an element that was extracted in part"
    if parents[parent] >= FEW_SIBLINGS and tag in ("p", "div", "blockquote", "pre"):
        return "a paragraph among its siblings" if block.is_prose else ""
    if before:
        return ""
    if parents[parent] >= FEW_SIBLINGS and tag in _HEADINGS:
        return "a heading between paragraphs"
    if tag == "li" and any(parents[a] for a in _above(parent, LIST_LEVELS)):
        return "an item of a list between paragraphs"
    return ""


def _title_line(source: Source, first: int) -> int:
    """The number of the `<h1>` line next above the first extracted one; its own where none is."""
    numbers = range(first, max(-1, first - LEAD_LINES), -1)
    return next((n for n in numbers if source.lines[n].element.tag == "h1"), first)


def _lead_reason(line: Line, first: Line) -> str:
    near = _above(first.element, LEAD_LEVELS)
    if not any(above in near for above in _above(line.element, LEAD_LEVELS)):
        return ""
    if 4 * line.linked > len(line.text) or _is_outside(line.element, OUTSIDE - {"header"}):
        return ""
    block = Block(0, line.text)
    return (
        "a paragraph between the title and the first"
        if block.is_prose and block.size >= LEAD_WORDS
        else ""
    )


def _above(element: Element, levels: int) -> list[Element]:
    return list(islice(element.iterancestors(), levels))


def _is_outside(element: Element, outside: frozenset[str] = OUTSIDE) -> bool:
    above, steps = element, 0
    while above is not None and steps < 6:
        if above.tag in outside:
            return True
        above, steps = above.getparent(), steps + 1
    return False


def _merged(
    blocks: Sequence[Block], at: Sequence[int | None], lost: Sequence[tuple[Line, str]]
) -> tuple[Block, ...]:
    merged: list[Block] = []
    waiting = deque(lost)
    for block, number in zip(blocks, at, strict=True):
        while number is not None and waiting and waiting[0][0].number < number:
            merged.append(block_of(*waiting.popleft()))
        merged.append(block)
    merged += [block_of(*pair) for pair in waiting]
    return tuple(block.numbered(i) for i, block in enumerate(merged))
