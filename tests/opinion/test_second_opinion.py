"""A second opinion: who is asked what, what answers do, and what they never do."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.second_opinion import changed_lines
from cleaner import Action, Cleaned, Options, clean, restore
from cleaner.document.finding import possible
from cleaner.document.question import Answer, Opinion, Question
from cleaner.opinion import reconsidered
from cleaner.opinion.answered import carried_out
from cleaner.opinion.decided import Decided
from cleaner.opinion.doubts import Doubt
from cleaner.sites.rules import SiteRules
from tests.cases import FIXTURES
from tests.made import PROSE, article, of
from tests.opinion.made import ALSO, CALM, DATE, PAGE, Asked

FILES = sorted((FIXTURES / "pages").glob("*/page.*"))
WHOLE = [pytest.param(path, id=path.parent.name) for path in FILES]


def cleaned_by(
    ask: Callable[[Question], object], source: str | bytes = PAGE, **more: object
) -> Cleaned:
    return clean(source, options=Options(second_opinion=ask, **more))  # type: ignore[arg-type]


def test_nobody_is_asked_where_nothing_is_in_doubt() -> None:
    ask = Asked()
    cleaned = cleaned_by(ask, CALM)
    assert (ask.questions, cleaned.opinion) == ([], None)
    assert cleaned.to_dict() == clean(CALM).to_dict()


def test_a_question_has_the_blocks_in_doubt_with_neighbours_title_and_kinds_in_words() -> None:
    ask = Asked()
    clean(PAGE, url="https://example.com/a", options=Options(second_opinion=ask))
    (question,) = ask.questions
    assert (question.title, question.url) == ("Ferry cancelled", "https://example.com/a")
    date, also = question.passages
    assert (date.number, date.text, date.fate, date.kind) == (1, DATE, "kept", "timestamp")
    assert (date.before, date.after) == (PROSE[2], PROSE[3])
    assert (also.text, also.fate, also.kind) == (ALSO, "stripped", "inline-related")
    assert also.before == DATE
    assert "points elsewhere" in also.because
    assert question.kinds["inline-related"] == "A pointer to another article inside the article."
    for part in (question.title, date.text, also.because, *question.kinds.values(), PROSE[3]):
        assert part in question.prompt


def test_an_answer_moves_its_block_and_stands_in_the_findings() -> None:
    plain = clean(PAGE)
    assert DATE in plain.text
    assert ALSO not in plain.text
    cleaned = cleaned_by(lambda question: {1: "strip", 2: "keep"})
    assert cleaned.text == plain.text.replace(DATE, ALSO)
    told = {f.text: (f.kind, f.action, f.because.partition("; ")[2]) for f in cleaned.findings}
    assert told[DATE] == ("timestamp", Action.STRIPPED, "the second opinion strips it")
    assert told[ALSO] == ("inline-related", Action.KEPT, "the second opinion keeps it")
    assert cleaned.opinion == Opinion(asked=2, answered=2, changed=2)
    assert cleaned.to_dict()["opinion"] == {"asked": 2, "answered": 2, "changed": 2, "trouble": []}
    assert cleaned.notes == ()


def test_an_answer_that_agrees_stands_in_the_findings_too() -> None:
    cleaned = cleaned_by(lambda question: "1: keep\n2: strip")
    assert cleaned.text == clean(PAGE).text
    said = [f.because.partition("; ")[2] for f in cleaned.findings if f.text in (DATE, ALSO)]
    assert said == ["the second opinion keeps it", "the second opinion strips it"]
    assert cleaned.opinion == Opinion(asked=2, answered=2, changed=0)


def test_scraped_text_has_doubts_as_well() -> None:
    text = "\n\n".join([*PROSE[:3], DATE, *PROSE[3:]])
    assert cleaned_by(Asked("strip"), text).text == "\n\n".join(PROSE)


def test_no_more_blocks_are_asked_than_the_budget_allows() -> None:
    ask = Asked()
    cleaned_by(ask, opinion_blocks=1)
    (passage,) = ask.questions[0].passages
    assert passage.text == ALSO  # of more words


@pytest.mark.parametrize(
    ("given", "option"),
    [({"keep": {"timestamp"}}, "keep"), ({"strip": {"timestamp"}}, "strip")],
)
def test_what_the_caller_has_decided_is_not_in_doubt(
    given: dict[str, set[str]], option: str
) -> None:
    ask = Asked("strip" if option == "keep" else "keep")
    cleaned = cleaned_by(ask, **given)
    assert DATE not in [p.text for question in ask.questions for p in question.passages]
    assert (DATE in cleaned.text) == (option == "keep")


def test_what_rules_of_the_site_have_decided_is_not_in_doubt() -> None:
    rules = SiteRules.from_text('[[site]]\nhost = "*"\nkeep-text = "3 May…"\n', "rules.toml")
    ask = Asked("strip")
    cleaned = cleaned_by(ask, rules=rules)
    assert DATE in cleaned.text
    assert [p.text for p in ask.questions[0].passages] == [ALSO]


def late(question: Question) -> Answer:
    time.sleep(0.5)
    return "1: strip"


def failing(question: Question) -> Answer:
    raise OSError("the model is not there")


def leaving(question: Question) -> Answer:
    raise SystemExit(3)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (late, "no answer within 0.05 s"),
        (failing, "OSError: the model is not there"),
        (leaving, "SystemExit: 3"),
        (lambda q: None, "NoneType is no answer: a mapping or a text was expected"),
        (lambda q: "I am a language model.", "no answer in the reply “I am a language model.”"),
        (lambda q: {3: "strip"}, "there is no passage “3”"),
        (lambda q: {True: "strip"}, "there is no passage “True”"),
        (lambda q: {"1": "strip"}, "there is no passage “1”"),
        (lambda q: {1: "maybe"}, "passage 1: “maybe” is neither keep nor strip"),
        (lambda q: {1: None}, "passage 1: “None” is neither keep nor strip"),
        (lambda q: "1: keep, or 1: strip", "passage 1: both keep and strip"),
    ],
)
def test_whatever_goes_wrong_changes_nothing_and_is_named(
    ask: Callable[[Question], object], said: str
) -> None:
    cleaned = cleaned_by(ask, opinion_timeout=0.05 if ask is late else 5)
    assert cleaned.opinion == Opinion(2, 0, 0, (said,))
    assert cleaned.notes == (f"second opinion: {said}",)
    plain = clean(PAGE)
    assert (cleaned.text, cleaned.findings, cleaned.fates) == (
        plain.text,
        plain.findings,
        plain.fates,
    )


def test_an_answer_that_fits_is_taken_from_among_others() -> None:
    cleaned = cleaned_by(lambda question: {1: "STRIP", 2: 5, 7: "keep"})
    assert DATE not in cleaned.text
    assert cleaned.opinion == Opinion(
        2, 1, 1, ("passage 2: “5” is neither keep nor strip", "there is no passage “7”")
    )


def test_a_fault_of_ours_costs_the_opinion_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("made to fail")

    monkeypatch.setattr(reconsidered, "second_opinion", broken)
    cleaned = cleaned_by(Asked())
    assert cleaned.notes == ("second opinion: ZeroDivisionError: made to fail",)
    assert cleaned.text == clean(PAGE).text


def test_an_answer_never_empties_an_article() -> None:
    lines = [f"{n} May 2021" for n in range(1, 29)]
    text = "\n\n".join([*PROSE[:2], *lines[:14], *PROSE[2:3], *lines[14:]])
    ask = Asked("strip")
    cleaned = cleaned_by(ask, text, opinion_blocks=100)
    asked = {p.text for p in ask.questions[0].passages}
    assert len(asked) > 20
    assert cleaned.text == clean(text).text
    (said,) = cleaned.notes
    assert said.startswith("second opinion: the guard: more than half of the article would go")
    guarded = [f for f in cleaned.findings if f.because.endswith("; the guard keeps it")]
    assert {f.text for f in guarded} == asked
    assert {f.action for f in guarded} == {Action.KEPT}


def test_a_finding_over_part_of_a_block_is_not_lost_with_it() -> None:
    line = article(f"{PROSE[0]} Photo: Jane Doe").blocks[0]
    part = of("caption", possible(line, "a credit", (len(PROSE[0]) + 1, len(line.text))))
    decided = Decided(article(line, *PROSE), (part,), article(line, *PROSE))
    doubt = Doubt(line, "kept", 9.0, (part,))
    after = carried_out(decided, [(doubt, False)], guarded=False)
    assert [b.text for b in after.body] == list(PROSE)
    assert [(f.kind, f.action, f.is_whole) for f in after.findings] == [
        ("leftover", Action.STRIPPED, True),
        ("caption", Action.AGREED, False),
    ]


@pytest.mark.parametrize("path", WHOLE)
@pytest.mark.parametrize("answer", ["keep", "strip", "either"])
def test_the_laws_hold_and_nothing_changes_that_nobody_was_asked(path: Path, answer: str) -> None:
    """All is accounted for; what is answered wrong costs no line but those that were asked."""
    source, ask = path.read_bytes(), Asked(answer)
    plain, cleaned = clean(source), cleaned_by(ask, source, opinion_blocks=1000)
    asked = [p for question in ask.questions for p in question.passages]
    assert changed_lines(plain, cleaned) <= {p.text for p in asked}
    assert [f.text for f in cleaned.fates] == [f.text for f in plain.fates]
    _each_answer_is_told(cleaned, len(asked))
    outside = [p.text for p in asked if p.fate == "outside"]
    assert _lines(cleaned.restore()) == sorted([*_lines(plain.restore()), *_words(outside)])
    assert restore(json.loads(cleaned.to_json())) == cleaned.restore()


def _each_answer_is_told(cleaned: Cleaned, asked: int) -> None:
    told = [f for f in cleaned.findings if "the second opinion" in f.because]
    assert len({f.block.index for f in told}) == asked
    assert len({(f.block.index, f.span, f.kind, f.because) for f in told}) == len(told)


def _lines(text: str) -> list[str]:
    return sorted(text.split())


def _words(texts: list[str]) -> list[str]:
    return [word for text in texts for word in text.split()]
