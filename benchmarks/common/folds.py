"""Cross-validation by site: each page is judged by a model that never saw its site."""

from __future__ import annotations

import hashlib
import json
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cleaner.extraction.model import Model
from cleaner.extraction.shipped import instead
from cleaner.extraction.wording import Wording
from cleaner.text.urls import domain_of

SEED = 20260101
FOLDS = 5


def site_of(page: dict[str, Any]) -> str:
    """The registered domain of a page, roughly; its site or id where there is no URL."""
    host = urlsplit(page.get("url") or "").hostname or str(page.get("site") or page["id"])
    return domain_of(host.removeprefix("www."))


def fold_of(site: str) -> int:
    """The fold of a site: by a hash of its name, so that it never changes."""
    return int(hashlib.sha256(f"{SEED} {site}".encode()).hexdigest(), 16) % FOLDS


def add_option(parser: ArgumentParser) -> None:
    """The option --folds."""
    help_text = "judge each page by a model that never saw its site (python -m training --folds)"
    parser.add_argument("--folds", type=Path, metavar="DIR", help=help_text)


MODELS = {"page": Model, "text": Model, "wording": Wording, "confidence": Model}


@cache
def _model(folder: Path, name: str, fold: int) -> Model | Wording:
    data = json.loads((folder / f"{name}-{fold}.json").read_text(encoding="utf-8"))
    return MODELS[name](data)


@contextmanager
def unseen(folder: Path | None, page: dict[str, Any], *names: str) -> Iterator[None]:
    """Judge a page by the models in a folder that never saw its site; None: by the shipped ones.

    names: of the models that are exchanged; all that the folder has where none is given.
    """
    if folder is None:
        yield
        return
    fold = fold_of(site_of(page))
    there = names or [name for name in MODELS if (folder / f"{name}-{fold}.json").exists()]
    with instead(**{name: _model(folder, name, fold) for name in there}):
        yield
