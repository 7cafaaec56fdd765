"""The index of the lexicons: what is filed, where its file is kept, and which file is not read."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from cleaner.text import index_file, words
from cleaner.text.index import Index, index
from cleaner.text.lists import sources, tables
from cleaner.text.pattern import IS_UNSPACED, UNSPACED
from cleaner.text.phrase import DENSE, IS_DENSE
from cleaner.text.sections import Sections, columns, packed

LEXICON = b"""
[label]
en = ["share"]
[appeal]
en = ["join our \xe2\x80\xa6 newsletter"]
[roles]
counted = ["label"]
"""
OTHER = LEXICON.replace(b"share", b"tweet")


@pytest.fixture
def lexicon(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, bytes]:
    """One lexicon, in a package and with a cache of this test's own."""
    (tmp_path / "package/lexicons").mkdir(parents=True)
    held = {"made.toml": LEXICON}
    monkeypatch.setattr(index_file, "files", lambda _: tmp_path / "package")
    monkeypatch.setattr(index_file, "sources", lambda *_: held)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return held


def beside(folder: Path) -> Path:
    return folder / "package/lexicons" / index_file.NAME


def read_only(folder: Path) -> None:
    """A package that cannot be written, not even by root."""
    (folder / "package/lexicons").rmdir()
    (folder / "package/lexicons").write_text("")


def making(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the indexes that are made from now on."""
    made, file = [], index_file.filed_under

    def filed_under(title: str, lexicons: dict[str, bytes]) -> bytes:
        made.append(title)
        return file(title, lexicons)

    monkeypatch.setattr(index_file, "filed_under", filed_under)
    return made


def loaded() -> Index:
    return Index(Sections(index_file.loaded()))


def test_phrases_are_filed_by_line_by_rarest_word_and_by_slot(lexicon: dict[str, bytes]) -> None:
    filed = loaded()
    assert filed.names == [("made", "label", "en"), ("made", "appeal", "en")]
    assert filed.whole["s"] == {"share": "0"}
    assert filed.within == {"newsletter": "1\tjoin our … newsletter"}
    assert filed.roles == [["made", "counted", "label"]]
    assert filed.slots == {"made": ["label", "appeal"]}
    assert filed.phrases("made", "label") == {"en": ["share"]}
    assert filed.phrases("made", "none") == filed.phrases("none", "label") == {}


def test_it_is_made_once_and_kept_beside_the_lexicons(
    lexicon: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = making(monkeypatch)
    first = index_file.loaded()
    assert index_file.loaded() == first == beside(tmp_path).read_bytes()
    assert len(made) == 1
    assert not (tmp_path / "cache").exists()


def test_a_changed_lexicon_is_filed_anew(lexicon: dict[str, bytes], tmp_path: Path) -> None:
    index_file.loaded()
    lexicon["made.toml"] = OTHER
    assert loaded().whole["t"] == {"tweet": "0"}
    assert b"tweet" in beside(tmp_path).read_bytes()


def test_it_is_named_after_the_code_that_files() -> None:
    text = {path.name for path in Path(words.__file__).parent.glob("*.py")}
    assert {"filing.py", "pattern_filing.py", "phrase.py", "words.py"} <= text
    assert set(sources("text", ".py")) == text


@pytest.mark.parametrize("cut", [0, 1, 40, -1])
@pytest.mark.parametrize("more", [b"", b"more"])
def test_half_a_file_and_more_than_one_are_made_anew(
    lexicon: dict[str, bytes], tmp_path: Path, cut: int, more: bytes
) -> None:
    whole = index_file.loaded()
    beside(tmp_path).write_bytes(whole[:cut] + more)
    assert index_file.loaded() == whole == beside(tmp_path).read_bytes()


@pytest.mark.parametrize("foreign", [b"", b"\0" * 99, b"{}\n{}", b"cos\n_exit\n(I9\ntR."])
def test_a_file_of_others_is_not_read(
    lexicon: dict[str, bytes], tmp_path: Path, foreign: bytes
) -> None:
    beside(tmp_path).write_bytes(foreign)
    assert loaded().whole["s"] == {"share": "0"}


def test_the_cache_is_used_where_nothing_can_be_written_beside(
    lexicon: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_only(tmp_path)
    made = making(monkeypatch)
    first = index_file.loaded()
    assert index_file.loaded() == first
    assert len(made) == 1
    [kept] = (tmp_path / "cache/page-cleaner").iterdir()
    assert kept.read_bytes() == first
    assert kept.parent.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners and modes are POSIX's")
@pytest.mark.parametrize("name", ["page-cleaner", "page-cleaner/*.txt"])
def test_what_others_may_write_in_the_cache_is_not_read(
    lexicon: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    read_only(tmp_path)
    index_file.loaded()
    [place] = (tmp_path / "cache").glob(name)
    place.chmod(0o777)
    made = making(monkeypatch)
    assert loaded().whole["s"] == {"share": "0"}
    assert len(made) == 1


def test_without_any_place_it_is_made_each_time(
    lexicon: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_only(tmp_path)
    (tmp_path / "cache").write_text("no folder")
    made = making(monkeypatch)
    assert index_file.loaded() == index_file.loaded()
    assert len(made) == 2


def test_several_may_make_it_at_once(lexicon: dict[str, bytes], tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        every = set(pool.map(lambda _: index_file.loaded(), range(40)))
    assert every == {beside(tmp_path).read_bytes()}
    assert [path.name for path in beside(tmp_path).parent.iterdir()] == [index_file.NAME]


def test_the_same_lexicons_give_the_same_file() -> None:
    script = """if True:
        import hashlib
        from cleaner.text import index_file, lists
        held = lists.sources()
        made = index_file.filed_under(index_file.title_of(held), held)
        print(hashlib.sha256(made).hexdigest())
    """
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    made = subprocess.run(
        [sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True
    )
    assert made.stdout.strip() == sha256(index_file.loaded()).hexdigest()
    assert len(index().within) > 10_000


def test_a_lexicon_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match=r"lexicons/made\.toml: .*line 2"):
        tables({"made.toml": b"[label]\nen = [share]"})


def test_a_tab_would_part_a_text() -> None:
    assert Sections(packed("made", columns("a", {"b": ["c", "d"]}))).by_key("a") == {"b": "c\td"}
    with pytest.raises(ValueError, match="without tabs"):
        columns("a", {"b": ["c\td"]})


@pytest.mark.parametrize(
    ("written", "tried"),
    [
        (f"[{DENSE}]", IS_DENSE.match),
        (f"[{UNSPACED}]", IS_UNSPACED.match),
        (f"[{words._UNSPACED}]", words.has_unspaced),
    ],
)
def test_classes_that_are_compiled_soon_are_the_same(written: str, tried: object) -> None:
    exact = re.compile(written)
    signs = (chr(code) for code in range(0x20000))
    assert all(bool(exact.match(sign)) == bool(tried(sign)) for sign in signs)
