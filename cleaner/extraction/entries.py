"""Lines that belong together by how they are made: over entries, in tables, in lists by breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from cleaner.document.block import Block
from cleaner.extraction.numbered import numbered
from cleaner.extraction.sequence import BlockSequence, Candidate
from cleaner.reading.line import Element, Line
from cleaner.reading.tree_nodes import above
from cleaner.text.patterns import is_stamp
from cleaner.text.sentences import QUESTION_MARKS

ENTRIES = 3
"""Like lines that show entries."""
TIME = 24
"""Letters of the time of an entry."""
LEVELS = 4
"""Steps up from a question to the element that holds its answer, too."""
MEAN, LEAST = 0.4, 0.08
"""Mean score of the lines under questions from which they are article, and the least of one."""
LIKELY = 0.3
"""Score from which a line beyond the borders of the article is article under a name of it."""
LINKED = 0.5
LISTED, SHORT = 4, 12
"""Lines of a list, and words of one."""
MEAN_OF_LIST = 0.33
_HANDLES = frozenset(["dt", "summary", "button", "label"])
Path = tuple[tuple[str, str | None], ...]
"""Tag and class of an element and of all above it."""
Made = tuple[Element, tuple[str, ...]]
"""The element around some entries, and the tags from a question up to its entry."""


def times(sequence: BlockSequence) -> Iterator[int]:
    """The times of entries, each over what was extracted of its entry."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    short = [i for i, block in enumerate(sequence.blocks[:-1]) if len(block.text) <= TIME]
    for i in short if len(short) >= ENTRIES else ():
        line = sequence.candidates[i].line
        is_over = sequence.candidates[i + 1].extracted
        if line is not None and is_over and _is_time(line.block):
            alike[line.element.tag, line.element.get("class") or ""].append(i)
    for found in alike.values():
        yield from found if len(found) >= ENTRIES else ()


def questions(sequence: BlockSequence, scores: Sequence[float]) -> Iterator[int]:
    """Questions and names of entries that are made alike, and the first line under each."""
    alike: dict[Made, list[tuple[int, Element]]] = defaultdict(list)
    for i, block in enumerate(sequence.blocks[:-1]):
        may_be = block.link_share <= LINKED and _may_be_question(block, sequence.candidates[i].line)
        if may_be and (found := _made(sequence, i)) is not None:
            entry, made = found
            alike[made].append((i, entry))
    for group in alike.values():
        asked = [i for i, _ in group]
        several = {sequence.blocks[i].key for i in asked}
        if ENTRIES <= len(group) == len(several) and _are_answered(sequence, scores, group):
            yield from (at for i in asked if scores[i + 1] > LEAST for at in (i, i + 1))


def _are_answered(
    sequence: BlockSequence, scores: Sequence[float], found: Sequence[tuple[int, Element]]
) -> bool:
    """Whether what stands under some lines is article, and each is of an entry or a question."""
    mean = sum(scores[i + 1] for i, _ in found) / len(found)
    apart = len({entry for _, entry in found}) == len(found)
    asked = all(sequence.blocks[i].text.endswith(QUESTION_MARKS) for i, _ in found)
    return mean > MEAN and (apart or asked)


def broken_lists(sequence: BlockSequence, scores: Sequence[float]) -> Iterator[int]:
    """Short lines that breaks part within one element, which read well enough together."""
    at = 0
    for element, run in groupby(sequence.candidates, key=lambda one: one.line and one.line.element):
        count = sum(1 for _ in run)
        lines = range(at, at + count)
        at += count
        if element is None or count < LISTED:
            continue
        short = all(sequence.blocks[i].size <= SHORT for i in lines)
        free = all(sequence.blocks[i].link_share <= LINKED for i in lines)
        if short and free and sum(scores[i] for i in lines) > MEAN_OF_LIST * count:
            yield from lines


def _rows(sequence: BlockSequence, stays: Callable[[int], bool]) -> Iterator[int]:
    """The rows of tables of which half or more stay: without their heads the others mislead."""
    tables: dict[int, list[int]] = defaultdict(list)
    for i, block in enumerate(sequence.blocks):
        if block.tag == "tr":
            tables[block.layout.group].append(i)
    for each in tables.values():
        yield from each if 2 * sum(map(stays, each)) >= len(each) else ()


