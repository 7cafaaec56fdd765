"""aclean_many: rows in order while the loop runs on, few pages in hand, and no worker left."""

from __future__ import annotations

import asyncio
import gc
import time

import psutil
import pytest

from cleaner.batch import GuardError, Input, aclean_many, clean_many
from cleaner.batch.many_async import WAITING
from cleaner.batch.workers import worker
from cleaner.batch.workers.pool import AHEAD
from tests.batch.made import page
from tests.batch.test_many import _workers

COUNT = 30


async def arriving(count, taken=None):
    for n in range(count):
        await asyncio.sleep(0)
        if taken is not None:
            taken.append(n)
        yield page(n)


def processes():
    return [p for p in psutil.Process().children() if p.status() != psutil.STATUS_ZOMBIE]


def assert_ended():
    deadline = time.monotonic() + 5
    while (_workers() or processes()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (_workers(), processes()) == ([], [])


async def rows_of(pages, **settings):
    return [row async for row in aclean_many(pages, **settings)]


@pytest.mark.parametrize("asynchronous", [True, False])
def test_rows_are_those_of_clean_many_in_the_same_order(asynchronous):
    pages = [page(n) for n in range(COUNT)]
    rows = asyncio.run(rows_of(arriving(COUNT) if asynchronous else iter(pages), workers=2))
    assert rows == list(clean_many(pages, workers=2))
    assert_ended()


def test_the_loop_runs_on_while_pages_are_cleaned():
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            await asyncio.sleep(0.005)
            ticks += 1

    async def both():
        ticking = asyncio.ensure_future(tick())
        start = time.monotonic()
        await rows_of([page(n) for n in range(COUNT)], workers=1)
        ticking.cancel()
        return time.monotonic() - start

    assert asyncio.run(both()) > 0.005 * 10
    assert ticks >= 10


def test_a_row_is_given_while_the_next_page_is_waited_for():
    async def never_ending():
        yield page(0)
        await asyncio.sleep(3600)

    async def first():
        rows = aclean_many(never_ending(), workers=1)
        row = await asyncio.wait_for(anext(rows), 60)
        await rows.aclose()
        return row

    assert asyncio.run(first()).id == "0"
    assert_ended()


def test_pages_are_taken_only_a_little_ahead():
    async def slowly():
        taken = []
        rows = aclean_many(arriving(1000, taken), workers=1)
        for given in range(1, 4):
            await anext(rows)
            await asyncio.sleep(0.2)  # time to run ahead, if that were so
            assert len(taken) <= given + WAITING + 1
        await rows.aclose()

    asyncio.run(slowly())
    assert_ended()


@pytest.mark.limits
def test_no_more_than_a_few_pages_are_under_way_behind_a_slow_one(poison):
    async def behind():
        taken = []

        async def pages():
            yield page(0, poison("hang"))
            async for one in arriving(200, taken):
                yield one

        rows = aclean_many(pages(), workers=2, timeout=2)
        first = await anext(rows)
        assert AHEAD * 2 < len(taken) <= WAITING * 2 + 1  # the other worker went on
        await rows.aclose()
        return first

    assert asyncio.run(behind()).outcome == "failed: timeout"
    assert_ended()


def test_nothing_is_taken_before_the_first_row_is_asked_for():
    async def unused():
        taken = []
        rows = aclean_many(arriving(3, taken), workers=1)
        await asyncio.sleep(0.05)
        await rows.aclose()
        return taken

    assert asyncio.run(unused()) == []


def test_what_the_pages_raise_comes_behind_the_rows_before_and_ends_the_workers():
    async def pages():
        yield page(0)
        yield page(1)
        raise OSError("the network is gone")

    async def read():
        ids = []
        with pytest.raises(OSError, match="the network is gone"):
            async for row in aclean_many(pages(), workers=2):
                ids.append(row.id)
        return ids

    assert asyncio.run(read()) == ["0", "1"]
    assert_ended()


def test_what_the_reader_raises_ends_the_workers():
    async def read():
        async for _ in aclean_many(arriving(COUNT), workers=2):
            raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        asyncio.run(read())
    assert_ended()


@pytest.mark.parametrize("at_once", [True, False])
def test_a_cancelled_task_ends_the_workers(at_once):
    async def cancelled():
        begun = asyncio.Event()

        async def read():
            async for _ in aclean_many(arriving(10**6), workers=2):
                begun.set()

        task = asyncio.ensure_future(read())
        await asyncio.sleep(0.05)
        if not at_once:
            await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancelled())
    assert_ended()


def test_a_source_that_is_cancelled_within_does_not_hang_the_reader():
    async def pages():
        yield page(0)
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(asyncio.wait_for(rows_of(pages(), workers=1), 60))
    assert_ended()


@pytest.mark.filterwarnings("error")
def test_no_worker_can_be_started(monkeypatch, caplog):
    def refuse(_):
        raise OSError("no more processes")

    monkeypatch.setattr(worker, "_spawn", refuse)
    with pytest.raises(GuardError, match="no more processes"):
        asyncio.run(rows_of([page(n) for n in range(9)], workers=2))
    gc.collect()
    assert "never retrieved" not in caplog.text


def test_arguments_that_cannot_be_are_refused_at_once():
    for wrong in ({"workers": 0}, {"timeout": 0}, {"memory": 0}, {"columns": ["colour"]}):
        with pytest.raises(ValueError):
            aclean_many([], **wrong)
    with pytest.raises(TypeError, match="page 0: bytes, str or Input, not int"):
        asyncio.run(rows_of([7], workers=1))


def test_ids_and_columns_are_as_asked_for():
    pages = [Input(page(1), id="mine", url="https://a.example/"), page(2).encode()]
    rows = asyncio.run(rows_of(pages, workers=1, columns=["markdown"]))
    assert [(row.id, row.url) for row in rows] == [("mine", "https://a.example/"), ("1", None)]
    assert all(row.to_dict()["markdown"] for row in rows)
