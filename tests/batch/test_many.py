"""clean_many: a row for every page, in order or as done, and never many pages in hand."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from cleaner import clean
from cleaner.batch import Input, clean_many
from cleaner.batch.workers.pool import AHEAD
from tests.batch.made import page

COUNT = 60


def test_rows_come_in_the_order_of_the_pages():
    rows = list(clean_many((page(n) for n in range(COUNT)), workers=2))
    assert [row.id for row in rows] == [str(n) for n in range(COUNT)]
    assert [row.text for row in rows] == [clean(page(n)).text for n in range(COUNT)]


@pytest.mark.limits
def test_a_slow_page_holds_up_no_other_where_order_is_no_matter(poison):
    pages = [page(0, poison("hang")), *(page(n) for n in range(1, COUNT))]
    ids = [row.id for row in clean_many(pages, workers=2, timeout=2, ordered=False)]
    assert sorted(ids, key=int) == [str(n) for n in range(COUNT)]
    assert ids[0] != "0"


@pytest.mark.parametrize("ordered", [True, False])
def test_pages_are_read_only_a_little_ahead(ordered):
    read = 0

    def pages():
        nonlocal read
        for n in range(200):
            read += 1
            yield page(n)

    rows = clean_many(pages(), workers=2, ordered=ordered)
    for given in range(1, 60):
        next(rows)
        assert read <= given + 2 * AHEAD + 2 + (400 if ordered else 0)
    rows.close()
    assert read < 200 or ordered


@pytest.mark.limits
def test_memory_of_pages_in_hand_is_bounded_behind_a_slow_page(poison):
    """Rows may wait for an earlier page; pages may not."""
    in_hand = []

    def pages():
        yield page(0, poison("hang"))
        for n in range(1, 100):
            in_hand.append(n)
            yield page(n)

    assert len(list(clean_many(pages(), workers=2, timeout=2))) == 100


@pytest.mark.limits
def test_leaving_early_ends_the_workers():
    rows = clean_many((page(n) for n in range(COUNT)), workers=2)
    next(rows)
    rows.close()
    deadline = time.monotonic() + 5
    while (left := _workers()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not left


def _workers():
    return [t for t in threading.enumerate() if t.name.startswith("cleaner-worker")]


def test_what_the_pages_raise_is_raised():
    def pages():
        yield page(1)
        raise OSError("the network is gone")

    with pytest.raises(OSError, match="the network is gone"):
        list(clean_many(pages(), workers=1))


def test_arguments_that_cannot_be_are_refused_at_once():
    for wrong in ({"workers": 0}, {"timeout": 0}, {"memory": 0}, {"columns": ["colour"]}):
        with pytest.raises(ValueError):
            clean_many([], **wrong)
    with pytest.raises(TypeError, match="page 0: bytes, str or Input, not int"):
        list(clean_many([7], workers=1))


def test_ids_and_urls_are_kept_and_made():
    pages = [Input(page(1), id="mine", url="https://a.example/"), Input(page(2)), page(3).encode()]
    rows = list(clean_many(pages, workers=1))
    assert [(row.id, row.url) for row in rows] == [
        ("mine", "https://a.example/"),
        ("1", None),
        ("2", None),
    ]


def test_a_script_needs_no_main_guard(tmp_path):
    """A pool of multiprocessing would run the script again in every worker."""
    script = tmp_path / "script.py"
    script.write_text(
        "from cleaner.batch import clean_many\n"
        "print('once')\n"
        "print([row.outcome for row in clean_many(['<p>Rain fell.</p>'], workers=1)])\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True)
    assert done.stdout == "once\n['nothing-to-strip']\n", done.stderr
