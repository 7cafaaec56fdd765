"""A second opinion on many pages: what crosses processes, the limit of questions, the counts."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from cleaner import Options
from cleaner.batch import Input, clean_many
from cleaner.batch.job.job import Job
from cleaner.batch.job.plan import Plan
from cleaner.batch.readers.sources import sources
from cleaner.batch.setup import Limits, Setup
from cleaner.batch.workers.budget import Budget
from cleaner.batch.workers.child import work
from cleaner.batch.workers.worker import Worker
from cleaner.document.question import Answer, Question
from tests.batch.test_command import FINISHED, PLAIN, REFUSED, here, rows, run
from tests.opinion.made import ALSO, CALM, DATE, PAGE, Asked, strip_all

__all__ = ["here"]
ASKING = Options(second_opinion=strip_all)
TOLD = {"asked": 2, "answered": 2, "changed": 1, "trouble": []}
NAMED = ("--second-opinion", "tests.opinion.made:strip_all")


def test_workers_ask_until_no_question_is_left() -> None:
    pages = [Input(html, id=id_) for id_, html in {"a": CALM, "b": PAGE, "c": PAGE}.items()]
    found = list(clean_many(pages, workers=1, options=ASKING, questions=1))
    assert [row.extras["opinion"] for row in found] == [None, TOLD, None]
    assert [DATE in row.text for row in found] == [False, False, True]


def test_a_page_that_may_not_ask_is_cleaned_without() -> None:
    setup = Setup.of(ASKING)
    assert DATE in work(Input(PAGE), setup, may_ask=False).text
    row = work(Input(PAGE), setup)
    assert (DATE in row.text, row.extras["opinion"]) == (False, TOLD)
    assert "opinion" not in work(Input(PAGE), Setup()).extras


@pytest.mark.parametrize(
    ("row", "is_spent"),
    [
        ({"outcome": "cleaned", "opinion": TOLD}, True),
        ({"outcome": "cleaned", "opinion": None}, False),
        ({"outcome": "no-article: http-404"}, False),
        ({"outcome": "failed: input"}, False),
        ({"outcome": "failed: timeout"}, True),  # it may have asked
        ({"outcome": "failed: crash"}, True),
    ],
)
def test_a_question_is_spent_where_one_was_asked(
    row: dict[str, Any], is_spent: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed: list[bool] = []

    def answered(self: Worker, task: object, *, may_ask: bool) -> bytes:
        allowed.append(may_ask)
        return json.dumps(row).encode()

    monkeypatch.setattr(Worker, "_row", answered)
    worker = Worker(Setup.of(ASKING), Budget(1))
    for _ in range(2):
        worker.run_json(Input(PAGE))
    assert allowed == [True, not is_spent]


def test_a_budget_without_a_limit_is_never_spent() -> None:
    budget = Budget(None)
    assert all(budget.take() for _ in range(5))
    assert not Budget(0).take()


def test_a_job_that_goes_on_has_the_questions_that_are_left(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "in.html").write_text(PAGE)
    setup = Setup.of(ASKING).asking(5)
    job = Job(Plan(sources(["in.html"]), Path("out.jsonl"), setup))
    told = [{"opinion": TOLD}, {"opinion": None}, {}, {"opinion": TOLD}]
    monkeypatch.setattr(job.journal, "rows", lambda: iter(told))
    assert job._setup().questions == 3
    job.close()


def late(question: Question) -> Answer:
    return {}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"second_opinion": lambda q: {}}, "second_opinion cannot be sent to worker processes"),
        ({"fallback": lambda html: None}, "fallback cannot be sent to worker processes"),
        ({"second_opinion": late, "fallback": len, "opinion_timeout": 15}, "may take 2 × opinion"),
        (
            {"second_opinion": late, "opinion_timeout": 30},
            r"may take 1 × opinion_timeout \(30",
        ),
    ],
)
def test_what_workers_cannot_run_is_named(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Setup.of(Options(**options), limits=Limits(timeout=25))


def test_a_function_of_the_script_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Script(Asked):
        """A class of the script that was started."""

    Script.__module__, Script.__qualname__ = "__main__", "Script"
    monkeypatch.setattr(sys.modules["__main__"], "Script", Script, raising=False)
    with pytest.raises(ValueError, match="second_opinion stands in the script that was started"):
        Setup.of(Options(second_opinion=Script()))


@pytest.mark.parametrize("questions", [-1, 0.5, "3"])
def test_a_limit_that_cannot_be_is_named(questions: Any) -> None:
    with pytest.raises(ValueError, match="questions must be a whole number from 0, not"):
        Setup().asking(questions)


def test_the_command_asks_marks_rows_and_counts(here: Path) -> None:
    pages = {"a": PAGE, "b": CALM}
    lines = [json.dumps({"id": id_, "html": html}) for id_, html in pages.items()]
    (here / "in.jsonl").write_text("\n".join(lines))
    done = run("in.jsonl", "-o", "out.jsonl", *PLAIN, *NAMED, "--summary", "s.json")
    assert done.exit_code == FINISHED
    assert [row["opinion"] for row in rows("out.jsonl")] == [TOLD, None]
    counts = json.loads(Path("s.json").read_text())["opinion"]
    assert counts == {"asked": 2, "answered": 2, "changed": 1, "trouble": 0, "questions": 1}
    assert "second opinion: asked 2, answered 2, changed 1" in done.stderr
    assert run("in.jsonl", "-o", "out.parquet", *PLAIN, *NAMED).exit_code == FINISHED
    assert pq.read_table("out.parquet")["opinion"].to_pylist() == [TOLD, None]
    other = run("in.jsonl", "-o", "out.jsonl", *PLAIN)
    assert "second opinion was 'tests.opinion.made:strip_all' and is None" in other.stderr


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--second-opinion", "ask"], "--second-opinion ask: write MODULE:FUNCTION"),
        (["--second-opinion", "no_such:ask"], "cannot be imported (ModuleNotFoundError: "),
        (["--second-opinion", "tests.opinion.made:no_such"], "cannot be imported (AttributeErr"),
        (
            ["--second-opinion", "tests.opinion.made:DATE"],
            "made:DATE: is no function",
        ),
        (["--questions", "3"], "--questions limits those of --second-opinion, which is not given"),
        ([*NAMED, "--questions", "-3"], "-3 is not in the range x>=0"),
        ([*NAMED, "--timeout", "15"], "opinion_timeout (20 s), which must be below timeout (15 s)"),
    ],
)
def test_what_cannot_be_asked_is_refused(here: Path, asked: list[str], said: str) -> None:
    (here / "in.html").write_text(PAGE + ALSO)
    refused = run("in.html", "-o", "out.jsonl", *PLAIN, *asked)
    assert refused.exit_code == REFUSED
    assert said in refused.stderr


def test_a_function_in_the_current_folder_is_found(here: Path) -> None:
    (here / "in.html").write_text(PAGE)
    (here / "mymodel_of_a_test.py").write_text("def ask(question):\n    return '1: strip'\n")
    done = run("in.html", "-o", "out.jsonl", *PLAIN, "--second-opinion", "mymodel_of_a_test:ask")
    assert done.exit_code == FINISHED
    assert DATE not in rows("out.jsonl")[0]["text"]
