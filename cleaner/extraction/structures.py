"""Which candidates are article by the structure that they stand in, however they are worded.

A model of single lines knows little of code, rows, posts and notes. Listings, quotations and tables
among an article's paragraphs are told by their markup, notes by the marks that lead to them, times
and questions by the entries under them; they stay or come back whole. So do paragraphs that an
advert parts from the others, which are made alike, and short sentences beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from itertools import chain, groupby
from operator import itemgetter

from cleaner.document.block import Block
from cleaner.extraction.candidates import Loose
from cleaner.extraction.entries import Path, broken_lists, path, questions, times
from cleaner.extraction.own_sections import own_sections
from cleaner.extraction.round_ups import round_ups
from cleaner.extraction.sequence import BlockSequence, Candidate
from cleaner.extraction.short_sentences import short_sentences
from cleaner.extraction.tables import captioned, tables
from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import above
from cleaner.text.words import ends_sentence

LEVELS, NOTE_LEVELS = 6, 3
"""Steps up from a line of a structure to what holds paragraphs of the article, too, and from a line
of a note to the note."""
SIBLINGS = 2
"""Paragraphs that show an element to hold the article."""
MEAN = 0.1
"""Mean score of its rows from which a table that nothing introduces is article."""
LINKED = 0.5
PULLED = 40
"""Letters of a sentence that is not said twice by chance."""
MARK = 6
"""Letters of the mark of a note."""
LONG, LONG_WORDS, FEW_LINKS = 60, 8, 0.4
"""Letters, words of a sentence, share of links, of a line that is told by how it is made."""
DENSE = 5
"""Letters a word below which a script says more with each, as Hangul and Han do."""
KEPT = 0.5
"""Score from which such a line is article as it stands."""
NAMED = 2
"""Elements of a line of which one has a class; else much of a page is made alike."""
_NONE = ("", 0)
_BESIDE = frozenset(["aside", "nav", "form", "footer", "header", "button", "dialog"])


class Structures:
    """Looks for structures among the paragraphs of the article."""

    def __init__(
        self, sequence: BlockSequence, scores: Sequence[float], verse: Container[int]
    ) -> None:
        """Take the candidates with the scores that they have as single lines.

        verse: numbers of the page's lines that are verse.
        """
        self.sequence, self.scores, self.verse = sequence, scores, verse

    def found(self) -> Iterator[int]:
        """Numbers of the candidates that are article by their structure."""
        if self.sequence.prose_at:
            yield from chain(self._among_paragraphs(), self._notes(), self._verse())
            for beside in (captioned, tables):
                yield from beside(self.sequence, self._flow)
            yield from times(self.sequence)
            for told in (questions, broken_lists, short_sentences):
                yield from told(self.sequence, self.scores)
            yield from self._made_alike()
        for told in (own_sections, round_ups):
            yield from told(self.sequence, self.scores)

    def _among_paragraphs(self) -> Iterator[int]:
        """Listings, quotations, formulas and tables."""
        prose, candidates = self.sequence.prose_at, self.sequence.candidates
        within = range(prose[0] + 1, prose[-1])
        shaped = [(i, shape) for i in within if (shape := _shape(candidates[i]))[0]]
        flow = self._flow if shaped else set()
        inside = (one for one in shaped if _is_in(flow, candidates[one[0]]))
        for (shape, _), run in groupby(inside, key=itemgetter(1)):
            members = [i for i, _ in run]
            if self._says_something(members) and self._stays(shape, members):
                yield from members

    def _stays(self, shape: str, lines: Sequence[int]) -> bool:
        """Whether rows are of the article, and a quotation is none that was pulled out of it."""
        if shape == "quote":
            keys = [self.sequence.blocks[i].key for i in lines]
            return not any(self._said.holds(key) for key in keys if len(key) >= PULLED)
        return shape != "tr" or self._is_of_article(lines)

    @cached_property
    def _said(self) -> Loose:
        """What was extracted and stands in no quotation."""
        blocks = (self.sequence.blocks[i] for i in self.sequence.extracted)
        return Loose("\n".join(block.key for block in blocks if not block.layout.quote))

    def _says_something(self, lines: Sequence[int]) -> bool:
        """Whether most lines of a structure are more than links to elsewhere."""
        return 2 * sum(_only_leads_on(self.sequence.blocks[i]) for i in lines) <= len(lines)

    @cached_property
    def _flow(self) -> set[Element]:
        """The elements that hold paragraphs of the article."""
        holders: Counter[Element] = Counter()
        for i in self.sequence.prose_at:
            if (line := self.sequence.candidates[i].line) is not None:
                holders.update((line.element, line.element.getparent()))
        return {element for element, count in holders.items() if count >= SIBLINGS}

    def _is_of_article(self, rows: Sequence[int]) -> bool:
        """Whether rows have a caption or a line that introduces them, or read well together."""
        over, first = self.sequence.blocks[rows[0] - 1], self.sequence.candidates[rows[0]].line
        is_named = first is not None and first.element.tag == "caption"
        introduced = is_named or over.is_heading or over.text.endswith((":", "："))
        return introduced or sum(self.scores[i] for i in rows) > MEAN * len(rows)

    def _verse(self) -> Iterator[int]:
        """Lines of a song or poem under the headline."""
        for i, candidate in enumerate(self.sequence.candidates):
            if candidate.line is not None and candidate.line.number in self.verse:
                yield i

    def _notes(self) -> Iterator[int]:
        """Lines of what short links in the paragraphs lead to."""
        blocks = self.sequence.blocks
        marked = (mark for i in self.sequence.extracted for mark in blocks[i].marks)
        marks = {m.href[1:] for m in marked if m.href[:1] == "#" and m.end - m.start <= MARK}
        marks.discard("")
        if not marks:
            return
        for i in range(self.sequence.prose_at[0] + 1, len(self.sequence)):
            line = self.sequence.candidates[i].line
            around = () if line is None else (line.element, *above(line.element, NOTE_LEVELS))
            if any(element.get("id") in marks for element in around):
                yield i

    def _made_alike(self) -> Iterator[int]:
        """Paragraphs made as most of the article's are, up to the root: adverts part its boxes."""
        long = [i for i, block in enumerate(self.sequence.blocks) if _is_long(block)]
        if all(self.scores[i] > KEPT for i in long):
            return
        paths = {i: made for i in long if (made := _path(self.sequence.candidates[i]))}
        words: Counter[Path] = Counter()
        for i, made in paths.items():
            if self.sequence.candidates[i].extracted and self.scores[i] > KEPT:
                words[made] += round(self.sequence.sizes[i])
        for most, size in words.most_common(1):
            if 2 * size > words.total():
                yield from (i for i in paths if paths[i] == most and self.scores[i] <= KEPT)


