"""What a candidate's words and its neighbours say: features that scraped text has as well.

Each is a pure function of a sequence and a candidate's number, and gives one number; −1 where there
is nothing to measure. Sizes are logarithms of words or letters, so that twice as long counts the
same at every length.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log1p

from cleaner.extraction.neighbour_features import (
    longest_after,
    next_heading,
    next_linked,
    next_size,
    previous_size,
    prose_around,
)
from cleaner.extraction.section_features import (
    heading_distance,
    heading_phrases,
    heading_size,
    heading_topic,
    section_prose,
    section_rows,
)
from cleaner.extraction.sequence import BlockSequence
from cleaner.text.regex import regex
from cleaner.text.words import ends_sentence

Feature = Callable[[BlockSequence, int], float]
_CAPITAL = regex(r"\b[^\W\d_a-z]\w*")
_STOP = regex(r"[.!?…。！？؟۔।]")
NEAR = 4


def length(s: BlockSequence, i: int) -> float:
    """Letters."""
    return log1p(len(s.blocks[i].text))


def size(s: BlockSequence, i: int) -> float:
    """Words."""
    return log1p(s.sizes[i])


def relative_size(s: BlockSequence, i: int) -> float:
    """Words, by those of the article's median paragraph."""
    return s.sizes[i] / s.paragraph


def capitals(s: BlockSequence, i: int) -> float:
    """Capitalised words, by words."""
    return len(_CAPITAL.findall(s.blocks[i].text)) / max(1, len(s.blocks[i].words))


def stops(s: BlockSequence, i: int) -> float:
    """Full stops and their like."""
    return log1p(len(_STOP.findall(s.blocks[i].text)))


def commas(s: BlockSequence, i: int) -> float:
    """Commas, by words."""
    text = s.blocks[i].text
    return (text.count(",") + text.count("，") + text.count("،")) / max(1, len(s.blocks[i].words))


def ends(s: BlockSequence, i: int) -> float:
    """Whether it ends as a sentence does."""
    return float(ends_sentence(s.blocks[i].text))


def digits(s: BlockSequence, i: int) -> float:
    """Digits, by letters."""
    text = s.blocks[i].text
    return sum(map(str.isdigit, text)) / max(1, len(text))


def linked(s: BlockSequence, i: int) -> float:
    """Share of its letters that are links."""
    return s.blocks[i].link_share


def phrases(s: BlockSequence, i: int) -> float:
    """Kinds of residue with a phrase in it."""
    return float(s.hits[i])


def phrases_before(s: BlockSequence, i: int) -> float:
    """Rows with such phrases among the last four."""
    return float(sum(map(bool, s.hits[max(0, i - NEAR) : i])))


def phrases_after(s: BlockSequence, i: int) -> float:
    """Rows with such phrases among the next four."""
    return float(sum(map(bool, s.hits[i + 1 : i + 1 + NEAR])))


def worded(s: BlockSequence, i: int) -> float:
    """How it is worded: above zero as articles are, below as what stands around them."""
    return s.worded(i)


def worded_before(s: BlockSequence, i: int) -> float:
    """The same of the candidate before; −9 where there is none."""
    return s.worded(i - 1) if i else -9.0


def worded_after(s: BlockSequence, i: int) -> float:
    """The same of the next candidate."""
    return s.worded(i + 1) if i + 1 < len(s) else -9.0


def title_words(s: BlockSequence, i: int) -> float:
    """Share of the title's words that stand in it."""
    return len(s.title.intersection(s.blocks[i].words)) / len(s.title) if s.title else -1.0


def topic(s: BlockSequence, i: int) -> float:
    """Share of its long words that stand in other paragraphs of the article."""
    terms, common, own = s.terms[i], s.common, int(s.prose[i])
    return sum(common[t] > own for t in terms if t in common) / len(terms) if terms else -1.0


def repeated(s: BlockSequence, i: int) -> float:
    """How often its text stands among the candidates."""
    return float(s.copies[s.blocks[i].key])


def heading(s: BlockSequence, i: int) -> float:
    """Its rank as a heading; 0 for none."""
    block = s.blocks[i]
    return float(block.tag[1]) if block.is_heading else 0.0


def item(s: BlockSequence, i: int) -> float:
    """Whether it is a list item."""
    return float(s.blocks[i].tag == "li")


def cells(s: BlockSequence, i: int) -> float:
    """Whether it is a row or cell of a table."""
    return float(s.blocks[i].tag == "tr")


def words_before(s: BlockSequence, i: int) -> float:
    """Words of prose before it."""
    return log1p(s.prose_before[i])


def words_after(s: BlockSequence, i: int) -> float:
    """Words of prose after it."""
    return log1p(max(0.0, s.total - s.prose_before[i + 1]))


def share_before(s: BlockSequence, i: int) -> float:
    """Share of the prose that stands before it."""
    return s.prose_before[i] / s.total


def rows_before(s: BlockSequence, i: int) -> float:
    """Rows before it."""
    return log1p(i)


def rows_after(s: BlockSequence, i: int) -> float:
    """Rows after it."""
    return log1p(len(s) - 1 - i)


TEXT: dict[str, Feature] = {
    f.__name__: f
    for f in (
        length, size, relative_size, capitals, stops, commas, ends, digits, linked, phrases,
        phrases_before, phrases_after, title_words, topic, repeated, heading, item, cells,
        words_before, words_after, share_before, rows_before, rows_after, prose_around,
        longest_after, next_size, previous_size, next_linked, next_heading, heading_size,
        heading_topic, heading_phrases, heading_distance, section_rows, section_prose,
        worded, worded_before, worded_after,
    )
}  # fmt: skip
"""Features of a candidate's words and neighbours, by name."""
