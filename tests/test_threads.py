"""No state between calls: the same bytes out in any order, in threads and in processes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from types import ModuleType

import pytest

from cleaner import Cleaned, Options, clean
from tests.cases import FIXTURES, cases, files
from tests.metadata.test_metadata import page

PAGES = [path.read_bytes() for path in sorted((FIXTURES / "pages").glob("*/page.*"))]
SMALL = [case.html for file in files("residue") for case in cases(file)[:2]]
SOURCES: list[bytes | str] = [*PAGES, *SMALL, page(), "", b"%PDF-1.7", "\ud800"]
SHARED = Options(keep={"byline"})


def everything(source: bytes | str) -> str:
    """All that can be asked of a result."""
    cleaned = clean(source)
    kept = clean(source, options=SHARED)
    parts = [cleaned.to_json(metadata=True), cleaned.html, cleaned.markdown, cleaned.restore()]
    return "\n".join([*parts, kept.text])


@pytest.fixture(scope="module")
def expected() -> list[str]:
    return [everything(source) for source in SOURCES]


def test_threads_give_the_same(expected: list[str]) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(everything, SOURCES * 2)) == expected * 2


def test_processes_give_the_same(expected: list[str]) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(everything, SOURCES, chunksize=8)) == expected


def test_results_come_back_from_a_process() -> None:
    here = [clean(source) for source in PAGES]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        there = list(pool.map(clean, PAGES))
    assert [c.to_json(metadata=True) for c in there] == [c.to_json(metadata=True) for c in here]


def test_any_order_gives_the_same(expected: list[str]) -> None:
    backward = [everything(source) for source in reversed(SOURCES)]
    assert backward[::-1] == expected


def test_the_same_page_again_and_again_gives_the_same() -> None:
    source = PAGES[0]
    results = [clean(source) for _ in range(6)]
    assert len({result.to_json() for result in results}) == 1
    assert results[0] == results[5]


def test_a_result_may_be_read_in_many_threads() -> None:
    cleaned = clean(PAGES[0])

    def read(_: int) -> str:
        return cleaned.to_json(metadata=True) + cleaned.html + cleaned.markdown

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(read, range(16)))) == 1


def test_options_are_not_changed_by_use() -> None:
    before = SHARED.keep, SHARED.strip, SHARED.source_kind, SHARED.max_bytes
    clean(PAGES[0], options=SHARED)
    assert (SHARED.keep, SHARED.strip, SHARED.source_kind, SHARED.max_bytes) == before
    assert SHARED.keep == frozenset({"byline"})


def test_nothing_in_a_module_changes_between_calls() -> None:
    clean(page()).to_json(metadata=True)  # word lists are read at the first call
    before = dict(state())
    for source in SOURCES:
        everything(source)
    after = dict(state())
    assert after.keys() == before.keys()
    assert [name for name in before if before[name] != after[name]] == []


def state() -> Iterator[tuple[str, object]]:
    """Every name of the package's modules, and what can be changed in place by its contents."""
    for module in _modules():
        for name, value in vars(module).items():
            if name.startswith("__"):
                continue
            changeable = isinstance(value, (dict, list, set, bytearray))
            yield f"{module.__name__}.{name}", repr(value) if changeable else id(value)


def _modules() -> list[ModuleType]:
    names = [name for name in sys.modules if name == "cleaner" or name.startswith("cleaner.")]
    return [sys.modules[name] for name in sorted(names)]


def test_a_result_cannot_be_changed() -> None:
    cleaned = clean(PAGES[0])
    with pytest.raises(AttributeError):
        cleaned.title = "other"  # type: ignore[misc]
    assert isinstance(cleaned, Cleaned)
    assert isinstance(cleaned.blocks, tuple)
    assert isinstance(cleaned.findings, tuple)
