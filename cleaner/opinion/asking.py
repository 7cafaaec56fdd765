"""Asks: the heaviest doubts as one question, and its answer as what fits of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cleaner.document.block import Block
from cleaner.document.question import Passage, Question
from cleaner.opinion.doubts import Doubt
from cleaner.residue import kinds

KEEP, STRIP = "keep", "strip"
BESIDE = 300
"""Letters of a neighbour that are shown."""
QUOTED = 60
"""Letters of an answer that is quoted where it does not fit."""
_REPLY = re.compile(r"(?<!\w)(\d{1,6})\W{1,8}(keep|strip)(?!\w)", re.I)


def heaviest(doubts: Sequence[Doubt], most: int) -> list[Doubt]:
    """So many doubts at most, those that weigh most, in the order that they have."""
    chosen = sorted(range(len(doubts)), key=lambda at: -doubts[at].weight)[:most]
    return [doubts[at] for at in sorted(chosen)]


def passages_of(doubts: Sequence[Doubt], body: Sequence[Block]) -> tuple[Passage, ...]:
    """The doubts as a question has them, each with the blocks of the article beside it."""
    return tuple(_passage(n, doubt, body) for n, doubt in enumerate(doubts, 1))


def _passage(number: int, doubt: Doubt, body: Sequence[Block]) -> Passage:
    behind = [b for b in body if _is_behind(b, doubt.block)]
    before = [b for b in body if not _is_behind(b, doubt.block) and not _is_it(b, doubt.block)]
    return Passage(
        number,
        doubt.block.text,
        doubt.fate,
        doubt.named.because,
        doubt.named.kind,
        before[-1].text[-BESIDE:] if before else "",
        behind[0].text[:BESIDE] if behind else "",
    )


def _is_it(block: Block, doubtful: Block) -> bool:
    return (block.index, block.line) == (doubtful.index, doubtful.line)


def _is_behind(block: Block, doubtful: Block) -> bool:
    by_line = block.line >= 0 and doubtful.line >= 0
    return block.line > doubtful.line if by_line else block.index > doubtful.index


def kinds_of(doubts: Sequence[Doubt]) -> Mapping[str, str]:
    """What the kinds of doubts are, in words."""
    named = sorted({doubt.named.kind for doubt in doubts})
    return {kind: kinds()[kind].summary for kind in named}


def fitting(answer: Any, question: Question) -> tuple[dict[int, bool], tuple[str, ...]]:  # noqa: ANN401  # anything may come
    """The answers that fit, by the number of the passage: whether it is kept; and what does not."""
    if isinstance(answer, str):
        given: list[tuple[Any, Any]] = [(int(n), said) for n, said in _REPLY.findall(answer)]
        if not given:
            return {}, (f"no answer in the reply {_quoted(answer)}",)
    elif isinstance(answer, Mapping):
        given = list(answer.items())
    else:
        return {}, (f"{type(answer).__name__} is no answer: a mapping or a text was expected",)
    numbers = {passage.number for passage in question.passages}
    trouble = tuple(_unfit(given, numbers))
    fits = {n: str(said).lower() == KEEP for n, said in given if _fits(n, said, numbers)}
    for number in _torn(given):
        fits.pop(number, None)
    return fits, trouble


def _fits(number: Any, said: Any, numbers: set[int]) -> bool:  # noqa: ANN401
    is_number = isinstance(number, int) and not isinstance(number, bool) and number in numbers
    return is_number and isinstance(said, str) and said.lower() in (KEEP, STRIP)


def _torn(given: Sequence[tuple[Any, Any]]) -> set[Any]:
    """The passages that are to be kept and stripped."""
    said = {(number, str(what).lower()) for number, what in given}
    return {number for number, what in said if what == KEEP and (number, STRIP) in said}


def _unfit(given: Sequence[tuple[Any, Any]], numbers: set[int]) -> Iterator[str]:
    for number, said in given:
        if not isinstance(number, int) or isinstance(number, bool) or number not in numbers:
            yield f"there is no passage {_quoted(number)}"
        elif not _fits(number, said, numbers):
            yield f"passage {number}: {_quoted(said)} is neither keep nor strip"
    yield from (
        f"passage {number}: both keep and strip" for number in sorted(_torn(given), key=str)
    )


def _quoted(said: object) -> str:
    text = str(said)
    return f"“{text[:QUOTED]}…”" if len(text) > QUOTED else f"“{text}”"
