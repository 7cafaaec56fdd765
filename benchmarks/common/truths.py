"""Whether the truth of a page can be had from it: figures of pages where it cannot say little."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.common import datasets

ON_PAGE = 0.9
"""Share of the truth's words that stand on the page, among all visible ones, at least."""
FOLDER = Path(__file__).parents[2] / "training"


@cache
def known_wrong(name: str) -> frozenset[str]:
    """The pages of a set whose truth was seen to be wrong, or cut short."""
    files = (FOLDER / "truth_notes.toml", FOLDER / "truth_cut.toml")
    listed = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return frozenset(id_ for notes in listed for id_ in notes.get(name, {}))


def is_sound(name: str, page: dict[str, Any]) -> bool:
    """Whether the truth of a page of a set is on the page, and nothing is known against it."""
    return not is_wrong(name, page) and is_shown(page)


def is_wrong(name: str, page: dict[str, Any]) -> bool:
    """Whether something is known against the truth of a page of a set."""
    return str(page["id"]) in known_wrong(name)


def is_shown(page: dict[str, Any]) -> bool:
    """Whether nearly all words of the truth stand on the page, wherever they do."""
    wanted, shown = datasets.bag(page["truth"]), datasets.bag(datasets.visible(page["html"]))
    return (wanted & shown).total() / max(1, wanted.total()) >= ON_PAGE
