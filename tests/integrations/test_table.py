"""clean_table: a row for every row, in order, whatever the table and its pages are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

from cleaner import Options, clean  # noqa: E402  # behind importorskip
from cleaner.batch.inputs import Fields  # noqa: E402
from cleaner.batch.setup import COLUMNS  # noqa: E402
from cleaner.batch.workers import idle  # noqa: E402
from cleaner.integrations.table import clean_table, output_schema  # noqa: E402
from tests.batch.made import page  # noqa: E402
from tests.cases import POISON, ROOT  # noqa: E402

PAGES = [page(n) for n in range(5)]


@pytest.fixture
def poison(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """A marker that does harm in the workers of one test."""
    monkeypatch.syspath_prepend(str(POISON))
    return "<!-- poison: {} -->".format


def table(**columns: Any) -> Any:
    return pa.table(columns)


def texts(cleaned: Any) -> list[str]:
    found: list[str] = cleaned["text"].to_pylist()
    return found


EXPECTED = [clean(html).text for html in PAGES]


def test_a_row_for_every_row_in_order() -> None:
    ids, urls = [f"n{n}" for n in range(5)], [f"http://a.example/{n}" for n in range(5)]
    cleaned = clean_table(table(other=range(5), id=ids, url=urls, html=PAGES), columns=["markdown"])
    assert cleaned.schema == output_schema(["markdown"])
    assert (cleaned["id"].to_pylist(), cleaned["url"].to_pylist()) == (ids, urls)
    assert texts(cleaned) == EXPECTED
    assert cleaned["markdown"][0].as_py() == clean(PAGES[0]).markdown
    assert cleaned["outcome"].to_pylist() == ["cleaned"] * 5
    cleaned.validate(full=True)


@pytest.mark.parametrize("columns", [(), ("markdown",), COLUMNS, COLUMNS[::-1]])
def test_the_schema_is_always_the_same(columns: tuple[str, ...]) -> None:
    schema = output_schema(columns)
    assert schema.names[10:] == [name for name in COLUMNS if name in columns]
    for empty in (table(html=pa.array([], pa.string())), table(html=[None, None]), table(x=[1])):
        assert clean_table(empty, columns=columns).schema == schema


@pytest.mark.parametrize(
    "empty",
    [
        pa.table({}),
        pa.table({"html": pa.array([], pa.string())}),
        pa.table({"html": pa.array([], pa.null())}),
        pa.table({"other": pa.array([], pa.int64())}),
        pa.Table.from_batches([], pa.schema([("html", pa.string())])),
    ],
)
def test_an_empty_table(empty: Any) -> None:
    assert clean_table(empty).equals(output_schema().empty_table())


def test_a_table_without_a_page_in_it_says_so_in_every_row() -> None:
    cleaned = clean_table(table(body=["a", "b"], link=["c", "d"]))
    assert cleaned["outcome"].to_pylist() == ["failed: input"] * 2
    error = "no field html or text or content; its fields are: body, link"
    assert cleaned["error"].to_pylist() == [error] * 2
    named = clean_table(table(body=PAGES, html=PAGES), fields=Fields(html="page"))
    assert set(named["error"].to_pylist()) == {"no field page; its fields are: body, html"}


def test_null_cells() -> None:
    cleaned = clean_table(
        table(id=["a", None, "c"], url=[None, "u", None], html=[None, PAGES[1], ""])
    )
    assert cleaned["outcome"].to_pylist() == ["failed: input", "cleaned", "no-article: empty"]
    assert cleaned["id"].to_pylist() == ["a", "u", "c"]
    assert cleaned["error"][0].as_py() == "html is empty"
    assert texts(clean_table(table(html=[None, PAGES[0]], text=["", PAGES[1]]))) == [
        "",
        EXPECTED[0],
    ]
    nothing = clean_table(table(html=pa.nulls(2)))
    assert nothing["id"].to_pylist() == ["0", "1"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: pa.array(PAGES, pa.string()),
        lambda: pa.array(PAGES, pa.large_string()),
        lambda: pa.array(PAGES, pa.string_view()),
        lambda: pa.array([html.encode() for html in PAGES], pa.binary()),
        lambda: pa.array([html.encode() for html in PAGES], pa.large_binary()),
        lambda: pa.array(PAGES).dictionary_encode(),
        lambda: pa.chunked_array([PAGES[:1], [], PAGES[1:4], PAGES[4:]]),
        lambda: pa.array(["x", *PAGES, "y"]).slice(1, 5),
    ],
    ids="string large view binary large-binary dictionary chunked sliced".split(),
)
def test_columns_of_every_type(make: Callable[[], Any]) -> None:
    assert texts(clean_table(table(html=make()))) == EXPECTED


def test_a_slice_of_a_table() -> None:
    whole = table(id=list("abcde"), html=PAGES)
    assert clean_table(whole.slice(1, 3))["id"].to_pylist() == ["b", "c", "d"]
    assert texts(clean_table(whole.slice(4))) == EXPECTED[4:]


def test_ids_of_other_types() -> None:
    for ids, expected in (
        ([7, 0], ["7", "0"]),
        ([b"k", b""], ["k", "1"]),
        ([1.5, None], ["1.5", "1"]),
        ([True, False], ["True", "False"]),
    ):
        assert clean_table(table(id=ids, html=PAGES[:2]))["id"].to_pylist() == expected


@pytest.mark.parametrize("ids", [["key", None], [b"key", None], [0, None]])
def test_a_row_that_fails_has_the_id_and_address_that_it_would_have(ids: list[Any]) -> None:
    """By which an engine joins it with its page again."""
    urls = ["http://a.example/1", "http://a.example/2"]
    good, bad = (
        clean_table(table(id=ids, url=urls, html=html)) for html in (PAGES[:2], [None] * 2)
    )
    assert bad["id"].to_pylist() == good["id"].to_pylist()
    assert bad["url"].to_pylist() == good["url"].to_pylist() == urls


def test_pages_in_bytes_of_a_known_charset() -> None:
    french = page(1).replace("council", "conseil été").encode("latin-1")
    cleaned = clean_table(table(html=[french], charset=["latin-1"]))
    assert "conseil été of" in texts(cleaned)[0]


@pytest.mark.parametrize("html", [[1, 2], [["a"], ["b"]], [{"a": "b"}, None], [1.5, None]])
def test_columns_that_hold_no_pages(html: Any) -> None:
    cleaned = clean_table(table(html=html))
    assert cleaned["outcome"].to_pylist() == ["failed: input"] * 2


@pytest.mark.parametrize("name", ["html", "id", "url"])
def test_two_columns_of_one_name(name: str) -> None:
    arrays = [pa.array(PAGES[:2]), pa.array(["a", "b"]), pa.array(["c", "d"])]
    names = ["html", name, name]
    assert clean_table(pa.Table.from_arrays(arrays, names=names)).num_rows == 2


def test_strings_that_are_no_utf_8() -> None:
    """Arrow does not look at what others wrote."""
    raw = pa.array([page(1).encode() + b"\xff", page(2).encode()], pa.binary()).view(pa.string())
    cleaned = clean_table(table(html=raw))
    assert texts(cleaned)[1] == EXPECTED[2]
    assert cleaned["outcome"].to_pylist() == ["cleaned"] * 2


def test_text_that_arrow_cannot_hold() -> None:
    """A lone surrogate, as JSON may write it."""
    html = page(1).replace("council", "council &#xD800;").encode("utf-16-le", "surrogatepass")
    clean_table(table(html=[html])).validate(full=True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"columns": ["pdf"]},
        {"columns": ["markdown", "outcome"]},
        {"columns": "markdown"},
        {"timeout": 0},
        {"timeout": -1.0},
        {"timeout": float("nan")},
        {"timeout": float("inf")},
        {"memory": 0},
        {"memory": -5},
        {"memory": 1 << 80},
        {"memory": 2e9},
    ],
)
def test_arguments_that_no_table_could_be_cleaned_with(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))[:6]):
        clean_table(table(html=PAGES[:1]), **wrong)
    if "columns" in wrong:
        with pytest.raises(ValueError, match="column"):
            output_schema(wrong["columns"])


def test_options_columns_and_limits_reach_the_page() -> None:
    columns = (name for name in ("report", "markdown", "report"))
    cleaned = clean_table(table(html=PAGES[:1]), options=Options(keep={"byline"}), columns=columns)
    assert "By Jane Doe" in texts(cleaned)[0]
    assert cleaned.column_names[10:] == ["markdown", "report"]


@pytest.mark.limits
def test_pages_that_do_harm(poison: Callable[[str], str]) -> None:
    harm = ["segfault", "hang", "print"]
    html = [part for kind in harm for part in (page(1), page(2, poison(kind)))]
    ids = [f"{kind}-{n}" for kind in harm for n in range(2)]
    cleaned = clean_table(table(id=ids, html=html), timeout=1.0)
    assert cleaned["id"].to_pylist() == ids
    assert cleaned["outcome"].to_pylist()[::2] == ["cleaned"] * 3
    assert cleaned["outcome"].to_pylist()[1::2] == [
        *("failed: crash", "failed: timeout", "cleaned"),
    ]
    assert set(texts(cleaned)[::2]) == {EXPECTED[1]}
    cleaned.validate(full=True)


def test_two_threads_at_once() -> None:
    tables = [table(id=[str(n)] * 5, html=PAGES) for n in range(6)]
    with ThreadPoolExecutor(2) as pool:
        for n, cleaned in enumerate(pool.map(clean_table, tables)):
            assert cleaned["id"].to_pylist() == [str(n)] * 5
            assert texts(cleaned) == EXPECTED


def test_a_child_lives_on_for_the_next_table() -> None:
    def children() -> set[int]:
        return {g._child.pid for guards in idle._idle.values() for g in guards if g._child}

    clean_table(table(html=PAGES[:1]))
    before = children()
    clean_table(table(html=PAGES[:1]))
    assert children() == before
    idle.close()
    assert not children()
    assert texts(clean_table(table(html=PAGES[:1]))) == EXPECTED[:1]


def test_a_child_that_was_killed_between_two_tables_is_replaced() -> None:
    clean_table(table(html=PAGES[:1]))
    for guards in idle._idle.values():
        for worker in guards:
            worker.kill()
    assert texts(clean_table(table(html=PAGES))) == EXPECTED


FORK = """
import os, sys
import pyarrow as pa
from cleaner.batch.workers import idle
from cleaner.integrations.table import clean_table
from tests.batch.made import page

def text(n):
    return clean_table(pa.table({"html": [page(n)]}))["text"][0].as_py()

def children():
    return {g._child.pid for guards in idle._idle.values() for g in guards if g._child}

before, mine = text(1), children()
if (pid := os.fork()) == 0:
    ok = not children() and text(2) != before and children().isdisjoint(mine)
    os._exit(0 if ok else 9)
both = [text(n) for n in (1, 2, 3)]
assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
assert both[0] == before == text(1)
assert children() == mine
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_fork_has_children_of_its_own() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "ignore", "-c", FORK]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=100, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_no_worker_that_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    idle.close()
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    cleaned = clean_table(table(id=["a", "b"], html=PAGES[:2]))
    assert cleaned["outcome"].to_pylist() == ["failed: worker"] * 2
    assert cleaned["id"].to_pylist() == ["a", "b"]
