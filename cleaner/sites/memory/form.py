"""The JSON of a memory: what is furniture first, for reading; then the pages that it is told from.

A line of a page is `key:exact:place:role and marks:words:start:end`; places and texts stand apart,
each once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cleaner.sites.memory.chains import Chain, read, written
from cleaner.sites.memory.fingerprint import LineRecord, PageFingerprint
from cleaner.sites.memory.furniture import Furniture

SCHEMA = "page-cleaner/site-memory/1"
_DIGEST = r"([\w-]{8})"
_LINE = re.compile(
    rf"{_DIGEST}:{_DIGEST}?:(\d{{1,6}}):([kso])([a-z]*):(\d{{1,6}}):{_DIGEST}?:{_DIGEST}?", re.A
)
_FIELDS = "key:exact:place:role and marks:words:start:end"
_ID = re.compile(r"[0-9a-f]{12}")


def plain_of(furniture: Furniture, pages: Sequence[PageFingerprint], learnt: int) -> dict[str, Any]:
    """A memory as plain data."""
    places = sorted({written(n.chain) for page in pages for n in page.lines})
    at = {place: number for number, place in enumerate(places)}
    texts = _texts(pages)
    return {
        "schema": SCHEMA,
        "host": furniture.host,
        "pages learnt": learnt,
        "furniture": furniture.to_list(texts),
        "places": places,
        "texts": texts,
        "pages": [_page(page, at, texts) for page in pages],
    }


def _texts(pages: Iterable[PageFingerprint]) -> dict[str, str]:
    """The first characters of each line by its key: of several spellings always the same one."""
    texts: dict[str, str] = {}
    for line in (n for page in pages for n in page.lines):
        texts[line.key] = min(texts.get(line.key, line.text), line.text)
    return dict(sorted(texts.items()))


def _page(page: PageFingerprint, at: Mapping[str, int], texts: Mapping[str, str]) -> dict[str, Any]:
    lines = " ".join(
        f"{n.key}:{n.exact}:{at[written(n.chain)]}:{n.role}{n.marks}:{n.size}:{n.start}:{n.end}"
        for n in page.lines
    )
    otherwise = {str(i): n.text for i, n in enumerate(page.lines) if n.text != texts[n.key]}
    plain = {"id": page.id, "url": page.url, "title": page.title, "lines": lines}
    return plain | ({"spelt otherwise": otherwise} if otherwise else {})


def read_plain(plain: object) -> tuple[str, list[PageFingerprint]]:
    """The host and the pages of what `plain_of` gave. Raises ValueError, naming the place."""
    told = _table(plain, "it")
    if _of(told, "schema", "it") != SCHEMA:
        raise ValueError(f"its schema is {told['schema']!r}, not {SCHEMA!r}")
    reader = _Reader(
        [read(_text(place, "a place")) for place in _rows(told, "places")],
        _texts_in(_of(told, "texts", "it"), "texts"),
    )
    pages = enumerate(_rows(told, "pages"), 1)
    host = _text(_of(told, "host", "it"), "host")
    return host, [reader.page(one, f"page {number}") for number, one in pages]


@dataclass(frozen=True)
class _Reader:
    """Reads pages, given the places and texts that their lines name."""

    chains: Sequence[Chain]
    texts: Mapping[str, str]

    def page(self, plain: object, where: str) -> PageFingerprint:
        told = _table(plain, where)
        names = ("id", "url", "title", "lines")
        one, url, title, lines = (_text(_of(told, n, where), f"{where}: {n}") for n in names)
        if not _ID.fullmatch(one):
            raise ValueError(f"{where}: the id {one[:40]!r} is no digest")
        otherwise = _texts_in(told.get("spelt otherwise", {}), f"{where}: spelt otherwise")
        seen = (
            self._line(line, otherwise.get(str(i)), f"{where}, line {i + 1}")
            for i, line in enumerate(lines.split())
        )
        return PageFingerprint(one, title, tuple(seen), url)

    def _line(self, line: str, text: str | None, where: str) -> LineRecord:
        told = _LINE.fullmatch(line)
        if not told:
            raise ValueError(f"{where}: {line[:60]!r} is not {_FIELDS}")
        key, exact, place, role, marks, size, start, end = told.groups(default="")
        if int(place) >= len(self.chains):
            raise ValueError(f"{where}: there is no place {place}")
        if text is None and key not in self.texts:
            raise ValueError(f"{where}: there is no text {key}")
        chain, shown = self.chains[int(place)], self.texts[key] if text is None else text
        return LineRecord(key, exact, chain, role, marks, int(size), start, end, shown)


def _table(value: object, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{what} is {_kind(value)}, not an object")
    return value


def _of(told: Mapping[str, Any], name: str, where: str) -> object:
    if name not in told:
        raise ValueError(f"{where} has no {name}")
    return told[name]


def _rows(told: Mapping[str, Any], name: str) -> list[object]:
    value = _of(told, name, "it")
    if not isinstance(value, list):
        raise ValueError(f"{name} is {_kind(value)}, not a list")
    return value


def _texts_in(value: object, what: str) -> dict[str, str]:
    return {key: _text(text, f"a text of {what}") for key, text in _table(value, what).items()}


def _text(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{what} is {_kind(value)}, not a text")
    return value


def _kind(value: object) -> str:
    return f"of type {type(value).__name__}"
