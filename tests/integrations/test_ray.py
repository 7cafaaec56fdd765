"""Ray Data for real: two processors, poison among the pages, runs that are killed and go on."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cleaner.batch.inputs import Fields
from cleaner.batch.rows import Row
from tests.integrations import files
from tests.integrations.copied import ROWS, TABLE, told
from tests.integrations.pages import PAGES, RECORDS

ray = pytest.importorskip("ray", reason="pip install '.[ray]'")
pytest.importorskip("fastwarc", reason="pip install '.[ingest]'")

from cleaner.batch import find_copies as find_copies_in_batch  # noqa: E402
from cleaner.integrations.ray import clean_dataset, clean_pages, find_copies  # noqa: E402

pytestmark = pytest.mark.engine
RUN = """
import sys
import ray
from cleaner.integrations.ray import clean_pages

ray.init(sys.argv[1], log_to_driver=False, logging_level="ERROR")
clean_pages(sys.argv[2], sys.argv[3], batch_size=12)
"""


@pytest.fixture(scope="module", autouse=True)
def cluster(poison: dict[str, str]) -> Iterator[None]:
    os.environ |= {"RAY_worker_niceness": "0", "RAY_USAGE_STATS_ENABLED": "0"}
    ray.init(
        "local",
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        logging_level="ERROR",
        runtime_env={"env_vars": {"PYTHONPATH": poison["PYTHONPATH"]}},
    )
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield
    ray.shutdown()


def test_rows_of_warc_json_lines_and_parquet_are_those_of_batch(
    tmp_path: Path, expected_rows: list[Row]
) -> None:
    third = len(PAGES) // 3
    files.write_warc(tmp_path / "crawl" / "a.warc.gz", PAGES[:third])
    files.write_lines(tmp_path / "crawl" / "b.jsonl", RECORDS[third : 2 * third])
    files.write_parquet(tmp_path / "crawl" / "c.parquet", RECORDS[2 * third :])
    files.run_example("ray.md", "Local", tmp_path, batch_size=8)
    files.assert_same(pq.read_table(tmp_path / "articles"), expected_rows)


def test_a_broken_record_is_a_row_and_a_second_run_adds_what_is_new(tmp_path: Path) -> None:
    source, output = tmp_path / "in", tmp_path / "out"
    files.write_broken(source)
    clean_pages(str(source), str(output), columns=["report"])
    expected = files.rows_of_batch(source, ["report"])
    assert Counter(row.outcome for row in expected)["failed: input"] == files.BROKEN
    files.assert_same(pq.read_table(output), expected, "report")

    before = _times(output)
    clean_pages(str(source), str(output), columns=["report"])
    assert _times(output) == before

    files.write_lines(source / "new.jsonl", RECORDS[10:13])
    clean_pages([str(source)], str(output), columns=["report"])
    assert len(pq.read_table(output)) == len(expected) + 3
    assert before.items() < _times(output).items()

    _undo_commit(output)
    clean_pages([str(source)], str(output), columns=["report"])
    assert len(set(pq.read_table(output)["id"].to_pylist())) == len(expected) + 3
    assert len(pq.read_table(output)) == len(expected) + 3


def test_a_run_that_was_killed_goes_on_and_every_page_has_one_row(tmp_path: Path) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out"
    good = [record for record in RECORDS if "poison" not in record["id"]]
    many = [record | {"id": f"{n}-{record['id']}"} for n in range(12) for record in good]
    files.write_lines(source, many)
    address = ray.get_runtime_context().gcs_address
    command = [sys.executable, "-c", RUN, address, str(source), str(output)]
    _kill_when(command, lambda: len(_committed(output)) > 3)
    done, before = len(_committed(output)), _times(output)
    assert 3 < done < len(many) // 12

    clean_pages(str(source), str(output), batch_size=12)
    ids = pq.read_table(output)["id"].to_pylist()
    assert sorted(ids) == sorted(record["id"] for record in many)
    assert len(before.items() & _times(output).items()) == done


def test_an_output_and_its_checkpoint_go_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, other = tmp_path / "in.jsonl", tmp_path / "other"
    files.write_lines(source, RECORDS[:1])
    files.write_parquet(other / "x.parquet", RECORDS[:1])
    with pytest.raises(FileExistsError, match=r"other\.checkpoint does not tell what they are"):
        clean_pages(str(source), str(other))
    with pytest.raises(FileNotFoundError, match="nothing holds no files"):
        clean_pages(str(source), str(tmp_path / "nothing"), checkpoint=str(other))
    monkeypatch.setattr(ray, "cluster_resources", lambda: {"CPU": 1.0})
    with pytest.raises(RuntimeError, match="Ray needs two processors"):
        clean_pages(str(source), str(other), checkpoint=str(other))


def test_a_dataset_of_the_users_own(tmp_path: Path, expected_rows: list[Row]) -> None:
    files.write_parquet(tmp_path / "crawl" / "pages.parquet", RECORDS[30:])
    files.run_example("ray.md", "A dataset of your own", tmp_path, batch_size=8)
    rows = [row for row in expected_rows[30:] if row.outcome == "cleaned"]
    files.assert_same(pq.read_table(tmp_path / "cleaned"), rows)


def test_a_dataset_with_names_of_its_own() -> None:
    rows = [{"key": 7, "body": b"<p>Gr\xfc\xdfe</p>", "said": "iso-8859-1", "link": None}]
    fields = Fields(html="body", url="link", id="key", charset="said")
    cleaned = clean_dataset(ray.data.from_items(rows), fields=fields).take_all()
    assert [(row["id"], row["url"], row["text"]) for row in cleaned] == [("7", None, "Grüße")]


def test_the_stories_are_those_of_batch() -> None:
    rows = ray.data.from_arrow([TABLE.slice(0, 40), TABLE.slice(40)])
    found = find_copies(rows, num_blocks=2).take_all()
    assert told(found) == told(find_copies_in_batch(ROWS))


def test_arguments_that_cannot_be_are_told_before_anything_runs(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no column words"):
        clean_dataset(ray.data.from_items([{"html": "a"}]), columns=["words"])
    with pytest.raises(ValueError, match="timeout must be above 0"):
        clean_pages(str(tmp_path), str(tmp_path), timeout=0)


def test_without_ray_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "cleaner.integrations.ray")
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ImportError, match=r"pip install '\.\[ray\]' in a checkout"):
        importlib.import_module("cleaner.integrations.ray")


def _times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def _committed(output: Path) -> list[Path]:
    folder = Path(f"{output}.checkpoint")
    return [path for path in folder.glob("*.parquet") if ".pending" not in path.name]


def _undo_commit(output: Path) -> None:
    """As after a crash in the middle of writing: half a file, and its ids not yet noted."""
    noted = _committed(output)[0]
    noted.rename(noted.with_suffix(".pending.parquet"))
    half = next(output.glob(f"{noted.stem}*"))
    half.write_bytes(half.read_bytes()[:100])


def _kill_when(command: list[str], ready: Callable[[], bool]) -> None:
    """Kill a driver in the middle; the children of its workers end by themselves."""
    before = _children()
    driver = subprocess.Popen(command)
    _wait_for(lambda: driver.poll() is not None or ready())
    ended, ours = driver.poll(), _children() - before
    driver.kill()
    driver.wait()
    assert ended is None and ours
    _wait_for(lambda: not _children() & ours)


def _wait_for(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


def _children() -> set[int]:
    """The processes that clean pages for this cluster."""
    child = "cleaner.batch.workers.child"
    return {pid for pid in _descendants(os.getpid()) if child in _command(pid)}


def _descendants(pid: int) -> list[int]:
    with suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        found = [int(child) for child in children]
        return [*found, *(pid for child in found for pid in _descendants(child))]
    return []


def _command(pid: int) -> str:
    """The command line of a process; empty where it has ended."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text()
    return ""
