"""Judge each page by the models that never saw its site: for figures that are cross-validated."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sites import fold_of, site_of

from cleaner.judge.model import Model, instead


@cache
def _model(folder: Path, name: str, fold: int) -> Model:
    return Model(json.loads((folder / f"{name}-{fold}.json").read_text(encoding="utf-8")))


@contextmanager
def unseen(folder: Path | None, page: dict[str, Any]) -> Iterator[None]:
    """The models of `train_leftover.py --folds FOLDER` for a page; the shipped ones for None."""
    if folder is None:
        yield
        return
    fold = fold_of(site_of(page))
    with instead(page=_model(folder, "page", fold), text=_model(folder, "text", fold)):
        yield
