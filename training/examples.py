"""Training examples from the development pages: rows of features with labels and weights.

A page gives several: as it is; without class names, so that a model does not lean on them; and as
text, once as an extractor leaves it and once as a naive scraper does, with all visible lines.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import trafilatura
from numpy.typing import NDArray

from benchmarks.common import alignment, datasets
from benchmarks.common.folds import site_of, unseen
from cleaner import Options, pipeline
from cleaner.extraction import classifier as judge
from cleaner.extraction import context, features
from cleaner.extraction.candidates import of_article, of_page
from cleaner.extraction.containers import ContainerStats
from cleaner.extraction.sequence import BlockSequence, Candidate
from cleaner.reading import page as reading
from cleaner.reading.lines import Source
from training.recombine import recombined, sources

FOLDER = Path(__file__).parent
SETTINGS = tomllib.loads((FOLDER / "settings.toml").read_text(encoding="utf-8"))
NOTES = tomllib.loads((FOLDER / "truth_notes.toml").read_text(encoding="utf-8"))
"""What was seen to be wrong in the truth, by set and page."""
TEXT_NAMES = tuple(features.TEXT)
PAGE_NAMES = tuple(
    name for name in (*features.TEXT, *context.PAGE) if name not in SETTINGS["left_out"]
)
RECOMBINED = "recombined"
LABELLED = tuple(SETTINGS["licences"])
SETS = (*LABELLED, RECOMBINED)
SET_WEIGHT: dict[str, float] = SETTINGS["set_weight"]
PAGE_FORMS = ("page", "classless")
TEXT_FORMS = ("extracted", "visible")
FORM_WEIGHT: dict[str, float] = SETTINGS["form_weight"]
SNIPPET_WEIGHT = 2.0
"""Of pages with snippets, on which few rows have a label."""
WORD_POWER = 0.6
ROW_WEIGHT = 2.0
PAGE_POWER = 0.6


@dataclass(frozen=True)
class Example:
    """One page in one form."""

    name: str
    id: str
    site: str
    form: str
    language: str
    matrix: NDArray[np.float32]
    labels: NDArray[np.float32]
    """1 for article, 0 for residue, NaN where the truth does not tell."""
    weights: NDArray[np.float32]


def of_set(name: str, forms: tuple[str, ...], folds: Path) -> list[Example]:
    """All examples of a set in some forms; pages whose truth is known to be wrong stay out.

    folds: the folder of the tables of wording, so that each page is read with the one that never
    saw its site.
    """
    wrong = NOTES.get(name, {})
    if name == RECOMBINED:
        settings = SETTINGS["recombined"]
        made = recombined(sources(), settings["pages"], settings["seed"])
        jobs = [(name, p, f) for p in made for f in forms if f == "page"]
    else:
        pages = (p for p in datasets.read(name) if p["id"] not in wrong)
        jobs = [(name, p, f) for p in pages for f in forms if "html" in p or f == "visible"]
    with ProcessPoolExecutor() as pool:
        return [e for e in pool.map(partial(_example, folds), jobs, chunksize=8) if e is not None]


def _example(folds: Path, job: tuple[str, dict[str, Any], str]) -> Example | None:
    name, page, form = job
    try:
        with unseen(folds, page, "wording"):
            sequence, matrix, language = (_of_text if form in TEXT_FORMS else _of_page)(page, form)
    except ValueError:  # no article to learn from
        return None
    weight = SET_WEIGHT.get(name, 1.0)
    return Example(
        name,
        str(page["id"]),
        site_of(page),
        form,
        language,
        np.array(matrix, dtype=np.float32),
        _taught(labels(sequence, page), page),
        _weights(sequence.candidates, form, snippets="truth" not in page) * weight,
    )


def labels(sequence: BlockSequence, page: dict[str, Any]) -> list[float]:
    """1 for each line that is article, 0 for residue, NaN where the truth does not tell."""
    found = alignment.label([block.text for block in sequence.blocks], page)
    return [
        float("nan") if v is None or row.block.tag == "pre" else float(v)
        for v, row in zip(found, sequence.candidates, strict=True)
    ]


def _taught(marks: Sequence[float], page: dict[str, Any]) -> NDArray[np.float32]:
    """Labels that are learned from: snippets that shall be present include captions and leads."""
    known = np.array(marks, dtype=np.float32)
    return known if "truth" in page else np.where(known > 0, np.nan, known)


def lines_of_page(page: dict[str, Any], form: str) -> tuple[BlockSequence, Source, str]:
    """The candidates of a page, its lines and its language. Raises ValueError where it has none."""
    html = page["html"] if form == "page" else datasets.without_classes(page["html"])
    read = reading.read(html, url=page.get("url"), settings=Options().reading)
    if read.problem or read.kind != "page":
        raise ValueError(read.problem)
    blocks, title, language = pipeline.extraction(read)
    return _some(BlockSequence(of_page(blocks, read.source), title)), read.source, language


def lines_of_text(page: dict[str, Any], form: str) -> tuple[BlockSequence, str]:
    """The lines of a page as text, and its language. Raises ValueError where it has none."""
    if form == "extracted":
        text = trafilatura.extract(page["html"], include_comments=False) or ""
    else:
        text = page.get("text") or datasets.visible(page["html"])
    read = reading.read(text, url=None, settings=Options(source_kind="text").reading)
    article, language, _ = pipeline.article_of(read)
    return _some(BlockSequence(of_article(article), article.title)), language


def _some(sequence: BlockSequence) -> BlockSequence:
    if not sequence.candidates:
        raise ValueError("nothing was extracted")
    return sequence


def _of_page(page: dict[str, Any], form: str) -> tuple[BlockSequence, judge.Matrix, str]:
    sequence, source, language = lines_of_page(page, form)
    stats = ContainerStats(sequence, source)
    return sequence, judge.page_matrix(sequence, stats, range(len(sequence)), PAGE_NAMES), language


def _of_text(page: dict[str, Any], form: str) -> tuple[BlockSequence, judge.Matrix, str]:
    sequence, language = lines_of_text(page, form)
    return sequence, judge.text_matrix(sequence, range(len(sequence)), TEXT_NAMES), language


def _weights(every: Sequence[Candidate], form: str, *, snippets: bool) -> NDArray[np.float32]:
    """Long rows weigh more, and long pages less than their length: F1 is a mean over pages."""
    weight = np.array([row.block.size**WORD_POWER + ROW_WEIGHT for row in every])
    taken = np.array([row.extracted for row in every])
    total = weight[taken].sum() or weight.sum()
    scale = FORM_WEIGHT[form] * (SNIPPET_WEIGHT if snippets else 1.0)
    result: NDArray[np.float32] = (weight * scale / total**PAGE_POWER).astype(np.float32)
    return result
