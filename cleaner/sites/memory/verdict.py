"""Which lines of a page are sure to be furniture.

Doubt keeps. A line that comes back may be an article's own: the motto of a column, the dateline of
an agency, a heading ("Ingredients"), a paragraph of background that a newsroom repeats.
"""

from __future__ import annotations

import re
from collections import defaultdict

from cleaner.document.block import Block
from cleaner.sites.memory.chains import Chain
from cleaner.sites.memory.compare import MIN_ARTICLES
from cleaner.sites.memory.fingerprint import HEADING, LINKED, LINKS, LISTED, LONGER, PROSE, SUSPECT
from cleaner.sites.memory.furniture import Furniture
from cleaner.sites.memory.page_line import PageLine
from cleaner.sites.memory.recurring_line import HEAD, MIDST, TAIL, RecurringLine
from cleaner.sites.memory.tells import PRICES
from cleaner.text.sentences import QUESTION_MARKS

OFTEN = 0.6
NEARLY_ALWAYS = 0.8
"""Shares of the articles in which a line must stand that has no place of its own."""
MOTTO = 40
BOXED = 16
"""Words from which a text over an article is more than a column's motto; in a box of its own."""
OFTEN_GONE = 0.5
"""Share of the pages on which another kind stripped a line, from which it always goes."""
SPARSE = 15
"""Words for each number, from which a text says the same whatever the number."""
FORMULAIC = 0.34
"""Share of a page's other prose that may go as text that varies; more are its own formulas."""
_NUMBER = re.compile(r"\d[\d.,:/ ]*")


def judge(lines: list[PageLine], furniture: Furniture) -> None:
    """Mark the lines that are sure to be furniture."""
    behind = False
    for line in lines:
        line.sure = _is_listed(line) or (
            line.known is not None and _is_furniture(line.known, line, furniture.of, behind=behind)
        )
        line.follows = behind
        behind |= line.sure and line.at == TAIL
    _spare_formulas(lines)
    _spare_forms(lines)
    for line, under in zip(reversed(lines[:-1]), reversed(lines[1:]), strict=True):
        if line.key in furniture.openers:
            line.sure |= under.sure and bool(under.listed)
        elif line.is_label and not (line.listed or line.over):
            line.sure &= under.sure and (line.follows or _is_head_of(line, under, furniture))


def _spare_forms(lines: list[PageLine]) -> None:
    """Keep different lines at one kind of place with the article's own between them.

    So a series fills in its form: the questions of an interview, each in a box of its own.
    """
    stands: dict[Chain, set[int]] = defaultdict(set)
    own, filled = 0, [line for line in lines if _is_of_a_form(line)]
    for line in lines:
        own += line.is_prose and not (line.known or line.listed)
        if _is_of_a_form(line):
            stands[line.chain].add(own)
    for line in filled:
        line.sure &= len(stands[line.chain]) == 1


def _is_of_a_form(line: PageLine) -> bool:
    known = line.known
    if known is None or not line.sure or line.at != MIDST or not known.own:
        return False
    return known.gone < OFTEN_GONE and PROSE in known.marks and not known.marks & {LINKED, SUSPECT}


def _is_head_of(label: PageLine, under: PageLine, furniture: Furniture) -> bool:
    """Whether a label stands in one container with what it says, and nothing of the article."""
    container = label.chain[:-1]
    apart = bool(container) and container not in furniture.holders
    return apart and under.chain[: len(container)] == container


def _spare_formulas(lines: list[PageLine]) -> None:
    """Keep what varies where much of a page does: reports of the day, results, obituaries."""
    varying = [line for line in lines if line.sure and line.known and line.known.varies]
    others = [line for line in lines if line.is_prose and (line in varying or not line.sure)]
    words = sum(line.block.size for line in varying if line.is_prose)
    if words > FORMULAIC * sum(line.block.size for line in others):
        for line in varying:
            line.sure = bool(line.listed)


def _is_listed(line: PageLine) -> bool:
    """Whether a line goes for the list that it stands in; over an article it may be a motto."""
    if line.listed is None or line.listed.what == PRICES or line.at != HEAD:
        return line.listed is not None
    return line.block.link_share > 0.5 or line.block.size >= MOTTO


def _is_furniture(known: RecurringLine, line: PageLine, of: int, *, behind: bool) -> bool:
    """Whether a line that comes back is sure to be none of the article."""
    if line.chain not in known.chains or (LISTED in known.marks and not _says(known)):
        return False
    if known.varies:
        return _is_furniture_that_varies(known, line, of, behind=behind)
    if known.seen < MIN_ARTICLES:
        return behind and PROSE in known.marks
    if known.gone >= OFTEN_GONE and _says(known):
        return True
    if known.own:
        return line.over or _in_own_place(known, line)
    return not _asks(line.block) and _among_the_article(known, line, of, behind=behind)


def _is_furniture_that_varies(
    known: RecurringLine, line: PageLine, of: int, *, behind: bool
) -> bool:
    """The same of a line whose numbers or words change."""
    if known.seen < MIN_ARTICLES:
        return False
    if PROSE not in known.marks:
        return known.own and behind
    if known.own:
        return line.over or _in_own_place(known, line)
    alike = behind or _is_nearly_the_same(line)
    return alike and not _asks(line.block) and _among_the_article(known, line, of, behind=behind)


def _is_nearly_the_same(line: PageLine) -> bool:
    """Whether a line says the same but for a number in many words: reports have more of them."""
    same = line.known is not None and line.key == line.known.key
    return same and SPARSE * len(_NUMBER.findall(line.block.text)) <= line.block.size


def _asks(block: Block) -> bool:
    """Whether it is a question: interviewers have the same ones for many."""
    return block.text.rstrip('"”’»').endswith(QUESTION_MARKS)


def _says(known: RecurringLine) -> bool:
    return bool(known.marks & {PROSE, LINKED})


def _in_own_place(known: RecurringLine, line: PageLine) -> bool:
    at = line.at
    if at == MIDST and HEADING in known.marks:
        return False
    if at == TAIL or LINKED in known.marks:
        return True
    if at == HEAD:
        longest = BOXED if known.boxed and PROSE in known.marks else MOTTO
        return known.varies or known.size >= longest or {LINKS, SUSPECT} <= known.marks
    return PROSE in known.marks


def _among_the_article(known: RecurringLine, line: PageLine, of: int, *, behind: bool) -> bool:
    marks, at, share = known.marks, line.at, known.seen / of
    if share < OFTEN or (LISTED in marks and LINKED not in marks):
        return False
    if LINKED in marks:
        return at != MIDST or HEADING not in marks
    if PROSE not in marks:
        return at == TAIL and behind
    if at == HEAD:
        return {LINKS, SUSPECT} <= marks
    if at == TAIL:
        told = {LINKS, SUSPECT} if known.varies else {LONGER, LINKS, SUSPECT}
        return behind or bool(marks & told)
    return share > NEARLY_ALWAYS