def _shape(candidate: Candidate) -> tuple[str, int]:
    """What a candidate is part of: a listing, quotation, table, formula; and which quotation."""
    block, line = candidate.block, candidate.line
    if line is None:
        return _NONE
    if block.layout.tag in ("pre", "tr"):
        return block.layout.tag, 0
    if block.layout.quote:
        return "quote", block.layout.group
    if block.text[0] == "$" == block.text[-1]:
        return "formula", 0
    return ("tr", 0) if line.element.tag == "caption" else _NONE


def _only_leads_on(block: Block) -> bool:
    """Whether a line is links to elsewhere, and no post that leads to where it was posted."""
    return block.link_share > LINKED and not (block.layout.quote and ends_sentence(block.text))


def _is_in(flow: set[Element], candidate: Candidate) -> bool:
    """Whether a candidate stands among paragraphs, and in nothing beside them."""
    line = candidate.line
    for element in () if line is None else (line.element, *above(line.element, LEVELS)):
        if element in flow:
            return True
        if element.tag in _BESIDE:
            return False
    return False


def _is_long(block: Block) -> bool:
    is_dense = len(block.text) < DENSE * block.size
    is_sentence = is_dense and block.size >= LONG_WORDS and ends_sentence(block.text)
    is_long = len(block.text) >= LONG or is_sentence
    return is_long and block.link_share <= FEW_LINKS and not block.is_heading


def _path(candidate: Candidate) -> Path:
    """Tag and class of a line's element and of all above it, where one of the nearest has one."""
    above = path(candidate.line)
    return above if any(named for _, named in above[:NAMED]) else ()
