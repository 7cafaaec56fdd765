"""`cleaner learn` and `--site-memory`: what is said, what is written, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.learn import learn
from cleaner.sites.memory import SiteMemory
from tests.cli.made import run
from tests.sites.memory.made import HOST, TITLES, own, page
from tests.sites.memory.test_recall import _elsewhere
from tests.sites.memory.test_strip import NOTICE, _notice


def _at(source: str, i: int, host: str = HOST) -> str:
    link = f'<link rel="canonical" href="https://www.{host}/{i}">'
    return source.replace("</head>", f"{link}</head>")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for i in range(6):
        (tmp_path / f"{i}.html").write_text(_at(_notice(i), i), "utf-8")
    (tmp_path / "bare.html").write_text(_notice(7), "utf-8")
    (tmp_path / "lowick.html").write_text(_at(_notice(8), 8, "lowick.example"), "utf-8")
    (tmp_path / "empty.html").write_text("<html><body></body></html>", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_site_is_learnt_and_its_furniture_goes(folder: Path) -> None:
    result = run("learn", "0.html", "1.html", "2.html", "3.html", "-o", "site.json")
    assert (result.exit_code, result.stdout) == (0, "")
    counts = "4 pages, 4 different articles; recurring lines: 1, recurring lists: 0"
    assert result.stderr == f"cleaner: site.json: {HOST}, {counts}\n"
    assert (
        run("clean", "5.html", "--no-title", "--site-memory", "site.json").stdout
        == "\n\n".join(own(5)) + "\n"
    )
    assert NOTICE in run("clean", "5.html").stdout


def test_the_file_is_what_the_library_learns(folder: Path) -> None:
    run("learn", *(f"{i}.html" for i in range(4)), "-o", "site.json")
    known = learn([(folder / f"{i}.html").read_bytes() for i in range(4)])
    written = SiteMemory.read("site.json")
    assert known.furniture == written.furniture
    assert [p.id for p in known.pages] == [p.id for p in written.pages]


def test_what_is_learnt_is_added(folder: Path) -> None:
    first = run("learn", "0.html", "1.html", "-o", "site.json")
    assert "2 different articles; at least 3 are needed" in first.stderr
    run("learn", "2.html", "3.html", "0.html", "-o", "site.json")
    run("learn", *(f"{i}.html" for i in (3, 2, 1, 0)), "-o", "once.json")
    assert (folder / "site.json").read_bytes() == (folder / "once.json").read_bytes()


def test_memories_are_merged(folder: Path) -> None:
    for name, ids in (("one.json", "01"), ("two.json", "23"), ("all.json", "0123")):
        run("learn", *(f"{i}.html" for i in ids), "-o", name)
    assert run("learn", "one.json", "two.json", "-o", "both.json").exit_code == 0
    assert run("learn", "one.json", "2.html", "3.html", "-o", "mixed.json").exit_code == 0
    whole = (folder / "all.json").read_bytes()
    assert (folder / "both.json").read_bytes() == whole
    assert (folder / "mixed.json").read_bytes() == whole


def test_copies_of_a_page_are_one_page(folder: Path) -> None:
    (folder / "copy.html").write_bytes((folder / "0.html").read_bytes())
    result = run("learn", "0.html", "copy.html", "1.html", "-o", "site.json")
    assert "2 pages, 2 different articles" in result.stderr


def test_two_sites_are_not_written_to_one_file(folder: Path) -> None:
    result = run("learn", "0.html", "lowick.html", "-o", "site.json")
    assert result.exit_code == 2
    assert "pages of 2 sites (kestle.example, lowick.example); give a folder" in " ".join(
        result.stderr.split()
    )
    assert not Path("site.json").exists()


def test_two_sites_go_to_a_folder(folder: Path) -> None:
    given = ("0.html", "1.html", "2.html", "lowick.html", "-o", "memories/")
    doubted = run("learn", *given)
    assert doubted.exit_code == 1
    said = "0.html: site unknown; name it with --host, or use --host-from-page"
    assert said in doubted.stderr
    assert not Path("memories").exists()
    result = run("learn", *given, "--host-from-page")
    assert result.exit_code == 0
    assert sorted(p.name for p in Path("memories").iterdir()) == [
        "kestle.example.json",
        "lowick.example.json",
    ]
    shown = run(
        *("clean", "5.html", "lowick.html", "bare.html", "-o", "out/"),
        *("--site-memory", "memories", "--host-from-page"),
    )
    assert shown.exit_code == 0
    assert NOTICE not in Path("out/5.txt").read_text("utf-8")
    assert NOTICE in Path("out/lowick.txt").read_text("utf-8")


def test_another_sites_memory_is_not_written_over(folder: Path) -> None:
    run("learn", "0.html", "-o", "site.json")
    before = Path("site.json").read_bytes()
    result = run("learn", "lowick.html", "-o", "site.json")
    assert result.exit_code == 2
    assert "this is the memory of kestle.example, not of lowick.example" in " ".join(
        result.stderr.split()
    )
    assert Path("site.json").read_bytes() == before


def test_a_host_may_be_named(folder: Path) -> None:
    unknown = run("learn", "bare.html", "0.html", "-o", "site.json")
    assert unknown.exit_code == 1
    assert "bare.html: site unknown; name it with --host" in unknown.stderr
    named = run("learn", "bare.html", "0.html", "-o", "other.json", "--host", "WWW.Brae.example")
    assert named.exit_code == 0
    assert SiteMemory.read("other.json").host == "brae.example"


def test_pages_without_an_article_are_named(folder: Path) -> None:
    some = run("learn", "0.html", "empty.html", "none.html", "-o", "site.json")
    assert some.exit_code == 1
    assert "empty.html: nothing to learn: no-article" in some.stderr
    assert "none.html: no such file" in some.stderr
    assert SiteMemory.read("site.json").seen == 1
    none = run("learn", "empty.html", "-o", "nothing.json")
    assert none.exit_code == 1
    assert "nothing.json: nothing was learned" in none.stderr
    assert not Path("nothing.json").exists()


def test_what_cannot_be_read_or_written_is_wrong_usage(folder: Path) -> None:
    Path("bad.json").write_text("{}", "utf-8")
    bad = run("learn", "0.html", "bad.json", "-o", "site.json")
    assert bad.exit_code == 2
    assert "bad.json: not a site memory: it has no schema" in bad.stderr
    assert run("learn", "0.html", "-o", "bad.json").exit_code == 2
    assert Path("bad.json").read_text("utf-8") == "{}"
    unwritable = run("learn", "0.html", "-o", "0.html/site.json")
    assert unwritable.exit_code == 2
    assert "cannot be written" in unwritable.stderr or "cannot be read" in unwritable.stderr
    assert run("learn", "-o", "site.json").exit_code == 2
    assert run("learn", "0.html").exit_code == 2


@pytest.mark.parametrize("command", ["clean", "explain"])
def test_a_memory_that_cannot_be_read_is_wrong_usage(folder: Path, command: str) -> None:
    Path("bad.json").write_text("{", "utf-8")
    for name, why in (
        ("bad.json", "bad.json:1: not JSON"),
        ("none.json", "none.json: cannot be read"),
    ):
        result = run(command, "0.html", "--site-memory", name)
        assert result.exit_code == 2
        assert f"--site-memory {why}" in " ".join(result.stderr.split())


def test_a_damaged_file_of_a_folder_is_named_when_its_host_is_met(folder: Path) -> None:
    Path("memories").mkdir()
    Path("memories/lowick.example.json").write_text("{", "utf-8")
    assert run("clean", "0.html", "--site-memory", "memories").exit_code == 0
    address = ("--url", "https://lowick.example/8")
    result = run("clean", "lowick.html", "--site-memory", "memories", *address)
    assert result.exit_code == 2
    assert "lowick.example.json:1: not JSON" in result.stderr.replace("\n", " ")


def test_explain_tells_how_often_it_was_seen(folder: Path) -> None:
    run("learn", *(f"{i}.html" for i in range(4)), "-o", "site.json")
    shown = run("explain", "5.html", "--site-memory", "site.json").stdout
    assert f"[site-furniture, certain: seen in 4 of 4 articles of {HOST}]" in shown


def test_a_changed_layout_is_said(folder: Path) -> None:
    run("learn", *(f"{i}.html" for i in range(4)), "-o", "site.json")
    for i in (8, 9):
        Path(f"new{i}.html").write_text(_at(_elsewhere(i, *own(i)), i), "utf-8")
    cleaned = run("clean", "new8.html", "--site-memory", "site.json")
    assert f"new8.html: the layout of {HOST} has changed" in cleaned.stderr
    learnt = run("learn", "new8.html", "new9.html", "5.html", "-o", "site.json")
    assert learnt.exit_code == 0
    assert (
        f"{HOST}: the layout has changed: 2 of 3 pages have nothing of what was known"
        in learnt.stderr
    )
    Path("short.html").write_text(_at(page(11, own(11)[0], title=TITLES[11]), 11), "utf-8")
    assert "layout" not in run("learn", "short.html", "-o", "site.json").stderr


def test_the_file_is_json_that_a_person_can_read(folder: Path) -> None:
    run("learn", *(f"{i}.html" for i in range(4)), "-o", "site.json")
    plain = json.loads(Path("site.json").read_text("utf-8"))
    assert plain["host"] == HOST
    assert plain["pages learnt"] == 4
    assert plain["furniture"][0]["seen in"] == "4 of 4 articles"
