"""The second opinion on a page: one question about the blocks in doubt, within a budget."""

from __future__ import annotations

from cleaner.document.question import Opinion, Question
from cleaner.opinion.answered import carried_out, is_too_much
from cleaner.opinion.asking import fitting, heaviest, kinds_of, passages_of
from cleaner.opinion.decided import Decided
from cleaner.opinion.doubts import Doubt, doubts_of
from cleaner.opinion.taken_in import taken_in
from cleaner.opinion.within import Trouble, within
from cleaner.options import Options
from cleaner.reading.page import Page

GUARDED = "the guard: more than half of the article would go, so none of it does"


def second_opinion(
    decided: Decided, page: Page, options: Options, language: str
) -> tuple[Decided, Opinion | None]:
    """The page as the answers leave it, and what came of them; None where nothing is in doubt.

    Asks once, about `opinion_blocks` blocks at most, and waits `opinion_timeout` seconds. Whatever
    goes wrong changes nothing and is named.
    """
    assert options.second_opinion is not None
    lines = () if page.kind == "text" else page.source.lines
    ruled = frozenset(options.keep) | frozenset(options.strip)
    doubts = heaviest(doubts_of(decided, lines, ruled), options.opinion_blocks)
    if not doubts:
        return decided, None
    question = _question(decided, doubts, page, language)
    try:
        answer = within(options.opinion_timeout, options.second_opinion, question)
    except Trouble as trouble:
        return decided, Opinion(len(doubts), 0, 0, (str(trouble),))
    fits, unfit = fitting(answer, question)
    answers = [(doubts[number - 1], keep) for number, keep in sorted(fits.items())]
    guarded = is_too_much(decided, answers)
    changed = sum(
        keep != (doubt.fate == "kept") and (keep or not guarded) for doubt, keep in answers
    )
    told = Opinion(len(doubts), len(fits), changed, (*unfit, *([GUARDED] if guarded else ())))
    return carried_out(*taken_in(decided, answers), guarded=guarded), told


def _question(decided: Decided, doubts: list[Doubt], page: Page, language: str) -> Question:
    passages = passages_of(doubts, decided.body.blocks)
    title = decided.body.title or decided.whole.title
    return Question(title, page.url or "", language, passages, kinds_of(doubts))
