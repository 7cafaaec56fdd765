"""`cleaner batch --site-memory DIR`: sites are learnt on the way, and rows do not depend on how."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from click.testing import CliRunner

from cleaner.batch.job.job import Job
from cleaner.batch.job.plan import Plan
from cleaner.batch.job.sites import NO_ADDRESS
from cleaner.batch.readers.sources import sources
from cleaner.batch.setup import Setup
from cleaner.cli.main import main
from cleaner.learn import learn
from cleaner.sites.memory import SiteMemories, SiteMemory
from tests.cases import ROOT

for library in ("pyarrow", "fastwarc", "rensa", "fsspec"):
    pytest.importorskip(library, reason="pip install '.[ingest]'")

PLACES = "river harbour school forest museum bakery station chapel orchard quarry".split()
NAMES = (
    "amber birch cedar delta ember fjord grove heath islet jetty knoll larch marsh north otter "
    "plain quiet ridge shoal thorn under vault woods yield zebra brook cliff dunes eagle field"
).split()
PLEA = (
    "Our little paper lives off people who put a coin into the jar on the counter, and you could "
    "well be one of them this very week."
)
PLAIN = ("--duplicates", "off", "--workers")


def page(number: int, host: str) -> str:
    """An article of a site, with its plea."""
    rng = Random(f"{host} {number}")
    place = f"{rng.choice(PLACES)} of {rng.choice(NAMES)}"
    said = "".join(
        f"<p>{' '.join(rng.sample(NAMES + PLACES, 18)).capitalize()}.</p>" for _ in range(6)
    )
    return (
        f'<!doctype html><html><head><title>The {place}</title><link rel="canonical" '
        f'href="https://{host}/{number}"></head><body><div class="story"><h1>The {place}</h1>{said}'
        f"<p>{PLEA}</p></div></body></html>"
    )


def write(path: Path, count: int, hosts: tuple[str, ...] = ("a.example",)) -> None:
    rows = (
        json.dumps(
            {
                "id": f"{n}",
                "url": f"https://{hosts[n % len(hosts)]}/{n}",
                "html": page(n, hosts[n % len(hosts)]),
            }
        )
        for n in range(count)
    )
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def batch(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["batch", *map(str, arguments)])
    return result.exit_code, result.output


def rows_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_later_pages_lose_what_earlier_ones_taught(here: Path) -> None:
    write(here / "pages.jsonl", 24)
    status, said = batch("pages.jsonl", "-o", "out.jsonl", "--site-memory", "known", *PLAIN, 2)
    assert status == 0, said
    rows = rows_of(here / "out.jsonl")
    assert all(PLEA in str(row["text"]) for row in rows[:4])
    assert not any(PLEA in str(row["text"]) for row in rows[4:])
    assert all("site" not in row for row in rows)
    assert SiteMemory.read(here / "known/a.example.json").seen >= 16
    assert not (here / "out.jsonl.job/sites").exists()


def test_what_was_known_is_used_from_the_first_page_and_kept(here: Path) -> None:
    learnt = learn([page(n, "a.example") for n in range(100, 104)])
    learnt.write(here / "known/a.example.json")
    write(here / "pages.jsonl", 6)
    assert batch("pages.jsonl", "-o", "out.jsonl", "--site-memory", "known", *PLAIN, 1)[0] == 0
    assert not any(PLEA in str(row["text"]) for row in rows_of(here / "out.jsonl"))
    after = SiteMemory.read(here / "known/a.example.json")
    assert {page.id for page in learnt.pages} < {page.id for page in after.pages}


def test_sites_are_told_apart(here: Path) -> None:
    write(here / "pages.jsonl", 40, ("a.example", "b.example", "c.example"))
    assert batch("pages.jsonl", "-o", "out.jsonl", "--site-memory", "known", *PLAIN, 2)[0] == 0
    assert list(SiteMemories(here / "known")) == ["a.example", "b.example", "c.example"]


def test_rows_do_not_depend_on_the_number_of_workers(here: Path) -> None:
    write(here / "pages.jsonl", 70)
    for workers in (1, 3):
        given = ("pages.jsonl", "-o", f"out{workers}.jsonl", "--site-memory", f"known{workers}")
        assert batch(*given, *PLAIN, workers)[0] == 0
    assert rows_of(here / "out1.jsonl") == rows_of(here / "out3.jsonl")
    one, three = (here / f"known{n}/a.example.json" for n in (1, 3))
    assert one.read_bytes() == three.read_bytes()


@pytest.mark.parametrize("wait", [0, 1, 2, 4])
def test_a_job_that_was_killed_ends_with_the_same_rows_and_memories(here: Path, wait: int) -> None:
    write(here / "pages.jsonl", 120)
    assert batch("pages.jsonl", "-o", "whole.jsonl", "--site-memory", "first", *PLAIN, 2)[0] == 0
    given = ["batch", "pages.jsonl", "-o", "out.jsonl", "--site-memory", "second", *PLAIN, "2"]
    with subprocess.Popen(
        [sys.executable, "-m", "cleaner", *given],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
    ) as process:
        parts = here / "out.jsonl.job/parts"
        while process.poll() is None and not (
            parts.exists() and len(list(parts.glob("*.jsonl"))) > wait
        ):
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
    assert batch(*given[1:])[0] == 0
    assert rows_of(here / "out.jsonl") == rows_of(here / "whole.jsonl")
    assert (here / "second/a.example.json").read_bytes() == (
        here / "first/a.example.json"
    ).read_bytes()


def test_a_job_that_was_stopped_amid_a_generation_forgets_no_lesson(here: Path) -> None:
    write(here / "pages.jsonl", 40)
    assert batch("pages.jsonl", "-o", "whole.jsonl", "--site-memory", "first", *PLAIN, 1)[0] == 0

    def stop(row: dict[str, Any]) -> None:
        if row["id"] == "25":
            raise KeyboardInterrupt

    plan = Plan(sources(["pages.jsonl"]), Path("out.jsonl"), Setup()).learning(Path("second"))
    job = Job(plan)
    with pytest.raises(KeyboardInterrupt):
        job.run(stop)
    job.close()
    assert 16 < job.done < 32
    assert batch("pages.jsonl", "-o", "out.jsonl", "--site-memory", "second", *PLAIN, 1)[0] == 0
    assert rows_of(here / "out.jsonl") == rows_of(here / "whole.jsonl")
    one, two = (here / f"{name}/a.example.json" for name in ("first", "second"))
    assert one.read_bytes() == two.read_bytes()


HARM: dict[str, Callable[[Path], object]] = {
    "damaged": lambda path: path.write_text("{", encoding="utf-8"),
    "of another site": lambda path: SiteMemory("b.example").write(path),
    "a folder": lambda path: path.mkdir(),
    "no text": lambda path: path.write_bytes(b"\xff"),
}


@pytest.mark.parametrize("harm", HARM)
def test_what_is_wrong_with_one_sites_memory_is_told_and_the_job_goes_on(
    here: Path, harm: str, caplog: pytest.LogCaptureFixture
) -> None:
    (here / "known").mkdir()
    broken = here / "known/a.example.json"
    HARM[harm](broken)
    before = broken.is_dir() or broken.read_bytes()
    write(here / "pages.jsonl", 20, ("a.example", "c.example"))
    given = ("pages.jsonl", "-o", "out.jsonl", "--site-memory", "known", *PLAIN, 2)
    status, said = batch(*given, "--summary", "told.json")
    assert status == 0, said
    rows = rows_of(here / "out.jsonl")
    assert [row["outcome"] for row in rows] == ["cleaned"] * 20
    assert not any(row["error"] for row in rows)
    told = json.loads((here / "told.json").read_text("utf-8"))["site_troubles"]
    assert told and all("known/a.example.json" in trouble for trouble in told)
    assert [m for r in caplog.records if "a.example" in (m := r.getMessage())] == [
        f"site memory: {trouble}" for trouble in told
    ]
    assert broken.is_dir() or broken.read_bytes() == before
    assert SiteMemory.read(here / "known/c.example.json").seen == 10


def test_rows_on_standard_output_tell_of_a_memory_that_is_damaged(here: Path) -> None:
    (here / "known").mkdir()
    (here / "known/a.example.json").write_text("{", encoding="utf-8")
    write(here / "pages.jsonl", 2, ("a.example", "c.example"))
    result = CliRunner().invoke(
        main, ["batch", "pages.jsonl", "-o", "-", "--site-memory", "known", "--workers", "1"]
    )
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["outcome"] for row in rows] == ["cleaned"] * 2
    assert rows[0]["error"].startswith("site memory: known/a.example.json:1: not JSON: ")
    assert rows[1]["error"] == ""


def test_a_folder_that_cannot_be_written_stops_the_job_and_it_goes_on(here: Path) -> None:
    (here / "held").write_text("", encoding="utf-8")
    write(here / "pages.jsonl", 3)
    given = ("pages.jsonl", "-o", "out.jsonl", "--site-memory", "held/known", *PLAIN, 1)
    status, said = batch(*given)
    assert (status, "held/known: cannot be written" in said) == (3, True)
    (here / "held").unlink()
    assert batch(*given)[0] == 0
    assert list(SiteMemories(here / "held/known")) == ["a.example"]


@pytest.mark.parametrize("letters", [251, 5000])
def test_a_host_too_long_for_a_file_is_learnt_as_any_other(here: Path, letters: int) -> None:
    host = "x" * letters
    write(here / "pages.jsonl", 24, (host, "a.example/.."))
    given = ("pages.jsonl", "-o", "out.jsonl", "--site-memory", "known", *PLAIN, 2)
    status, said = batch(*given)
    assert status == 0, said
    assert sorted(SiteMemories(here / "known")) == ["a.example", host]
    assert batch(*given)[0] == 0


def test_a_page_without_an_address_teaches_and_uses_no_memory(
    here: Path, caplog: pytest.LogCaptureFixture
) -> None:
    learn([page(n, "a.example") for n in range(4)]).write(here / "known/a.example.json")
    before = (here / "known/a.example.json").read_bytes()
    lines = (json.dumps({"html": page(n, "a.example")}) for n in range(10, 30))
    (here / "pages.jsonl").write_text("\n".join(lines), encoding="utf-8")
    given = ("pages.jsonl", "-o", "out.jsonl", "--site-memory", "known", *PLAIN, 1)
    assert batch(*given, "--summary", "told.json")[0] == 0
    assert (here / "known/a.example.json").read_bytes() == before
    rows = rows_of(here / "out.jsonl")
    assert all(PLEA in str(row["text"]) for row in rows)
    assert all("its address is not known" in str(row["error"]) for row in rows)
    assert [r.getMessage() for r in caplog.records] == [f"site memory: {NO_ADDRESS}"]
    assert json.loads((here / "told.json").read_text("utf-8"))["site_troubles"] == [NO_ADDRESS]
    assert batch(*given, "--host-from-page")[0] == 2
    assert batch(*given, "--host-from-page", "--restart")[0] == 0
    assert not any(PLEA in str(row["text"]) for row in rows_of(here / "out.jsonl"))
    assert (here / "known/a.example.json").read_bytes() != before


def test_a_file_is_no_folder_of_memories(here: Path) -> None:
    (here / "known").write_text("{}", encoding="utf-8")
    write(here / "pages.jsonl", 3)
    status, said = batch("pages.jsonl", "-o", "out.jsonl", "--site-memory", "known", *PLAIN, 1)
    assert (status, "known: not a folder of site memories" in said) == (2, True)


def test_another_folder_is_another_job(here: Path) -> None:
    write(here / "pages.jsonl", 3)
    assert batch("pages.jsonl", "-o", "out.jsonl", *PLAIN, 1)[0] == 0
    status, said = batch("pages.jsonl", "-o", "out.jsonl", "--site-memory", "known", *PLAIN, 1)
    assert status == 2
    assert "site memory was None and is 'known'" in said


def test_rows_on_standard_output_use_a_memory_and_teach_nothing(here: Path) -> None:
    learn([page(n, "a.example") for n in range(4)]).write(here / "known/a.example.json")
    before = (here / "known/a.example.json").read_bytes()
    write(here / "pages.jsonl", 3)
    result = CliRunner().invoke(
        main, ["batch", "pages.jsonl", "-o", "-", "--site-memory", "known", "--workers", "1"]
    )
    assert result.exit_code == 0
    assert PLEA not in result.stdout
    assert (here / "known/a.example.json").read_bytes() == before
