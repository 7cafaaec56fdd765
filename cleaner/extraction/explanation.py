"""Why a candidate was judged as it was, in words: what would have changed the score most.

Each group of features is set to what is usual for the article's own paragraphs, one group at a
time; the groups that move the score most are named, with what was seen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

import numpy as np

from cleaner.document.verdict import UNLIKE
from cleaner.extraction.classifier import Judgement
from cleaner.extraction.container import bad_names
from cleaner.extraction.sequence import Candidate
from cleaner.reading.names import LOOK_UP, names_of

MAX_NAMED = 3
MIN_GAIN = 0.1
"""Groups that are named, and the change in log-odds from which one is worth naming."""
CHUNK = 128
"""Rows that are looked at together."""
SHORT = 12
Say = Callable[[Judgement, int], str]


class Reasons:
    """Why candidates were judged as they were; worked out on demand, for many at once."""

    def __init__(self, judgement: Judgement) -> None:
        """Nothing is worked out yet."""
        self.judgement = judgement
        self._asked: list[int] = []
        self._said: dict[int, list[Say]] = {}

    def of(self, i: int) -> Callable[[], str]:
        """A function for the words that end the sentence "This is residue because it is …"."""
        self._asked.append(i)
        return lambda: self.because(i)

    def because(self, i: int) -> str:
        """The words for a candidate that was asked for with `of`."""
        if i not in self._said:
            at = bisect_left(self._asked, i)
            chunk = self._asked[at : at + CHUNK]
            self._said |= zip(chunk, _weightiest(self.judgement, chunk), strict=True)
        said = [text for say in self._said[i] if (text := say(self.judgement, i))]
        return ", ".join(said[:MAX_NAMED]) or UNLIKE


def _weightiest(judgement: Judgement, candidates: Sequence[int]) -> list[list[Say]]:
    """For each candidate, how the groups are said, those first that spoke most against it."""
    usual = np.array(judgement.usual)
    index = {name: k for k, name in enumerate(judgement.model.features)}
    at = [bisect_left(judgement.judged, i) for i in candidates]  # `judged` is in order
    own = np.array([judgement.matrix[k] for k in at])
    variants = np.repeat(own[:, None, :], len(GROUPS) + 1, axis=1)
    for number, names in enumerate(GROUPS.values(), 1):
        columns = [index[name] for name in names if name in index]
        variants[:, number, columns] = usual[columns]
    odds = judgement.model.log_odds(variants.reshape(-1, own.shape[1]))
    return [_named(row) for row in odds.reshape(len(candidates), -1).tolist()]


def _named(odds: Sequence[float]) -> list[Say]:
    """How groups are said whose change would change a candidate's log-odds, the first, most."""
    own, *others = odds
    gains = sorted(zip((o - own for o in others), GROUPS, strict=True), reverse=True)
    return [SAYINGS[name] for gain, name in gains if gain > MIN_GAIN]


def _size(judgement: Judgement, i: int) -> str:
    return "short" if judgement.sequence.sizes[i] <= SHORT else ""


def _links(judgement: Judgement, i: int) -> str:
    share = judgement.sequence.blocks[i].link_share
    if share > 0.5:
        return "mostly links"
    return "beside links" if not share else "partly links"


def _place(judgement: Judgement, i: int) -> str:
    sequence = judgement.sequence
    if not sequence.prose_at or i < sequence.prose_at[0]:
        return "before the first full sentence"
    if i > sequence.prose_at[-1]:
        return "after the last full sentence"
    return "near the end" if i > sequence.prose_at[-1] * 0.8 else "between paragraphs"


def _names(judgement: Judgement, i: int) -> str:
    name = _telling_name(judgement.candidates[i])
    return f"in class “{name}”" if name else ""


def _telling_name(candidate: Candidate) -> str:
    """The first class or id above a candidate that speaks for residue, as the page has it."""
    element = candidate.line.element if candidate.line is not None else None
    for _ in range(LOOK_UP):
        if element is None:
            break
        if names_of(element) & bad_names():
            return str(element.get("class") or element.get("id") or element.get("role") or "")
        element = element.getparent()
    return ""


def _branch(judgement: Judgement, i: int) -> str:
    return "in a part of the page of its own" if judgement.candidates[i].line is not None else ""


def _phrases(judgement: Judgement, i: int) -> str:
    kinds = sorted({kind for kind, _ in judgement.sequence.blocks[i].hits})
    return f"worded like {kinds[0]}" if kinds else "among lines worded like residue"


def _wording(judgement: Judgement, i: int) -> str:
    return "worded like what stands around articles" if judgement.sequence.worded(i) < 0 else ""


def _heading(judgement: Judgement, i: int) -> str:
    over = judgement.sequence.heading_over(i)
    if over == i:
        return "a heading with little under it"
    return f"under “{judgement.sequence.blocks[over].text[:60]}”" if over >= 0 else ""


def _copies(judgement: Judgement, i: int) -> str:
    return "said more than once on the page"


def _topic(judgement: Judgement, i: int) -> str:
    return "in words foreign to the article"


def _form(judgement: Judgement, i: int) -> str:
    return "without full sentences" if not judgement.sequence.prose[i] else ""


def _title(judgement: Judgement, i: int) -> str:
    return "far from the title"


def _declared(judgement: Judgement, i: int) -> str:
    return "not in what the page says its article is"


def _others(judgement: Judgement, i: int) -> str:
    return "among other stories"


GROUPS: dict[str, tuple[str, ...]] = {
    "size": ("length", "size", "relative_size"),
    "links": ("linked", "next_linked", "parent_linked", "third_linked", "branch_linked"),
    "place": (
        "words_before", "words_after", "share_before", "rows_before", "rows_after", "beyond",
        "depth_in_page", "longest_after", "prose_around", "next_size", "previous_size",
    ),
    "title": ("from_title", "in_story"),
    "declared": ("declared", "described"),
    "others": ("other_story",),
    "names": ("names_against", "names_for", "outside"),
    "branch": (
        "parent_extracted", "third_extracted", "parent_prose",
        "third_prose", "branch_extracted", "branch_prose", "branch_size", "branch_lines",
        "branch_part", "up", "out", "made_alike", "prose_alike", "prose_beside", "siblings",
        "extracted_alike", "lines_alike", "scored", "scored_near", "scored_best",
        "core",
    ),
    "phrases": ("phrases", "phrases_before", "phrases_after"),
    "wording": ("worded", "worded_before", "worded_after"),
    "heading": (
        "heading", "heading_size", "heading_topic", "heading_phrases", "heading_distance",
        "section_rows", "section_prose", "next_heading",
    ),
    "copies": ("repeated",),
    "topic": ("topic", "title_words"),
    "form": ("capitals", "stops", "commas", "ends", "digits", "item", "cells"),
}  # fmt: skip
SAYINGS: dict[str, Say] = {
    "title": _title, "declared": _declared, "others": _others,
    "size": _size, "links": _links, "place": _place, "names": _names, "branch": _branch,
    "phrases": _phrases, "wording": _wording, "heading": _heading, "copies": _copies,
    "topic": _topic, "form": _form,
}  # fmt: skip
