"""docs/site-memory.md: each example does what it says."""

from __future__ import annotations

import doctest
import json
import re

import pytest

from cleaner import Options, clean
from cleaner.sites.memory.digests import EDGE
from cleaner.sites.memory.fingerprint import SHOWN
from cleaner.sites.memory.memory import MAX_PAGES
from cleaner.sites.memory.verdict import MOTTO
from tests.cases import ROOT
from tests.cli.made import run
from tests.sites.memory.made import HOST, address, own, taught
from tests.sites.memory.test_recall import _elsewhere
from tests.sites.memory.test_strip import _notice

DOCS = (ROOT / "docs/site-memory.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", DOCS, re.M | re.S)
CODE = "".join(code for name, code in FENCES if name == "python")


def _run_all() -> tuple[str, dict[str, object]]:
    said: list[str] = []
    examples = doctest.DocTestParser().get_doctest(CODE, {}, "docs", "docs", 0)
    doctest.DocTestRunner().run(examples, out=said.append, clear_globs=False)
    return "".join(said), examples.globs


def test_python_runs_and_gives_what_is_said() -> None:
    assert _run_all()[0] == ""


def test_the_entry_that_is_shown_is_what_is_written() -> None:
    _, names = _run_all()
    (shown,) = (json.loads(code) for name, code in FENCES if name == "json")
    assert shown in json.loads(names["memory"].to_json())["furniture"]


def test_what_is_said_of_a_changed_layout_is() -> None:
    options = Options(site_memory=taught(map(_notice, range(5))))
    (note,) = clean(_elsewhere(7, *own(7)), url=address(7), options=options).notes
    told = note.replace(HOST, "kestle.example").replace("5 articles", "8 articles")
    assert "8 articles" in told
    assert told in DOCS


def test_numbers_are_those_of_the_code() -> None:
    assert f"at most {MAX_PAGES} pages" in DOCS
    assert f"longer than {MOTTO} words" in DOCS
    assert f"its first {SHOWN} characters" in DOCS
    assert EDGE == 8
    assert "first and the last eight words" in DOCS


COMMANDS = [c for name, code in FENCES if name == "sh" for c in code.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_knows_its_options(command: str) -> None:
    words = command.split()
    said = run(words[1], "--help").output
    assert all(option in said for option in words if option.startswith("-"))
