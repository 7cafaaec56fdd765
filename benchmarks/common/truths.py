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
    return str(page["id"]) not in known_wrong(name) and share_on_page(page) >= ON_PAGE


def share_on_page(page: dict[str, Any]) -> float:
    """Share of the truth's words that stand on the page, wherever it is."""
    wanted, shown = datasets.bag(page["truth"]), datasets.bag(datasets.visible(page["html"]))
    return (wanted & shown).total() / max(1, wanted.total())
