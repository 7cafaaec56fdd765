"""The table of how articles, and what stands around them, are worded: lines, and the fit."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from math import isnan, sqrt
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.common import datasets
from benchmarks.common.folds import fold_of, site_of
from cleaner.extraction.wording import Wording, spoken
from training.examples import NOTES, SETTINGS, labels, lines_of_page, lines_of_text

PARAMETERS: dict[str, Any] = SETTINGS["wording"]
Gram = tuple[str, ...]


class Spoken(NamedTuple):
    """A line with a label."""

    page: str
    site: str
    words: Sequence[str]
    is_article: bool


def lines_of(name: str) -> list[Spoken]:
    """The lines of a set that have a label; pages whose truth is known to be wrong stay out."""
    wrong = NOTES.get(name, {})
    pages = [page for page in datasets.read(name) if page["id"] not in wrong]
    with ProcessPoolExecutor() as pool:
        return [line for lines in pool.map(_lines, pages, chunksize=8) for line in lines]


def _lines(page: dict[str, Any]) -> list[Spoken]:
    try:
        sequence = lines_of_page(page, "page")[0] if "html" in page else lines_of_text(page, "")[0]
    except ValueError:  # no article to learn from
        return []
    pairs = zip(sequence.blocks, labels(sequence, page), strict=True)
    whence = str(page["id"]), site_of(page)
    return [Spoken(*whence, block.words, bool(mark)) for block, mark in pairs if not isnan(mark)]


def fitted(lines: Sequence[Spoken], without: int | None = None) -> dict[str, Any]:
    """A table as the package reads it, of lines whose site is in no fold that is left out."""
    lines = [line for line in lines if fold_of(line.site) != without]
    every = _on_several_sites(lines)
    found = CountVectorizer(analyzer=_grams, vocabulary=sorted(every))
    counts, y = _shares(found, lines), np.array([line.is_article for line in lines])
    weights = _fit(counts, y)
    told = np.abs(weights) * np.sqrt(np.asarray((counts > 0).sum(axis=0)).ravel())
    best = np.sort(np.argsort(-told, kind="stable")[: PARAMETERS["size"]])
    names = found.get_feature_names_out()[best]
    return _table(names, _fit(counts[:, best], y))


def _grams(line: Spoken) -> list[Gram]:
    said = spoken(line.words)
    return [(word,) for word in said[1:-1]] + list(pairwise(said))


def _on_several_sites(lines: Iterable[Spoken]) -> set[Gram]:
    """What is worth a weight: a name or a phrase of one site says nothing of another."""
    sites: dict[Gram, set[str]] = defaultdict(set)
    for line in lines:
        for gram in _grams(line):
            sites[gram].add(line.site)
    return {gram for gram, where in sites.items() if len(where) >= PARAMETERS["sites"]}


def _shares(found: CountVectorizer, lines: Sequence[Spoken]) -> csr_matrix:
    """How often each stands in each line, by the root of the line's length."""
    counts = found.transform(lines).astype(np.float32)
    lengths = np.array([sqrt(2 * len(spoken(line.words))) for line in lines], dtype=np.float32)
    return csr_matrix(counts.multiply(1 / lengths[:, None]))


def _fit(counts: csr_matrix, y: NDArray[Any]) -> NDArray[Any]:
    fit = LogisticRegression(C=PARAMETERS["C"], solver="liblinear").fit(counts, y)
    return np.asarray(np.round(fit.coef_[0], 1))


def _table(names: Sequence[Gram], weights: NDArray[Any]) -> dict[str, Any]:
    words: dict[str, float] = {}
    pairs: dict[str, dict[str, float]] = defaultdict(dict)
    for name, weight in zip(names, weights.tolist(), strict=True):
        if weight and len(name) == 1:
            words[name[0]] = weight
        elif weight:
            pairs[name[0]][name[1]] = weight
    return {"words": words, "pairs": dict(pairs), "provenance": {}}


def ranks(table: dict[str, Any], lines: Iterable[Spoken]) -> list[float]:
    """How a table finds lines worded."""
    wording = Wording(table)
    return [wording.of(line.words) for line in lines]


def written(table: dict[str, Any]) -> str:
    """One first word a line: small, and a change shows."""
    head = json.dumps({"provenance": table["provenance"]}, indent=1, ensure_ascii=False)
    words = _rows(table["words"])
    return f'{head[:-2]},\n "words": {words},\n "pairs": {_rows(table["pairs"])}\n}}\n'


def _rows(entries: dict[str, Any]) -> str:
    rows = (
        f"{json.dumps(k, ensure_ascii=False)}:"
        + json.dumps(v, ensure_ascii=False, separators=(",", ":"))
        for k, v in entries.items()
    )
    return "{\n" + ",\n".join(rows) + "\n}"
