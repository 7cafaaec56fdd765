"""The file: small, readable, and never the cause of a traceback."""

# ruff: noqa: E501
# a page or a text on one line is read as one

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.learn import learn
from cleaner.sites.memory import SiteMemory, SiteMemoryError
from tests.cases import FIXTURES
from tests.sites.memory.made import TITLES, own, page, taught
from tests.sites.memory.test_strip import NOTICE

MEMORY = taught(
    page(i, *own(i, 8), NOTICE, f'<div class="cards"><p>{TITLES[i + 1]}</p></div>')
    for i in range(8)
)
TEXT = MEMORY.to_json()


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    plain = json.loads(TEXT)
    change(plain)
    return json.dumps(plain)


def token(change: Callable[[list[str]], object]) -> str:
    """The first line of the first page with other fields."""

    def one(plain: dict[str, Any]) -> None:
        first, _, rest = plain["pages"][0]["lines"].partition(" ")
        fields = first.split(":")
        change(fields)
        plain["pages"][0]["lines"] = f"{':'.join(fields)} {rest}"

    return changed(one)


DAMAGED = {
    "empty": "",
    "truncated": TEXT[: len(TEXT) // 2],
    "a list": "[]",
    "a number": "7",
    "another schema": changed(lambda m: m.update(schema="page-cleaner/site-memory/9")),
    "no schema": changed(lambda m: m.pop("schema")),
    "no pages": changed(lambda m: m.pop("pages")),
    "no host": changed(lambda m: m.pop("host")),
    "pages are a number": changed(lambda m: m.update(pages=3)),
    "a page is a number": changed(lambda m: m.update(pages=[3])),
    "a page without an id": changed(lambda m: m["pages"][0].pop("id")),
    "an id that is a number": changed(lambda m: m["pages"][0].update(id=7)),
    "an id that is no digest": changed(lambda m: m["pages"][0].update(id="zebra")),
    "lines are a list": changed(lambda m: m["pages"][0].update(lines=[])),
    "a url that is a number": changed(lambda m: m["pages"][0].update(url=7)),
    "a title that is null": changed(lambda m: m["pages"][0].update(title=None)),
    "places are a number": changed(lambda m: m.update(places=7)),
    "a place is a number": changed(lambda m: m.update(places=[7] * len(m["places"]))),
    "too few places": changed(lambda m: m.update(places=[])),
    "texts are a list": changed(lambda m: m.update(texts=[])),
    "a key without a text": changed(lambda m: m.update(texts={})),
    "a text is a number": changed(lambda m: m.update(texts=dict.fromkeys(m["texts"], 7))),
    "a host that is a number": changed(lambda m: m.update(host=7)),
    "too few fields": token(lambda f: f.pop()),
    "too many fields": token(lambda f: f.append("x")),
    "a place that is none": token(lambda f: f.__setitem__(2, "x")),
    "a place below zero": token(lambda f: f.__setitem__(2, "-1")),
    "no role": token(lambda f: f.__setitem__(3, "")),
    "another role": token(lambda f: f.__setitem__(3, "zp")),
    "a size that is none": token(lambda f: f.__setitem__(4, "many")),
    "a huge size": token(lambda f: f.__setitem__(4, "9" * 5000)),
    "nested without end": "[" * 200_000,
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_named_with_the_place(name: str, tmp_path: Path) -> None:
    path = tmp_path / "site.json"
    path.write_text(DAMAGED[name], "utf-8")
    with pytest.raises(SiteMemoryError) as error:
        SiteMemory.read(path)
    said = str(error.value)
    assert said.startswith(f"{path}:")
    assert len(said) > len(f"{path}: not a site memory: ")
    assert "\n" not in said
    if "field" in name or "role" in name or "place that" in name:
        assert "page 1, line 1" in said


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.text(max_size=3), st.integers(0, 40))
def test_any_change_is_read_or_told(at: int, put: str, less: int) -> None:
    try:
        SiteMemory.from_json(TEXT[:at] + put + TEXT[at + less :]).furniture  # noqa: B018
    except SiteMemoryError as error:
        assert str(error).startswith("site memory:")


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.json").write_bytes(b'{"host": "\xe9"}')
    for name, why in (("none.json", "cannot be read"), ("", "cannot be read"), ("latin.json", "not UTF-8 at byte 10")):  # fmt: skip
        with pytest.raises(SiteMemoryError, match=why):
            SiteMemory.read(tmp_path / name)


def test_it_says_what_comes_back_first_of_all() -> None:
    plain = json.loads(TEXT)
    assert list(plain)[:4] == ["schema", "host", "pages learnt", "furniture"]
    assert plain["furniture"][0] == {
        "line": NOTICE[:40],
        "seen in": "8 of 8 articles",
        "where": "behind the article",
        "at": "main>article.story>p",
    }


def test_it_is_small() -> None:
    lines = sum(len(page.lines) for page in MEMORY.pages) / len(MEMORY.pages)
    assert len(TEXT.encode()) / len(MEMORY.pages) < 150 * lines
    assert max(map(len, TEXT.splitlines())) < 100 * lines, "a line of the file is a page at most"


def test_it_holds_no_more_of_a_line_than_its_beginning() -> None:
    assert NOTICE[:40] in TEXT
    assert NOTICE[:41] not in TEXT


def test_the_fixture_is_what_learn_gives() -> None:
    """To be made again: python -m tests.sites.memory.test_json."""
    assert (FIXTURES / "residue/site-furniture.json").read_text("utf-8") == _harbour_light()


def _harbour_light() -> str:
    files = sorted((FIXTURES / "sites/harbour-light").glob("*.html"))
    return learn([f.read_bytes() for f in files], host="harbour-light.example").to_json()


if __name__ == "__main__":
    (FIXTURES / "residue/site-furniture.json").write_text(_harbour_light(), "utf-8")
