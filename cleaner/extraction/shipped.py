"""The models of the package, and others in their place for a while."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any

from cleaner.extraction.model import Model
from cleaner.extraction.wording import Wording

_instead: dict[str, Any] = {}


def _data(name: str) -> dict[str, Any]:
    file = files("cleaner").joinpath("models", f"{name}.json")
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return data


@cache
def _model(name: str) -> Model:
    return Model(_data(name))


@cache
def _wording() -> Wording:
    return Wording(_data("wording"))


def model(name: str) -> Model:
    """The model for pages ("page") or for scraped text ("text")."""
    return _instead.get(name) or _model(name)


def wording() -> Wording:
    """The table of how articles, and what stands around them, are worded."""
    return _instead.get("wording") or _wording()


@contextmanager
def instead(**models: Model | Wording) -> Iterator[None]:
    """Judge by others for a while, as cross-validation does: `instead(page=…, wording=…)`."""
    before = dict(_instead)
    _instead.update(models)
    try:
        yield
    finally:
        _instead.clear()
        _instead.update(before)
