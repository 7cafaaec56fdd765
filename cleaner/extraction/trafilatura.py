"""The only module that imports trafilatura: which lines of a page it takes for the article.

It is asked about a skeleton of the page (`skeleton.py`), with `fast=True` where the slow way could
not win. Its cost grows with the square of some counts: what has too many is not handed to it.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence

from trafilatura import bare_extraction

from cleaner.extraction.kernel import held, kernel_of, paragraphs_of
from cleaner.extraction.skeleton import Skeleton
from cleaner.reading.line import Line
from cleaner.reading.lines import Source

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # "discarding data" is our outcome

MAX_LINES = 10_000
MAX_SIBLINGS = 4000
MAX_LINES_SLOW = 3000
"""Lines of a page, and beside each other, up to which trafilatura is asked at all, or slowly."""
MIN_LETTERS = 300
MIN_SHARE = 0.4
MIN_SLOW_SHARE = 0.05
MAX_STRANGE = 0.5
"""Share of what trafilatura gives back that may be no line: the whole page in one paragraph."""
MIN_PROSE = 800
MIN_VERSE = 100
"""Words of lines without a link beside the paragraphs that may be article."""


def is_too_large(source: Source) -> bool:
    """Whether trafilatura would take long over a page, by what it searches again and again."""
    if not MAX_SIBLINGS < len(source.body) <= MAX_LINES:
        return len(source.body) > MAX_LINES
    beside = Counter(line.element.getparent() for line in source.body)
    within = Counter(line.element for line in source.body)
    return max((*beside.values(), *within.values())) > MAX_SIBLINGS


def vote(source: Source) -> tuple[int, ...] | None:
    """The numbers of the lines that trafilatura takes for the article; None where it fails.

    Its fast way is enough where it found a good part of the page's paragraphs. Where it found a
    small part its slow way decides, which measures against the whole page. Where it found nothing,
    next to nothing, or all of the page in one paragraph, its last resort, it has failed.
    """
    lines = focused(source)
    found, failed = _asked(source, lines, fast=True)
    if failed:
        return None
    prose = sum(len(n.text) - n.linked for n in source.body if n.is_paragraph)
    size = _letters(source, found)
    if size > MIN_LETTERS and size >= MIN_SHARE * prose:
        return found
    slow = slow_vote(source)
    return slow if _letters(source, slow) > max(MIN_LETTERS, MIN_SLOW_SHARE * prose) else None


def slow_vote(source: Source) -> tuple[int, ...]:
    """The same by trafilatura's slow way, which tries everything; none where it fails."""
    if len(source.body) > MAX_LINES_SLOW:
        return ()
    return _asked(source, source.body, fast=False)[0]


def _letters(source: Source, numbers: Sequence[int]) -> int:
    return sum(len(source.lines[n].text) for n in numbers)


def _asked(source: Source, lines: Sequence[Line], *, fast: bool) -> tuple[tuple[int, ...], bool]:
    """What trafilatura finds among some lines, and whether it failed."""
    skeleton = Skeleton(source, lines)
    document = bare_extraction(
        skeleton.tree,
        fast=fast,
        include_comments=False,
        output_format="html",  # "python" would render a text that nobody reads
    )
    body = None if document is None else document.body  # type: ignore[union-attr]  # as_dict is off
    if body is None:
        return (), True
    found, strange = skeleton.lines_of(body)
    return tuple(found), strange > MAX_STRANGE * (strange + _letters(source, found))


def focused(source: Source) -> list[Line]:
    """The lines less branches beside the deepest element that holds nearly all the paragraphs.

    An article begins once and ends once. What stands before that element goes where no paragraph
    is in it; what stands after it, where no paragraph in it is made like those inside. First-rank
    headings stay.
    """
    lines = paragraphs_of(source)
    total = sum(len(n.text) for n in lines)
    if total < MIN_PROSE:
        return list(source.body)
    holds, makes = held(lines)
    kernel = kernel_of(holds, total)
    gone: set[int] = set()
    for element in () if kernel is None else (kernel, *kernel.iterancestors()):
        if element.tag in ("body", "html") or element.getparent() is None:
            break
        before = [e for e in element.itersiblings(preceding=True) if not holds[e]]
        after = [e for e in element.itersiblings() if makes[e].isdisjoint(makes[kernel])]
        for going in before + after:
            if _may_go(source.lines[slice(*source.reach(going))]):
                gone.update(range(*source.reach(going)))
    return [line for line in source.body if line.number not in gone]


def _may_go(lines: Sequence[Line]) -> bool:
    """Whether a branch has no title, and not so much text that it may be verse or a recipe."""
    words = sum(n.block.size for n in lines if not n.linked and not n.outside)
    return words < MIN_VERSE and all(n.element.tag != "h1" for n in lines)
