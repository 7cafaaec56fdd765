"""A page that hangs, grows, crashes or nests without end is named, and harms no other."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from contextlib import suppress

import psutil
import pytest

from cleaner import Options, clean
from cleaner.batch.inputs import BadRecord, Input, Record
from cleaner.batch.many import clean_many
from cleaner.batch.setup import Limits, Setup, UnknownColumn
from cleaner.batch.workers.worker import GuardError, Worker
from tests.batch.made import page

pytestmark = pytest.mark.limits
LIMITS = Limits(timeout=2, memory=400 << 20)


@pytest.fixture
def worker():
    with Worker(Setup.of(None, limits=LIMITS)) as worker:
        yield worker


def test_a_row_says_what_clean_says(worker):
    row, cleaned = worker.run(Input(page(1), "https://a.example/1", "one")), clean(page(1))
    assert (row.id, row.url, row.outcome) == ("one", "https://a.example/1", "cleaned")
    assert (row.title, row.text, row.language) == (cleaned.title, cleaned.text, "en")
    assert row.stripped == {"byline": 1, "repeated-title": 1}
    assert row.error == ""


HARM = {
    "hang": ("failed: timeout", "not done within 2 s"),
    "spin": ("failed: timeout", "not done within 2 s"),
    "stop": ("failed: timeout", "not done within 2 s"),
    "memory": ("failed: memory", "needs more than 400 MiB"),
    "swallow": ("failed: memory", "needs more than 400 MiB"),
    "segfault": ("failed: crash", "signal 11 (Segmentation fault)"),
    "kill": ("failed: crash", "signal 9 (Killed)"),
    "exit": ("failed: crash", "status 0"),
    "close": ("failed: crash", "its worker"),
    "fork": ("failed: timeout", "not done within 2 s"),
    "raise": ("failed: fault", "RuntimeError: a fault of ours"),
}


@pytest.mark.parametrize("harm", HARM)
def test_harm_is_named_and_the_next_page_is_as_always(harm, poison, worker):
    outcome, error = HARM[harm]
    bad = worker.run(Input(page(1, poison(harm)), "https://a.example/", "bad"))
    assert (bad.id, bad.url, bad.outcome) == ("bad", "https://a.example/", outcome)
    assert error in bad.error
    assert bad.text == ""
    assert worker.run(Input(page(2))).text == clean(page(2)).text


def left() -> list[str]:
    """The processes that clean pages for us, those that are dead and not buried, too."""
    found = psutil.Process().children(recursive=True)
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if f"PAGES_OF={os.getpid()}" in process.environ().get("CLEANER_TEST", ""):
                found.append(process)
    return [str(process) for process in found]


@pytest.fixture
def marked(monkeypatch):
    """What our children leave behind is known by its environment, whoever its parent is."""
    monkeypatch.setenv("CLEANER_TEST", f"PAGES_OF={os.getpid()}")


@pytest.mark.parametrize("harm", ["hang", "close", "fork", "kill"])
def test_no_process_is_left_behind(harm, poison, marked):
    before = left()
    rows = list(clean_many([page(1, poison(harm)), page(2)], workers=2, timeout=2))
    assert len(rows) == 2
    assert left() == before


def test_no_process_is_left_behind_where_the_consumer_fails(poison, marked):
    before = left()
    pages = [page(1), page(2, poison("fork")), page(3, poison("hang")), *map(page, range(9))]
    with pytest.raises(RuntimeError, match="of the consumer"):
        for _ in clean_many(pages, workers=2, timeout=2):
            raise RuntimeError("a fault of the consumer")
    gc.collect()  # closes what the traceback held
    rows = clean_many(pages, workers=2, timeout=2)
    next(rows)
    rows.close()
    assert left() == before


def test_all_harm_at_once_among_good_pages(poison):
    pages = [Input(page(n), id=f"good-{n}") for n in range(30)]
    for place, harm in enumerate(HARM):
        pages.insert(3 * place, Input(page(place, poison(harm)), id=harm))
    nested = Input("<html><body>" + "<div>" * 1_000_000 + "<p>Rain fell.", id="nested")
    rows = list(clean_many([*pages, nested], workers=2, timeout=6, memory=400 << 20))
    assert [row.id for row in rows] == [page.id for page in [*pages, nested]]
    assert (rows[-1].outcome, rows[-1].text) == ("nothing-to-strip", "Rain fell.")
    for row in rows[:-1]:
        if row.id in HARM:
            assert row.outcome == HARM[row.id][0]
        else:
            assert row.text == clean(page(int(row.id[5:]))).text


def test_what_a_library_prints_goes_to_standard_error(poison, worker, capfd):
    assert worker.run(Input(page(1, poison("print")))).outcome == "cleaned"
    assert capfd.readouterr().out == ""


def test_a_worker_that_died_between_two_pages_costs_none(worker):
    worker.run(Input(page(1)))
    worker.kill()
    assert worker.run(Input(page(2))).outcome == "cleaned"


def test_an_interrupt_takes_no_answer_for_the_next_page(worker, poison):
    worker.run(Input(page(1)))
    main = threading.main_thread().ident
    threading.Timer(0.5, lambda: signal.pthread_kill(main, signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        worker.run(Input(page(1, poison("hang"))))
    assert worker.run(Input(page(2))).text == clean(page(2)).text


def test_a_bad_record_is_a_row(worker):
    row = worker.run(Record("pages.jsonl:3", BadRecord("not JSON: something")))
    assert (row.id, row.outcome) == ("pages.jsonl:3", "failed: input")
    assert row.error == "not JSON: something"


def test_a_worker_that_cannot_start_is_said_at_once(monkeypatch, tmp_path):
    (tmp_path / "lxml.py").write_text("raise ImportError('broken on purpose')")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(GuardError, match="ended with status 1"):
        Worker(Setup()).run(Input("<p>x</p>"))
    row = Worker(Setup()).tried(Input("<p>x</p>", id="x"))
    assert (row.id, row.outcome) == ("x", "failed: worker")


def test_a_system_without_room_for_a_process_is_said(monkeypatch):
    def full(descriptor):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("cleaner.batch.workers.worker._spawn", full)
    with pytest.raises(GuardError, match="Resource temporarily unavailable"):
        Worker(Setup()).run(Input(page(1)))
    assert Worker(Setup()).tried(Input(page(1), id="x")).outcome == "failed: worker"


def test_close_leaves_no_process_and_the_guard_may_be_used_again():
    worker = Worker(Setup())
    worker.run(Input(page(1)))
    child = worker._child
    worker.close()
    worker.close()
    assert child.poll() is not None
    assert worker.run(Input(page(1))).outcome == "cleaned"
    worker.close()


def test_options_columns_and_charset_reach_the_worker():
    setup = Setup.of(Options(keep={"byline"}), ["markdown", "findings", "metadata", "report"])
    with Worker(setup) as worker:
        row = worker.run(Input(page(1).replace("Jane", "Zoë").encode("latin-1"), charset="latin-1"))
    assert "By Zoë Doe" in row.text
    assert list(row.extras) == ["markdown", "findings", "metadata", "report"]
    assert [f["kind"] for f in row.extras["findings"] if f["action"] == "stripped"] == [
        "repeated-title"
    ]


@pytest.mark.parametrize(("timeout", "memory"), [(0, 1), (-1, 1), (float("nan"), 1), (1, 0)])
def test_limits_that_cannot_be(timeout, memory):
    with pytest.raises(ValueError, match="above 0"):
        Limits(timeout, memory)


def test_an_unknown_column_names_those_there_are():
    with pytest.raises(UnknownColumn, match="no column colour; there are: markdown, html"):
        Setup.of(None, ["colour"])


def test_the_time_limit_ends_the_work_even_without_a_parent(poison, worker):
    worker.run(Input(page(1)))
    child = worker._child
    worker._pipe.send((Input(page(1, poison("spin"))), True))
    deadline = time.monotonic() + 5
    while child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert child.poll() == -signal.SIGALRM
