"""The README: short, and it shows the seed page and what is explained of it as they are."""

from __future__ import annotations

import re

from click.testing import CliRunner

from cleaner.cli.main import main
from tests.documents import README, ROOT
from tests.test_pages import PAGES, cleaned_page

MAX_WORDS = 1800


def test_it_is_short() -> None:
    assert len(README.text.split()) <= MAX_WORDS


def test_only_known_languages_are_fenced() -> None:
    assert {name for name, _ in README.fences} == {"text", "sh", "python", "toml"}


def test_ci_runs_its_test_command() -> None:
    script = ROOT / ".ci/run"
    lines = script.read_text(encoding="utf-8").splitlines()
    assert script.stat().st_mode & 0o100
    assert "pip install --quiet '.[dev]'" in lines
    assert {'pytest -n 2 --dist worksteal -m "not limits"', "pytest -m limits"} <= {*lines}
    assert "pip install '.[dev]' && pytest" in README.text


def test_the_main_job_is_one_command() -> None:
    line = "pip install . && cleaner clean fixtures/pages/seed-html/page.html"
    assert line in README.text.splitlines()


def test_the_seed_page_is_shown_as_it_is() -> None:
    cleaned = cleaned_page(PAGES / "seed-text")
    source = (PAGES / "seed-text/page.txt").read_text(encoding="utf-8")
    before, after = (code for code in README.code("text") if "Axis of Evil" in code)
    for line in _pieces(before):
        assert line in source
    for line in _pieces(after):
        assert line in f"{cleaned.title}\n{cleaned.text}"
    assert f"{len(source.split()):,} words" in README.text
    assert f"{len(cleaned.text.split()):,} words" in README.text
    assert len(cleaned.text.split("\n\n")) == 18


def _pieces(shown: str) -> list[str]:
    """What an excerpt shows, between its marks of omission."""
    lines = [line for line in shown.splitlines() if not line.startswith("(")]
    return [piece.strip() for line in lines for piece in line.split("…") if piece.strip()]


def test_what_is_said_to_be_explained_is() -> None:
    explained = next(code for code in README.code("text") if "[related-items" in code)
    result = CliRunner().invoke(main, ["explain", str(PAGES / "seed-text/page.txt")])
    assert explained in result.output


def test_no_figure_is_missing() -> None:
    assert "FIGURES" not in README.text


def test_its_table_of_systems_is_the_one_of_the_benchmarks() -> None:
    rows = re.findall(r"^\| [^|]+ \|(?: [\d.]+ \|){5}$", README.text, re.M)
    benchmarks = (ROOT / "docs/benchmarks.md").read_text(encoding="utf-8")
    assert len(rows) == 9
    assert [row for row in rows if row not in benchmarks] == []
