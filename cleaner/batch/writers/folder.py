"""A folder with a file for every article, and `rows.jsonl` with what is known of every page."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cleaner.batch.job.delivery import ROWS, Delivery
from cleaner.batch.job.made import Note
from cleaner.batch.rows import is_article
from cleaner.rendering.formats import formats
from cleaner.rendering.render import titled

FORMAT = "folder"
ENDINGS = ()
NEEDS = ""
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 120
"""Bytes of a name before its number and ending."""


def write(rows: Iterable[dict[str, Any]], delivery: Delivery, columns: tuple[str, ...]) -> None:
    """Write a file an article, in the richest of the forms asked for. Raises OSError, JobError."""
    with delivery.articles() as (folder, note):
        _fill(folder, rows, columns, note)


def _fill(
    folder: Path, rows: Iterable[dict[str, Any]], columns: tuple[str, ...], note: Note
) -> None:
    form = next(name for name in formats() if name in (*columns, "text"))
    names = _Names(formats()[form].ENDING)
    with (folder / ROWS).open("wb") as index:
        for row in rows:
            row["file"] = names.name(row["id"]) if is_article(row["outcome"]) else None
            if row["file"]:
                article = _article(row, form)
                note(row["file"], article)
                (folder / row["file"]).write_bytes(article)
            known = {name: value for name, value in row.items() if name not in ("text", form)}
            index.write(json.dumps(known, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _article(row: dict[str, Any], form: str) -> bytes:
    return titled(form, row["title"], row[form]).encode("utf-8", "replace")


class _Names:
    """Names of files: made of ids, and no two alike, not even for a system that folds case."""

    def __init__(self, ending: str) -> None:
        self.ending = ending
        self._taken = set[str]()
        self._count = Counter[str]()

    def name(self, id_: str) -> str:
        stem = _UNSAFE.sub("_", unicodedata.normalize("NFC", id_)).strip("._")
        stem = stem.encode()[:_LONGEST].decode("utf-8", "ignore") or "page"
        name, folded = stem, stem.casefold()
        while name.casefold() in self._taken:
            self._count[folded] += 1
            name = f"{stem}-{self._count[folded] + 1}"
        self._taken.add(name.casefold())
        return f"{name}.{self.ending}"