def alike(
    sequence: BlockSequence, scores: Sequence[float], within: range, stays: Callable[[int], bool]
) -> Iterator[int]:
    """Rows, names of entries and lines under them of which enough stay; heads of lists.

    within: what stands between the borders of the article.
    """
    yield from _rows(sequence, stays)
    yield from _named(sequence, scores, within, stays)
    yield from numbered(sequence, stays)
    yield from (i for i in within if scores[i] > LEAST and _is_over_list(sequence, i, stays))


def _is_over_list(sequence: BlockSequence, i: int, stays: Callable[[int], bool]) -> bool:
    """Whether it is a heading right over a list of which one item stays, and no list of links."""
    if not sequence.blocks[i].is_heading:
        return False
    under = takewhile(lambda k: sequence.blocks[k].tag == "li", range(i + 1, len(sequence)))
    items = list(under)
    linked = sum(sequence.blocks[k].link_share > LINKED for k in items)
    return 2 * linked <= len(items) and any(map(stays, items))


def _named(
    sequence: BlockSequence, scores: Sequence[float], within: range, stays: Callable[[int], bool]
) -> Iterator[int]:
    """Headings made as others are, and the lines right under them that are made as others are."""
    candidates = sequence.candidates
    over = [i for i in within if _names(candidates[i]) and i + 1 < len(candidates)]
    if all(stays(i) and stays(i + 1) for i in over):
        return
    lines = {i: path(candidates[i].line) for at in over for i in (at, at + 1)}
    stay = {i for i in over if stays(i)}
    stay.update(_of_half(over, lambda i: lines[i], stays))
    yield from (i for i in stay if scores[i] > LEAST)
    under = _of_half(stay, lambda i: (lines[i], lines[i + 1]), lambda i: stays(i + 1))
    yield from (i + 1 for i in under if scores[i + 1] > (LEAST if i + 1 in within else LIKELY))


def _of_half(
    every: Iterable[int], made: Callable[[int], object], stays: Callable[[int], bool]
) -> Iterator[int]:
    """Of several lines those that are made as others are of which half or more stay."""
    alike: dict[object, list[int]] = defaultdict(list)
    for i in every:
        alike[made(i)].append(i)
    for group in alike.values():
        if len(group) >= ENTRIES and 2 * sum(map(stays, group)) >= len(group):
            yield from group


def _names(candidate: Candidate) -> bool:
    block = candidate.block
    is_question = block.text.endswith(QUESTION_MARKS) and not block.is_prose
    return candidate.line is not None and (block.is_heading or is_question)


def path(line: Line | None) -> Path:
    """Tag and class of a line's element and of all above it."""
    every = () if line is None else (line.element, *line.element.iterancestors())
    return tuple((e.tag, e.get("class")) for e in every)


def _is_time(block: Block) -> bool:
    return not block.is_heading and is_stamp(block.plain)


def _may_be_question(block: Block, line: Line | None) -> bool:
    if line is None:
        return False
    is_question = block.text.endswith(QUESTION_MARKS)
    return is_question or block.is_heading or line.element.tag in _HANDLES


def _made(sequence: BlockSequence, i: int) -> tuple[Element, Made] | None:
    """The element that holds a question and the line under it, and how the question is made."""
    line, under = sequence.candidates[i].line, sequence.candidates[i + 1].line
    if line is None or under is None or not sequence.candidates[i + 1].extracted:
        return None
    holders = {under.element, *above(under.element, LEVELS)}
    tags = [line.element.tag]
    for element in above(line.element, LEVELS):
        tags.append(element.tag)
        if element in holders:
            return element, (_around(element), tuple(tags))
    return None


def _around(entry: Element) -> Element:
    """The element around entries: around this one there may be boxes that hold nothing else."""
    around = entry.getparent()
    while around is not None and len(around) == 1:
        around = around.getparent()
    return around
