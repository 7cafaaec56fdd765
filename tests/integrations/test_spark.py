"""PySpark for real: two cores, poison among the pages, jobs that fail and jobs that are killed."""

from __future__ import annotations

import importlib
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner.batch.inputs import Fields, MissingField
from cleaner.batch.rows import Row
from tests.integrations import files
from tests.integrations.copied import ROWS, TABLE, told
from tests.integrations.pages import PAGES, RECORDS

pytest.importorskip("pyspark", reason="pip install '.[spark]', and Java 17")
pytest.importorskip("fastwarc", reason="pip install '.[ingest]'")

from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import SparkSession

from cleaner.batch import find_copies as find_copies_in_batch
from cleaner.batch.dedup.copies import STORY
from cleaner.integrations.spark import clean_dataframe, clean_pages, find_copies

pytestmark = pytest.mark.engine
JOB = """
import sys
from pyspark.sql import SparkSession
from cleaner.integrations.spark import clean_pages

spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
clean_pages(spark, sys.argv[1], sys.argv[2], tasks_per_file=30)
"""


@pytest.fixture(scope="module")
def spark(poison: dict[str, str]) -> Iterator[SparkSession]:
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False)
    session = builder.config("spark.sql.shuffle.partitions", 2).getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def test_rows_of_warc_json_lines_and_parquet_are_those_of_batch(
    spark: SparkSession, tmp_path: Path, expected_rows: list[Row]
) -> None:
    third = len(PAGES) // 3
    files.write_warc(tmp_path / "crawl" / "a.warc.gz", PAGES[:third])
    files.write_lines(tmp_path / "crawl" / "b.jsonl", RECORDS[third : 2 * third])
    files.write_parquet(tmp_path / "crawl" / "c.parquet", RECORDS[2 * third :])
    files.run_example("spark.md", "Local", tmp_path, tasks_per_file=2)
    files.assert_same(pq.read_table(tmp_path / "articles"), expected_rows)
    assert (tmp_path / "articles" / "_SUCCESS").exists()


def test_a_broken_record_is_a_row_and_a_second_run_is_refused(
    spark: SparkSession, tmp_path: Path
) -> None:
    source, output = tmp_path / "in", tmp_path / "out"
    files.write_broken(source)
    clean_pages(spark, [str(source)], str(output), columns=["report", "findings"])
    expected = files.rows_of_batch(source, ["findings", "report"])
    assert Counter(row.outcome for row in expected)["failed: input"] == files.BROKEN
    files.assert_same(pq.read_table(output), expected, "findings", "report")

    before = sorted(output.iterdir())
    with pytest.raises(AnalysisException, match="PATH_ALREADY_EXISTS"):
        clean_pages(spark, str(source), str(output))
    assert sorted(output.iterdir()) == before


def test_a_data_frame_of_the_users_own(
    spark: SparkSession, tmp_path: Path, expected_rows: list[Row]
) -> None:
    files.write_parquet(tmp_path / "crawl" / "pages.parquet", RECORDS[30:])
    files.run_example("spark.md", "A data frame of your own", tmp_path)
    rows = [row for row in expected_rows[30:] if row.outcome == "cleaned"]
    files.assert_same(pq.read_table(tmp_path / "cleaned"), rows)


def test_a_data_frame_with_names_of_its_own(spark: SparkSession) -> None:
    rows = [(7, b"<p>Gr\xfc\xdfe</p>", "iso-8859-1", None)]
    df = spark.createDataFrame(rows, "key int, body binary, said string, link string")
    fields = Fields(html="body", url="link", id="key", charset="said")
    cleaned = clean_dataframe(df, fields=fields).collect()
    assert [(row.id, row.url, row.text) for row in cleaned] == [("7", None, "Grüße")]


def test_the_stories_are_those_of_batch(spark: SparkSession) -> None:
    found = find_copies(spark.createDataFrame(TABLE).repartition(3)).toArrow()
    assert found.schema.names == [*TABLE.column_names, *STORY]
    assert told(found.to_pylist()) == told(find_copies_in_batch(ROWS))


def test_a_job_that_fails_commits_nothing(spark: SparkSession, tmp_path: Path) -> None:
    def broken(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            if "ferry-3" in batch["id"].to_pylist():
                raise RuntimeError("a step of the user's own")
            yield batch

    table = pa.Table.from_pylist([page for page in RECORDS if "poison" not in page["id"]])
    cleaned = clean_dataframe(spark.createDataFrame(table).repartition(4))
    with pytest.raises(PySparkException, match="a step of the user's own"):
        cleaned.mapInArrow(broken, cleaned.schema).write.parquet(str(tmp_path / "out"))
    assert not list((tmp_path / "out").rglob("*"))


def test_a_job_that_was_killed_leaves_nothing_that_reads_as_an_output(
    spark: SparkSession, tmp_path: Path
) -> None:
    source, output = tmp_path / "in.jsonl", tmp_path / "out"
    good = [record for record in RECORDS if "poison" not in record["id"]]
    many = [record | {"id": f"{n}-{record['id']}"} for n in range(6) for record in good]
    files.write_lines(source, many)
    driver = subprocess.Popen(
        [sys.executable, "-c", JOB, str(source), str(output)], stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + 300  # a loaded machine starts Spark slowly
    while len(list(output.rglob("*.parquet"))) < 4:
        assert driver.poll() is None
        assert time.monotonic() < end
        time.sleep(0.05)
    jvm = Path(f"/proc/{driver.pid}/task/{driver.pid}/children").read_text().split()
    driver.kill()
    driver.wait()
    while any(Path("/proc", pid).exists() for pid in jvm):
        assert time.monotonic() < end
        time.sleep(0.05)
    assert not list(output.glob("*.parquet"))
    assert not (output / "_SUCCESS").exists()

    clean_pages(spark, str(source), str(output), mode="overwrite")
    ids = pq.read_table(output)["id"].to_pylist()
    assert sorted(ids) == sorted(record["id"] for record in many)


def test_arguments_that_cannot_be_are_told_before_anything_runs(
    spark: SparkSession, tmp_path: Path
) -> None:
    df = spark.createDataFrame([("a",)], "body string")
    with pytest.raises(MissingField, match="its fields are: body"):
        clean_dataframe(df)
    with pytest.raises(ValueError, match="no column words"):
        clean_dataframe(df, fields=Fields(html="body"), columns=["words"])
    files.write_lines(tmp_path / "in.jsonl", RECORDS[:1])
    with pytest.raises(ValueError, match="tasks_per_file must be at least 1, not 0"):
        clean_pages(spark, str(tmp_path / "in.jsonl"), str(tmp_path / "out"), tasks_per_file=0)


def test_without_pyspark_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "cleaner.integrations.spark")
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(ImportError, match=r"pip install '\.\[spark\]' in a checkout"):
        importlib.import_module("cleaner.integrations.spark")
