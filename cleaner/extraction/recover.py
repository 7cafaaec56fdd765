"""Headings and items of lists that trafilatura lost between an article's lines; verse over them.

They come back where the page's structure says that they belong, each with its reason: their
parents are those of paragraphs that were extracted. What comes back is seen by every detector like
the rest, so residue among it goes again. Other lost lines are for the classifier (`regain.py`).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence, Set

from cleaner.document.block import Block
from cleaner.extraction.kernel import PARAGRAPH
from cleaner.extraction.verse import verse_under_headline
from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source
from cleaner.reading.tree_nodes import above
from cleaner.text.words import ends_sentence

FEW_SIBLINGS = 2
LIST_LEVELS = 3
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
HOLDERS = ("article", "main")
VERSE = "a line of the verse under the headline"
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def recover(blocks: Sequence[Block], source: Source) -> tuple[Block, ...]:
    """The blocks with lost verse, headings and items put back between them, in page order."""
    matched = {block.line for block in blocks if block.line >= 0}
    if len(matched) < FEW_SIBLINGS:
        return tuple(blocks)
    verse = [(n, VERSE) for n in verse_under_headline(blocks, source) if n.number not in matched]
    matched.update(line.number for line, _ in verse)
    lost = sorted((*verse, *_lost(matched, {block.key for block in blocks}, source)), key=_number)
    return _merged(blocks, lost) if lost else tuple(blocks)


def paragraphs_of(source: Source) -> tuple[Block, ...]:
    """The page's own lines from its first paragraph to its last, where trafilatura failed.

    Lines that are mostly links, or in what stands beside an article, stay out; so do menus and
    footers. A page without two paragraphs has no article.
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


def sentences_of(source: Source) -> tuple[Block, ...]:
    """All sentences of some length, wherever they stand, where all else found nothing.

    Where there are none, a page may have an article of one short sentence under its headline.
    """
    ended = [n for n in source.lines if ends_sentence(n.text)]
    lines = [n for n in ended if len(n.text) > PARAGRAPH] or _under_headline(ended)
    return _blocks_of(lines, "a line of the page, on which trafilatura found no article")


def _under_headline(lines: Sequence[Line]) -> list[Line]:
    """The paragraphs of an `<article>` or `<main>` with a headline, or right beside one."""
    seen = [line for line in lines if line.element.tag == "p" and not line.outside]
    parents = {line.element.getparent() for line in seen}
    titled = {e for e in parents if e is not None and e.find("h1") is not None}
    holders = {line.element: _holder(line.element, titled) for line in seen}
    headed = {e for e in set(holders.values()) if e is not None and any(True for _ in e.iter("h1"))}
    return [line for line in seen if holders[line.element] in headed]


def _holder(element: Element, titled: Set[Element]) -> Element | None:
    parent = element.getparent()
    return parent if parent in titled else next(element.iterancestors(*HOLDERS), None)


def _lines_of(source: Source) -> list[Line]:
    return [n for n in source.body if _may_be_article(n)]


def _blocks_of(lines: Sequence[Line], reason: str) -> tuple[Block, ...]:
    return tuple(line.block.numbered(i, reason) for i, line in enumerate(lines))


def _may_be_article(line: Line) -> bool:
    return not line.is_mostly_linked and not _is_outside(line.element, OUTSIDE - {"table"})


def _parents(matched: set[int], lines: Sequence[Line]) -> Counter[Element]:
    """The parents of extracted paragraphs, with how many each has."""
    return Counter(
        lines[n].element.getparent()
        for n in matched
        if len(lines[n].text) > PARAGRAPH and not lines[n].is_mostly_linked
    )


def _lost(matched: set[int], known: Set[str], source: Source) -> Iterator[tuple[Line, str]]:
    parents = _parents(matched, source.lines)
    for line in source.lines[min(matched) : max(matched) + 1]:
        if line.number in matched or line.outside or not line.key or line.key in known:
            continue
        if reason := _reason(line, parents):
            yield line, reason


def _reason(line: Line, parents: Counter[Element]) -> str:
    parent = line.element.getparent()
    if parent is None or _is_outside(line.element) or line.is_mostly_linked:
        return ""
    tag = str(line.element.tag)
    if tag in HEADINGS and parents[parent] >= FEW_SIBLINGS:
        return "a heading between paragraphs"
    if tag == "li" and any(parents[a] for a in above(parent, LIST_LEVELS)):
        return "an item of a list between paragraphs"
    return ""


def _is_outside(element: Element, outside: frozenset[str] = OUTSIDE) -> bool:
    above, steps = element, 0
    while above is not None and steps < 6:
        if above.tag in outside:
            return True
        above, steps = above.getparent(), steps + 1
    return False


def _number(lost: tuple[Line, str]) -> int:
    return lost[0].number


def _merged(blocks: Sequence[Block], lost: Sequence[tuple[Line, str]]) -> tuple[Block, ...]:
    merged: list[Block] = []
    waiting = deque(lost)
    for block in blocks:
        while waiting and waiting[0][0].number < block.line:
            line, reason = waiting.popleft()
            merged.append(line.block.numbered(0, reason))
        merged.append(block)
    return tuple(block.numbered(i) for i, block in enumerate(merged))
