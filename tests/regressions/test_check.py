"""`cleaner check`: what is told of a page that changed, and the exit status."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.files import BadInput
from cleaner.learn import learn
from cleaner.regressions import Sort, check
from cleaner.regressions.removals import removal_changes
from cleaner.residue import kinds
from tests.cases import FIXTURES
from tests.regressions.made import FIRST, PAGE, SECOND, THIRD, TITLE, recorded, run

PAGES = FIXTURES / "pages"


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_has_changed(tmp_path: Path) -> None:
    recorded(tmp_path)
    result = run("check", tmp_path)
    assert (result.exit_code, result.stdout) == (0, "1 page: 1 unchanged\n")


def test_a_lost_paragraph_is_the_first_thing_that_is_told(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    recorded(tmp_path, "another")
    lost = "The harbour office, which had warned of the crack in May, said nothing on Monday."
    rewrite(folder / "article.md", SECOND, f"{lost}\n\n{SECOND}")
    rewrite(folder / "report.json", '"kind": "byline"', '"kind": "caption"')
    result = run("check", tmp_path)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[:4] == [
        "ferry: the article has changed: 15 words lost",
        "  lost from the article (15 words):",
        f"    - {lost}",
        "        [paragraph 2 of 4]",
    ]
    assert "  stripped for another reason:" in lines
    assert lines[-1] == "2 pages: 1 unchanged, 1 changed"


def test_the_page_that_lost_something_comes_first(tmp_path: Path) -> None:
    rewrite(recorded(tmp_path, "a") / "report.json", '"kind": "byline"', '"kind": "caption"')
    rewrite(recorded(tmp_path, "b") / "article.md", THIRD, "")
    rewrite(recorded(tmp_path, "c") / "article.md", SECOND, f"{SECOND}\n\nLost words are here.")
    lines = run("check", tmp_path).stdout.splitlines()
    heads = [line for line in lines if not line.startswith(" ") and ": the " in line]
    assert [line[0] for line in heads] == ["c", "b", "a"]


def test_what_leaks_is_told_with_its_words(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    rewrite(folder / "article.md", f"{SECOND}\n\n", "")
    result = run("check", folder)
    assert result.exit_code == 1
    assert f"leaked into the article (31 words):\n    + {SECOND}\n" in result.stdout


def test_a_lost_line_tells_as_what_it_is_stripped(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    rewrite(folder / "article.md", FIRST, f"By Jane Doe\n\n{FIRST}")
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    report["stripped"] = [s for s in report["stripped"] if s["kind"] != "byline"]
    (folder / "report.json").write_text(json.dumps(report), encoding="utf-8")
    (only,) = check(folder)
    assert [c.sort for c in only.changes] == [Sort.LOST]
    assert "paragraph 1 of 4; stripped now as byline: " in only.changes[0].note


def test_a_leaked_line_tells_as_what_it_was_stripped(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    (folder / "options.toml").write_text('keep = ["byline"]', encoding="utf-8")
    (only,) = check(folder)
    assert [c.sort for c in only.changes] == [Sort.LEAKED]
    assert "; was stripped as byline: " in only.changes[0].note


def test_another_reason_is_a_change_but_not_of_the_article(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    rewrite(folder / "report.json", '"because": "', '"because": "perhaps ')
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "ferry: the article is the same; what is told" in result.stdout
    assert "stripped for another reason" in result.stdout
    assert result.stdout.endswith("1 changed (of 1 the article is the same)\n")
    assert run("check", tmp_path, "--articles-only").exit_code == 0


def test_a_move_is_told_as_a_move(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    rewrite(folder / "article.md", f"{SECOND}\n\n{THIRD}", f"{THIRD}\n\n{SECOND}")
    (only,) = check(tmp_path)
    assert [c.sort for c in only.changes] == [Sort.MOVED]


def test_another_title_and_another_outcome(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    rewrite(folder / "article.md", TITLE, "Bridge to the islands")
    rewrite(folder / "report.json", '"outcome": "cleaned"', '"outcome": "no-article: paywall"')
    told = run("check", tmp_path).stdout
    assert f"another title:\n    ~ Bridge to the islands → {TITLE}\n" in told
    assert "another outcome:\n    ~ no-article: paywall → cleaned\n" in told


def test_a_leak_that_is_gone_is_taken_off_the_list(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    (folder / "known_leaks.txt").write_text("Sign up now\r\n\r\n", encoding="utf-8")
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "better than recorded" in result.stdout
    assert "~ Sign up now" in result.stdout
    assert run("accept", folder, "--yes").exit_code == 0
    assert not (folder / "known_leaks.txt").exists()
    assert run("check", tmp_path).exit_code == 0


def test_a_known_leak_does_not_count(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    rewrite(folder / "article.md", SECOND, "")
    (folder / "known_leaks.txt").write_text(f"\ufeff{SECOND}\r\n", encoding="utf-8")
    assert run("check", tmp_path).exit_code == 0


@pytest.mark.parametrize("folder", sorted(PAGES.iterdir()), ids=lambda path: path.name)
def test_this_projects_own_pages_are_of_this_form(folder: Path) -> None:
    assert run("check", folder).exit_code == 0


def test_line_ends_and_marks_of_an_editor_do_not_count(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    text = (folder / "article.md").read_text(encoding="utf-8")
    text = text.replace("ferry", "**ferry**").replace(FIRST[40:50], FIRST[40:50].upper())
    written = "\ufeff" + text.replace("\n", "\r\n").replace(" and ", "\r\nand ")
    (folder / "article.md").write_bytes(written.encode("utf-8"))
    assert run("check", tmp_path).exit_code == 0


def test_options_of_a_page_are_used_again(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    into = tmp_path / "kept"
    url = "https://example.com/a?b=“c”\\d"
    given = ["--keep", "byline", "--url", url, "--source-kind", "page", "--name", "a"]
    run("accept", tmp_path / "page.html", "--into", into, *given)
    assert "By Jane Doe" in (into / "a/article.md").read_text(encoding="utf-8")
    assert check(into)[0].status == "unchanged"
    assert check(into)[0].case.settings().url == url
    (into / "a/options.toml").unlink()
    assert Sort.LOST in [change.sort for change in check(into)[0].changes]


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (lambda f: (f / "page.html").unlink(), "no page.html and no page.txt"),
        (lambda f: (f / "page.txt").write_text("x"), "two pages: page.html, page.txt"),
        (lambda f: (f / "article.md").unlink(), "no article.md; `cleaner accept` writes it"),
        (
            lambda f: (f / "article.md").write_bytes(b"ab\xff"),
            "article.md is not UTF-8, from byte 2",
        ),
        (lambda f: (f / "report.json").unlink(), "no report.json; `cleaner accept` writes it"),
        (lambda f: (f / "report.json").write_text("{\n,"), "report.json is not JSON: "),
        (lambda f: (f / "report.json").write_text("{\n,"), "line 2 column 1"),
        (lambda f: (f / "report.json").write_text("[" * 100_000), "report.json"),
        (lambda f: (f / "report.json").write_text("[]"), "report.json: no outcome"),
        (
            lambda f: (f / "report.json").write_text('{"outcome": "x"}'),
            "no list of what is stripped",
        ),
        (
            lambda f: (f / "report.json").write_text(
                '{"outcome": "x", "stripped": [{"kind": "a"}]}'
            ),
            "report.json: entry 1 of what is stripped has no because",
        ),
        (lambda f: (f / "options.toml").write_text("a ="), "options.toml: not TOML: "),
        (lambda f: (f / "options.toml").write_text("a = 1"), "options.toml: unknown name a; valid"),
        (lambda f: (f / "options.toml").write_text("keep = 'a'"), "keep must be a list of kinds"),
        (lambda f: (f / "options.toml").write_text("keep = ['a']"), "keep: unknown kind a; valid"),
        (lambda f: (f / "options.toml").write_text("max_bytes = 0"), "max_bytes must be a whole"),
        (lambda f: (f / "known_leaks.txt").mkdir(), "known_leaks.txt cannot be read: Is a dir"),
    ],
)
def test_a_broken_page_is_named_and_never_passed_over(  # type: ignore[no-untyped-def]
    tmp_path: Path, break_it, told: str
) -> None:
    folder = recorded(tmp_path)
    recorded(tmp_path, "whole")
    break_it(folder)
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "ferry: cannot be checked: " in result.stdout
    assert told in result.stdout
    assert result.stdout.endswith("2 pages: 1 unchanged, 1 broken\n")


def test_an_empty_folder_in_a_folder_is_a_broken_page(tmp_path: Path) -> None:
    recorded(tmp_path)
    (tmp_path / "new").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "README.md").write_text("ours")
    assert [(r.slug, r.status) for r in check(tmp_path)] == [
        ("ferry", "unchanged"),
        ("new", "broken"),
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [("", "no recorded page"), ("nowhere", "no such folder"), ("file", "not a folder")],
)
def test_a_folder_without_pages_is_wrong_usage(tmp_path: Path, name: str, told: str) -> None:
    if name == "file":
        (tmp_path / name).write_text("")
    result = run("check", tmp_path / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    with pytest.raises(BadInput):
        check(tmp_path / name)


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may read all")
def test_a_page_that_may_not_be_read(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    (folder / "page.html").chmod(0)
    assert "page.html cannot be read: " in check(tmp_path)[0].error


def test_the_working_folder_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(recorded(tmp_path))
    assert [result.slug for result in check(".")] == ["ferry"]


def test_several_folders(tmp_path: Path) -> None:
    one, two = recorded(tmp_path / "a"), recorded(tmp_path / "b")
    result = run("check", one, two.parent, one)
    assert (result.exit_code, result.stdout) == (0, "2 pages: 2 unchanged\n")


def test_a_result_is_the_message_of_an_assertion(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    rewrite(folder / "article.md", SECOND, f"{SECOND}\n\nIt is gone.")
    (only,) = check(tmp_path)
    assert str(only).startswith("ferry: the article has changed: 3 words lost\n")
    assert str(only.changes[0]) == "lost from the article: It is gone."
    assert only.seconds > 0


@pytest.mark.parametrize(
    "paragraph",
    [
        "東京の夏は暑いです。祭りの夜は人が多い。",
        "قال المتحدث إن العبّارة لن تبحر قبل نهاية الشهر.",
        "Vapur İstanbul’dan kalkmadı; “kaptan” ıslak güvertede bekledi.",
        "[red]not a mark of rich[/red] and \\ so on",
    ],
)
def test_a_lost_paragraph_in_any_script(tmp_path: Path, paragraph: str) -> None:
    folder = recorded(tmp_path)
    rewrite(folder / "article.md", SECOND, f"{paragraph}\n\n{SECOND}")
    result = run("check", tmp_path)
    shown = paragraph.replace("\\ ", "\\ ")
    assert f"    - {shown}\n        [paragraph 2 of 4]" in result.stdout


def test_a_fault_is_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(tmp_path)

    def broken(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setitem(kinds(), "byline", replace(kinds()["byline"], find=broken))
    sorts = [change.sort for change in check(tmp_path)[0].changes]
    assert Sort.FAULT in sorts
    result = run("accept", tmp_path, "--yes", "--article")
    assert (result.exit_code, "an internal fault is not recorded" in result.stderr) == (1, True)


def entry(**other: object) -> dict[str, object]:
    plain: dict[str, object] = {"kind": "byline", "because": "it names who wrote it"}
    return {**plain, "text": "By Jane Doe", "block": 1, "span": [0, 11], **other}


@pytest.mark.parametrize(
    ("want", "got", "sorts"),
    [
        ([entry()], [entry()], []),
        ([entry()], [entry(kind="caption")], [Sort.REASON]),
        ([entry()], [entry(because="it does not")], [Sort.REASON]),
        ([entry()], [entry(block=2)], [Sort.PLACE]),
        ([entry()], [entry(span=[1, 12])], [Sort.PLACE]),
        ([entry()], [entry(text="by Jane Doe!")], [Sort.PLACE]),
        ([entry(), entry(block=5)], [entry(block=2), entry(block=6)], [Sort.PLACE]),
        ([entry()], [entry(), entry(block=5)], [Sort.NEW]),
        ([entry(), entry(text="§")], [entry()], [Sort.GONE]),
        ([entry()], [entry(text="By Joe")], [Sort.NEW, Sort.GONE]),
    ],
)
def test_what_is_stripped_is_compared_piece_by_piece(
    want: list[dict[str, object]], got: list[dict[str, object]], sorts: list[Sort]
) -> None:
    assert [change.sort for change in removal_changes(want, got)] == sorts


def test_rules_for_a_site_are_found_from_the_folder_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rules = """[[site]]\nhost = "example.com"\nstrip = ["xpath://p[contains(., 'groceries')]"]\n"""
    Path("rules.toml").write_text(rules, encoding="utf-8")
    Path("page.html").write_text(PAGE, encoding="utf-8")
    given = ["--rules", "rules.toml", "--url", "https://example.com/a", "--name", "a"]
    result = run("accept", "page.html", "--into", "kept", *given)
    assert result.exit_code == 0, result.output
    assert 'rules = ["../../rules.toml"]' in Path("kept/a/options.toml").read_text(encoding="utf-8")
    assert SECOND not in Path("kept/a/article.md").read_text(encoding="utf-8")
    assert check("kept")[0].status == "unchanged"
    Path("rules.toml").write_text(rules.replace("example.com", "example.org"), encoding="utf-8")
    assert check("kept")[0].changes[0].sort is Sort.LEAKED
    Path("rules.toml").unlink()
    assert "options.toml: rules: " in check("kept")[0].error


SITE = sorted((FIXTURES / "sites/harbour-light").glob("*.html"))
PLEA = "The Harbour Light burns because 812 neighbours"


@pytest.mark.parametrize("many", [False, True], ids=["file", "folder"])
def test_a_site_memory_is_found_from_the_folder_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    memory = learn((page.read_bytes() for page in SITE[1:]), host="harbour.example")
    name = "memories" if many else "harbour.example.json"
    file = Path("memories/harbour.example.json") if many else Path(name)
    memory.write(file)
    Path("page.html").write_bytes(SITE[0].read_bytes())
    given = ["--site-memory", name, "--url", "https://harbour.example/ferry", "--name", "a"]
    result = run("accept", "page.html", "--into", "kept", *given)
    assert result.exit_code == 0, result.output
    options = Path("kept/a/options.toml").read_text(encoding="utf-8")
    assert f'site_memory = "../../{name}"\n' in options
    assert PLEA not in Path("kept/a/article.md").read_text(encoding="utf-8")
    assert "site-furniture" in Path("kept/a/report.json").read_text(encoding="utf-8")
    assert run("check", "kept").exit_code == 0
    again = run("accept", "kept/a", "--site-memory", name)
    assert again.stdout == "a: unchanged\n"
    file.write_text("{", encoding="utf-8")
    assert "options.toml: site_memory: " in check("kept")[0].error
    assert run("check", "kept").exit_code == 2
    assert run("accept", "kept/a").exit_code == 1
    if not many:
        file.unlink()
        assert "harbour.example.json: cannot be read" in check("kept")[0].error
        refused = run("accept", "page.html", "--into", "kept", *given)
        assert (refused.exit_code, "cannot be read" in refused.stderr) == (2, True)


def test_rules_that_are_wrong_are_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(PAGE, encoding="utf-8")
    result = run("accept", "page.html", "--into", "kept", "--rules", "none.toml")
    assert (result.exit_code, Path("kept").exists()) == (2, False)
    assert "none.toml: cannot be read" in result.stderr
