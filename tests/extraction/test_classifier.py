"""The learned part: the shipped models are those whose figures are stated."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import numpy as np
import pytest

import cleaner
from cleaner import clean
from cleaner.document.article import Article
from cleaner.extraction import classifier as judge
from cleaner.extraction import context as standing
from cleaner.extraction import explanation as reasons
from cleaner.extraction import features
from cleaner.extraction.borders import borders
from cleaner.extraction.model import Model
from cleaner.extraction.sequence import BlockSequence, Candidate
from cleaner.extraction.shipped import instead, model, wording
from cleaner.extraction.wording import Wording
from cleaner.reading.text_blocks import blocks_of_text
from tests.cases import FIXTURES, ROOT, cases
from tests.extraction.test_extract import PROSE

MODELS = Path(cleaner.__file__).parent / "models"
STATED = (ROOT / "training/README.md").read_text(encoding="utf-8")
LARGEST = 500_000
NAMES = ("page", "text")
MADE = ("wording", "confidence", *NAMES)


def data(name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((MODELS / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def loaded(name: str) -> Model | Wording:
    return wording() if name == "wording" else model(name)


@pytest.mark.parametrize("name", MADE)
def test_the_shipped_model_is_the_one_whose_figures_are_stated(name: str) -> None:
    file = MODELS / f"{name}.json"
    assert file.stat().st_size <= LARGEST
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    row = next(line for line in STATED.split("\n") if line.startswith(f"| `{name}.json` |"))
    assert digest[:16] in row, f"state the figures of {digest[:16]} in training/README.md"
    measured = loaded(name).provenance["cross_validation"]["all"]
    assert f"{measured['auc']:.4f}" in row
    assert "log_loss" not in measured or f"{measured['log_loss']:.4f}" in row
    assert f"{measured['rows']:,}" in row


@pytest.mark.parametrize("name", MADE)
def test_a_model_says_what_it_was_made_from(name: str) -> None:
    provenance = loaded(name).provenance
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", provenance["date"])
    sets = {"wcxb-dev-articles", "readability-articles", "newer-articles"}
    lines = {"multilingual-segments", "recombined" if name == "page" else "labelled-texts"}
    more = set() if name == "confidence" else lines
    assert {part["set"] for part in provenance["data"] if part["pages"]} == sets | more
    assert all(part["licence"] and part["ids_sha256"] for part in provenance["data"])
    assert provenance["cross_validation"]["grouped_by"] == "registered domain"


def test_every_feature_of_a_model_exists_and_each_has_a_reason() -> None:
    known = {**features.TEXT, **standing.PAGE}
    explained = {name for group in reasons.GROUPS.values() for name in group}
    for name in NAMES:
        assert set(model(name).features) <= set(known)
    assert set(known) - explained == {"extracted", "page_linked"}
    assert set(reasons.GROUPS) == set(reasons.SAYINGS)


def test_every_feature_of_a_page_is_asked_for() -> None:
    assert set(standing.PAGE) <= set(model("page").features)


def test_no_feature_of_the_text_model_needs_a_page() -> None:
    assert set(model("text").features) == set(features.TEXT)


@pytest.mark.parametrize("name", ["confidence", *NAMES])
def test_a_prediction_is_the_sum_of_its_trees(name: str) -> None:
    raw = data(name)
    chosen = Model(raw)
    rows = np.random.default_rng(7).uniform(-1, 8, (5, len(chosen.features)))
    for row, odds in zip(rows, chosen.log_odds(rows), strict=True):
        total = raw["bias"]
        for tree in raw["trees"]:  # type: ignore[attr-defined]  # plain JSON
            asked = zip(tree["features"], tree["thresholds"], strict=True)
            leaf = sum(int(row[f] > t) << depth for depth, (f, t) in enumerate(asked))
            total += tree["leaves"][leaf]
        assert odds == pytest.approx(total, abs=1e-3)


def test_borders_enclose_what_speaks_for_an_article() -> None:
    assert borders([0.1, 0.9, 0.2, 0.9, 0.1], [5, 60, 5, 60, 40]) == (1, 4)
    assert borders([0.1, 0.1], [10, 10]) == (0, 0)
    assert borders([], []) == (0, 0)


def test_prose_that_resumes_after_a_doubtful_stretch_is_inside() -> None:
    scores = [0.95, 0.2, 0.2, 0.95, 0.95, 0.1]
    assert borders(scores, [50, 4, 4, 50, 50, 30]) == (0, 5)


def test_features_are_pure_and_finite_on_odd_rows() -> None:
    text = "\n\n".join(["", "…", "東京", "A", "12:30", "x" * 5000, *PROSE])
    scene = BlockSequence([Candidate(block, None, True) for block in blocks_of_text(text)])
    for feature in features.TEXT.values():
        values = [feature(scene, i) for i in range(len(scene))]
        assert np.isfinite(values).all()
        assert values == [feature(scene, i) for i in range(len(scene))]


def test_a_page_is_judged_by_other_models_only_for_a_while() -> None:
    shipped = model("page")
    other = Model(data("text"))
    with instead(page=other):
        assert model("page") is other
    assert model("page") is shipped


def test_why_is_told_in_words_and_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def told(_: reasons.Reasons, i: int) -> str:
        asked.append(i)
        return "seen"

    monkeypatch.setattr(reasons.Reasons, "because", told)
    case = cases(FIXTURES / "residue/leftover.html")[0]
    cleaned = clean(case.html)
    assert cleaned.text
    assert asked == []
    because = {f.because for f in cleaned.findings if f.kind == "leftover"}
    assert because == {"seen"}
    assert asked


def test_nothing_is_judged_where_there_is_no_article_to_compare_with() -> None:
    short = clean("Home\n\nShare\n\nA line without an end", options=None)
    assert [f for f in short.findings if f.kind == "leftover"] == []


def test_a_judgement_has_a_score_for_every_row() -> None:
    article = Article(blocks_of_text("\n\n".join(PROSE * 4)), is_text=True)
    judged = judge.judge_text(article)
    assert len(judged.scores) == len(article.blocks)
    assert all(0 <= score <= 1 for score in judged.scores)
