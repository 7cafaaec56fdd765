"""The model of confidence: from measures of a page to the word F1 of its article.

Each page is cleaned by the models that never saw its site, as it is and without class names. What
is learned is F1 itself, as a probability: trees under a logistic curve, fitted by cross-entropy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from catboost import CatBoostClassifier

from benchmarks.common import calibration, datasets, truths
from benchmarks.common.folds import SEED, fold_of, site_of, unseen
from benchmarks.quality import score
from cleaner import Options, pipeline
from cleaner.confidence.measures import MEASURES
from cleaner.confidence.predicted import review_of
from cleaner.decision.passes import stripped
from cleaner.document.verdict import Remembered
from cleaner.reading import page as reading
from cleaner.rendering.render import rendered
from training import examples, export

NAMES = tuple(MEASURES)
SETS = ("wcxb-dev-articles", "readability-articles", "newer-articles")
RISES = "expected judged lowest opening foreign voted votes core sure".split()
FALLS = "weak unsure entropy between gaps lost doubtful rival".split()
"""Measures with which confidence may only rise, or fall: more doubt never makes a page surer."""
PARAMETERS: dict[str, Any] = examples.SETTINGS["confidence"]


class Judged(NamedTuple):
    """One page in one form: what was measured, and how much was right."""

    set: str
    id: str
    site: str
    form: str
    measures: tuple[float, ...]
    f1: float

    @property
    def weight(self) -> float:
        """A page without class names counts less."""
        return examples.FORM_WEIGHT[self.form]


def of_set(name: str, folds: Path) -> list[Judged]:
    """The pages of a set, in each form, whose truth is sound."""
    pages = list(datasets.read(name))
    with ProcessPoolExecutor() as pool:
        found = pool.map(partial(_forms, name, folds), pages, chunksize=8)
        return [judged for forms in found for judged in forms]


def _forms(name: str, folds: Path, page: dict[str, Any]) -> list[Judged]:
    if not truths.is_sound(name, page):
        return []
    bare = page | {"html": datasets.without_classes(page["html"])}
    with unseen(folds, page, "page", "wording"):
        forms = {"page": _measured(page), "classless": _measured(bare)}
    about = name, str(page["id"]), site_of(page)
    return [Judged(*about, form, *found) for form, found in forms.items() if found is not None]


def _measured(page: dict[str, Any]) -> tuple[tuple[float, ...], float] | None:
    """The measures of a page, and word F1; None where there is no article to measure."""
    read = reading.read(page["html"], url=page.get("url"), settings=Options().reading)
    if read.problem:
        return None
    article, _, _ = pipeline.article_of(read)
    findings, body, _ = stripped(article, Remembered(), frozenset(), frozenset())
    review = review_of(article, body.blocks, findings)
    if review is None:
        return None
    f1 = score(page, rendered("text", body.blocks))[0]
    return tuple(f(review) for f in MEASURES.values()), f1


def fitted(pages: Iterable[Judged], without: int | None = None) -> dict[str, Any]:
    """A model as the package reads it, of all pages but those of a fold."""
    rows = [page for page in pages if fold_of(page.site) != without]
    made = CatBoostClassifier(
        **PARAMETERS,
        loss_function="CrossEntropy",
        monotone_constraints=[(name in RISES) - (name in FALLS) for name in NAMES],
        random_seed=SEED,
        thread_count=2,
        verbose=0,
        allow_writing_files=False,
    )
    made.fit(
        [page.measures for page in rows],
        [page.f1 for page in rows],
        sample_weight=[page.weight for page in rows],
    )
    return export.exported(made, NAMES, PARAMETERS["depth"]) | {"provenance": {}}


def figures(pages: Sequence[Judged], predicted: Sequence[float]) -> dict[str, Any]:
    """How well F1 below 0.8 is told, and how far off the prediction is; pages as they are."""
    whole = [(f1, p.f1) for f1, p in zip(predicted, pages, strict=True) if p.form == "page"]
    said, right = zip(*whole, strict=True)
    measured = calibration.figures(right, said)
    return {"all": {"rows": len(whole), **{name: round(v, 4) for name, v in measured.items()}}}
