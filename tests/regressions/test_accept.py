"""`cleaner accept`: what is recorded, what is asked, and that nothing of the user's is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner import clean
from cleaner.files import BadInput
from cleaner.options import Options
from cleaner.regressions import Case, accepting, check
from cleaner.regressions.accepting import record_new
from cleaner.regressions.settings import Settings
from cleaner.regressions.targets import New
from tests.regressions.made import FIRST, PAGE, SECOND, TITLE, recorded, run

TYPED = "By Jane Doe\n\nIt rained on the town all night, and nobody slept."


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def change_report(folder: Path) -> None:
    file = folder / "report.json"
    file.write_text(file.read_text(encoding="utf-8").replace("byline", "caption"), encoding="utf-8")


def change_article(folder: Path) -> None:
    file = folder / "article.md"
    file.write_text(file.read_text(encoding="utf-8").replace(SECOND, "Mine."), encoding="utf-8")


def test_a_page_is_recorded(tmp_path: Path) -> None:
    (tmp_path / "A page, saved.HTML").write_text(PAGE, encoding="utf-8")
    result = run("accept", tmp_path / "A page, saved.HTML", "--into", tmp_path / "kept")
    folder = tmp_path / "kept/A-page-saved"
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{folder}: recorded: cleaned, “{TITLE}”, ")
    assert "; stripped: " in result.stdout
    assert names(tmp_path / "kept") == ["A-page-saved"]
    assert names(folder) == ["article.md", "page.html", "report.json"]
    assert (folder / "page.html").read_text(encoding="utf-8") == PAGE
    assert (folder / "article.md").read_text(encoding="utf-8").startswith(f"# {TITLE}\n\n{FIRST}")
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert (report["outcome"], report["stripped"][1]["text"]) == ("cleaned", "By Jane Doe")
    assert (folder.stat().st_mode & 0o777, (folder / "page.html").stat().st_mode & 0o444) == (
        0o755,
        0o444,
    )
    assert check(tmp_path / "kept")[0].status == "unchanged"


@pytest.mark.parametrize(
    ("name", "content", "page"),
    [
        ("a.txt", TYPED, "page.txt"),
        ("a.htm", PAGE, "page.htm"),
        ("a.php", PAGE, "page.html"),
        ("a", TYPED, "page.txt"),
        ("a.txt", PAGE, "page.txt"),
        ("a", "%PDF-1.7", "page.html"),
        ("a", "", "page.html"),
    ],
)
def test_the_name_of_the_page(tmp_path: Path, name: str, content: str, page: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert run("accept", tmp_path / name, "--into", tmp_path / "kept").exit_code == 0
    assert page in names(tmp_path / "kept/a")
    assert check(tmp_path / "kept")[0].status == "unchanged"


def test_standard_input_needs_a_name(tmp_path: Path) -> None:
    result = run("accept", "-", "--into", tmp_path, stdin=PAGE)
    assert (result.exit_code, "needs a --name" in result.stderr) == (2, True)
    assert run("accept", "-", "--into", tmp_path, "--name", "x/y", stdin=TYPED).exit_code == 0
    assert names(tmp_path) == ["x-y"]
    assert names(tmp_path / "x-y") == ["article.md", "page.txt", "report.json"]


def test_a_folder_of_pages_and_a_glob(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("one", "two"):
        (tmp_path / f"pages/{name}.html").write_text(PAGE + name, encoding="utf-8")
    assert run("accept", tmp_path / "pages", "--into", tmp_path / "kept").exit_code == 0
    assert names(tmp_path / "kept") == ["one", "two"]
    again = run("accept", tmp_path / "pages/*.html", "--into", tmp_path / "kept")
    assert again.stdout == "one: unchanged\ntwo: unchanged\n"


def test_another_page_of_that_name_is_refused(tmp_path: Path) -> None:
    before = files(recorded(tmp_path))
    (tmp_path / "new").mkdir()
    (tmp_path / "new/ferry.html").write_text(PAGE + "other", encoding="utf-8")
    result = run("accept", tmp_path / "new/ferry.html", "--into", tmp_path, "--yes", "--article")
    assert result.exit_code == 1
    assert "ferry holds another page; choose another --name" in result.stderr
    assert files(tmp_path / "ferry") == before
    assert (
        run("accept", tmp_path / "new/ferry.html", "--into", tmp_path, "--name", "b").exit_code == 0
    )


def test_a_folder_that_is_no_recorded_page_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ferry").mkdir()
    (tmp_path / "ferry/notes.md").write_text("mine")
    result = run("accept", "-", "--name", "ferry", "--into", tmp_path, "--yes", stdin=PAGE)
    assert (result.exit_code, names(tmp_path / "ferry")) == (1, ["notes.md"])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["page.html"], "say with --into DIR where to record it"),
        (["page.html", "--into", "page.html"], "page.html is not a folder"),
        (["page.html", "other.html", "--into", "k", "--name", "a"], "--name a takes one page"),
        (
            ["page.html", "other.html", "--into", "k", "--url", "https://a.example/"],
            "--url takes one page",
        ),
        (["page.html", "--into", "k", "--keep", "bylines"], "keep: unknown kind bylines"),
        (["*.nothing", "--into", "k"], "nothing matches"),
        (["elsewhere/ferry", "--into", "k"], "a recorded page already, and not in k"),
    ],
)
def test_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    recorded(Path("elsewhere"))
    for name in ("page.html", "other.html"):
        Path(name).write_text(PAGE + name, encoding="utf-8")
    result = run("accept", *arguments)
    assert (result.exit_code, told in result.stderr) == (2, True), result.output
    assert not Path("k").exists()


def test_a_page_that_cannot_be_read_does_not_keep_others_out(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text(PAGE, encoding="utf-8")
    result = run("accept", tmp_path / "a.html", tmp_path / "b.html", "--into", tmp_path / "kept")
    assert result.exit_code == 1
    assert "a.html: not recorded: no such file" in result.stderr
    assert names(tmp_path / "kept") == ["b"]


def test_a_new_report_is_recorded_when_nobody_need_be_asked(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    right = files(folder)
    change_report(folder)
    changed = files(folder)
    result = run("accept", folder)
    assert (result.exit_code, files(folder)) == (1, changed)
    assert "stripped for another reason" in result.stdout
    assert "ferry: not recorded: use --yes if nobody can be asked" in result.stderr
    result = run("accept", folder, "--yes")
    assert (result.exit_code, files(folder)) == (0, right)
    assert result.stdout.index("another reason") < result.stdout.index("recorded: report.json")


@pytest.mark.parametrize(
    "named", ["ferry", "kept/ferry", "kept/ferry/page.html", "kept", "kept/f*"]
)
def test_a_recorded_page_has_many_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    change_report(recorded(Path("kept")))
    given = ["kept/ferry"] if named == "kept/f*" else [named]
    assert run("accept", *given, "--into", "kept", "--yes").stdout.endswith(
        "recorded: report.json\n"
    )
    assert check("kept")[0].status == "unchanged"


def test_a_corrected_article_is_only_written_over_when_that_is_said(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    right = files(folder)
    change_article(folder)
    change_report(folder)
    mine = files(folder)
    result = run("accept", folder, "--yes")
    assert (result.exit_code, files(folder)) == (1, mine)
    assert "its words differ from article.md; use --article to overwrite it" in result.stderr
    assert run("accept", folder, "--article").exit_code == 1
    assert files(folder) == mine
    result = run("accept", folder, "--article", "--yes")
    assert (result.exit_code, files(folder)) == (0, right)


def test_an_article_whose_words_are_right_keeps_its_marks(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    text = (
        (folder / "article.md").read_bytes().replace(b"\n", b"\r\n").replace(b"ferry", b"*ferry*")
    )
    (folder / "article.md").write_bytes(text)
    change_report(folder)
    assert run("accept", folder, "--yes", "--article").exit_code == 0
    assert (folder / "article.md").read_bytes() == text


def test_what_is_missing_is_written_without_asking(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/page.txt").write_text(TYPED, encoding="utf-8")
    result = run("accept", tmp_path / "mine")
    assert result.stdout.endswith("mine: recorded: article.md, report.json\n")
    (tmp_path / "mine/report.json").unlink()
    assert run("accept", tmp_path / "mine").stdout.endswith("mine: recorded: report.json\n")
    assert check(tmp_path)[0].status == "unchanged"


def test_an_article_written_first_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/page.txt").write_text(TYPED, encoding="utf-8")
    (tmp_path / "mine/article.md").write_text("What it ought to be.", encoding="utf-8")
    result = run("accept", tmp_path / "mine", "--yes")
    assert (result.exit_code, names(tmp_path / "mine")) == (1, ["article.md", "page.txt"])


def test_settings_of_a_recorded_page_are_the_users(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    assert run("accept", folder, "--keep", "byline", "--article", "--yes").exit_code == 0
    assert (folder / "options.toml").read_text(encoding="utf-8") == 'keep = ["byline"]\n'
    assert run("accept", folder, "--keep", "byline").stdout == "ferry: unchanged\n"
    (folder / "options.toml").write_text('# as agreed\nkeep = ["byline"]\n', encoding="utf-8")
    before = files(folder)
    result = run("accept", folder, "--keep", "caption", "--yes", "--article")
    assert (result.exit_code, files(folder)) == (1, before)
    assert "options.toml says otherwise already; change it there" in result.stderr


def test_a_broken_page_is_not_recorded(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    (folder / "report.json").write_text("<<<<<<< HEAD")
    result = run("accept", folder, "--yes")
    assert result.exit_code == 1
    assert "ferry: not recorded: report.json is not JSON" in result.stderr


def test_a_failed_write_leaves_no_half_of_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(name: str, _: str) -> None:
        raise BadInput(f"{name}: cannot be written: No space left on device")

    monkeypatch.setattr(accepting, "write_output", full)
    result = run("accept", "-", "--name", "a", "--into", tmp_path / "kept", stdin=PAGE)
    assert (result.exit_code, names(tmp_path / "kept")) == (1, [])
    assert "No space left" in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run("accept", "-", "--name", "a", "--into", tmp_path / "file/kept", stdin=PAGE)
    assert result.exit_code in (1, 2)
    assert "cannot be written: Not a directory" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("typed", "status"),
    [("y\n", 0), ("n\n", 1), ("\n", 1), pytest.param("\x03", 1, marks=pytest.mark.limits)],
)
@pytest.mark.parametrize("change", [change_report, change_article])
def test_on_a_terminal_it_asks_once(tmp_path: Path, typed: str, status: int, change) -> None:  # type: ignore[no-untyped-def]
    folder = recorded(tmp_path)
    right = files(folder)
    change(folder)
    changed = files(folder)
    said, code = terminal("accept", str(folder), typed=typed)
    assert code == status
    assert said.count("[y/N]") == 1
    assert ("Overwrite it?" in said) == (change is change_article)
    assert files(folder) == (right if status == 0 else changed)


def terminal(*arguments: str, typed: str) -> tuple[str, int]:
    """What is said on a terminal on which something is typed, and the exit status."""
    import pty

    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "cleaner", *arguments]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "10"}
    ran = subprocess.Popen(
        command,
        stdin=inner,
        stdout=inner,
        stderr=inner,
        env=environment,
        start_new_session=True,
        preexec_fn=_own_terminal,
    )
    os.close(inner)
    said = b""
    while b"[y/N]" not in said:
        said += os.read(outer, 4096)
    time.sleep(0.5)  # an interrupt before the line is being read would wait for the next key
    os.write(outer, typed.encode())
    status = ran.wait(60)
    os.set_blocking(outer, False)
    try:
        while more := os.read(outer, 4096):
            said += more
    except OSError:
        pass
    os.close(outer)
    return said.decode("utf-8", "replace"), status


def _own_terminal() -> None:
    import fcntl
    import signal
    import termios

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell in the background has it ignored
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


WEIRD = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="# *_`[]()<>!|-=~+.&\\\n\t 1aé東\u0130", max_size=200),
    st.lists(
        st.sampled_from(
            [
                "# Rain",
                "===",
                "=",
                "---",
                "- a *b*",
                "1. one",
                "    code",
                "```",
                "~~~",
                "| a | b |",
                "[x]: http://y.z",
                "<!-- c -->",
                "<b>d</b>",
                "&amp;",
                "![alt](u)",
                "> quoted",
                "By Jane Doe",
                "All rights reserved.",
                "\u2028",
                "\ufeff",
                "\x0c",
                "a\\",
                SECOND,
                FIRST,
                "<p>",
                "</p><ul><li>",
                "<table><tr><td>x<td>y",
                "<pre>\n  a\n</pre>",
                "<h1>Title # </h1>",
                "<h1>[T](http://a.b) *c*</h1>",
                "<ol start=7><li>x<li>y</ol>",
                "<a href='http://a b'>l</a>",
            ]
        ),
        max_size=12,
    ).map("\n".join),
)


@given(WEIRD, st.sampled_from(["page", "fragment", "text", None]))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_accepted_is_unchanged(tmp_path_factory, page: str, kind) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("kept") / "a"
    source = page.encode("utf-8", "replace")
    chosen = Settings({"source_kind": kind} if kind else {})
    name = New("-", folder).page_name(source, chosen)
    record_new(folder, name, source, chosen)
    (only,) = check(folder)
    assert only.status == "unchanged", str(only)
    proposal = accepting.propose(Case(folder))
    assert not proposal.files
    assert clean(source, options=Options(source_kind=kind)).outcome == proposal.cleaned.outcome


def test_a_folder_to_be_recorded_may_hold_a_page_html(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("page", "two"):
        (tmp_path / f"pages/{name}.html").write_text(PAGE + name, encoding="utf-8")
    assert run("accept", tmp_path / "pages", "--into", tmp_path / "kept").exit_code == 0
    assert names(tmp_path / "kept") == ["page", "two"]
    assert names(tmp_path / "pages") == ["page.html", "two.html"]
