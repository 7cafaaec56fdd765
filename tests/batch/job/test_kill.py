"""A job that is killed at any moment and started again: every page once, as if undisturbed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import pytest

from cleaner.batch.inputs import Input
from cleaner.batch.job import job, progress
from cleaner.batch.rows import as_json
from cleaner.batch.setup import Setup
from cleaner.batch.workers.child import work
from cleaner.cli import run_batch as _command  # noqa: F401  # a fork has it imported
from cleaner.cli.main import main
from tests.batch.made import page, write_jsonl

PAGES = 1000
FEWER = 300
KILLS = 20
STEPS = 80


def command(source, output):
    return [
        *(sys.executable, "-m", "cleaner", "batch", str(source), "-o", str(output)),
        *("--workers", "2", "--duplicates", "off"),
    ]


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kill")
    source = write_jsonl(folder / "pages.jsonl", PAGES)
    began = time.monotonic()
    subprocess.run(command(source, folder / "whole.jsonl"), check=True, stderr=subprocess.PIPE)
    return source, rows(folder / "whole.jsonl"), time.monotonic() - began


def test_every_page_once_after_twenty_kills_at_random_moments(undisturbed, tmp_path):
    source, expected, seconds = undisturbed
    dice, kills, jobs = random.Random(7), 0, 0
    assert [row["id"] for row in expected] == [f"page-{n}" for n in range(PAGES)]
    while kills < KILLS:
        jobs += 1
        output = tmp_path / f"job-{jobs}.jsonl"
        while not output.exists():
            with subprocess.Popen(command(source, output), stderr=subprocess.PIPE) as job:
                try:
                    job.wait(dice.uniform(0.2, 0.8) * seconds if kills < KILLS else None)
                except subprocess.TimeoutExpired:
                    job.send_signal(signal.SIGKILL)
                    kills += 1
                    assert not output.exists() or rows(output) == expected, "half an output"
                else:
                    assert job.returncode == 0, job.stderr.read().decode()
        subprocess.run(command(source, output), check=True, stderr=subprocess.PIPE)
        assert rows(output) == expected


@contextmanager
def here(workers, setup):
    """Guards without a process: starting one would take most of the time of the test below."""

    class Worker:
        def run_json(self, record):
            return as_json(work(record, setup))

    def submit(function, task):
        future = Future()
        future.set_result(function(Worker(), task))
        return future

    yield submit


def run_and_die(source, output, step):
    """Do the job in a fork that is killed before its call number `step` that changes the disk."""
    if not (pid := os.fork()):
        calls = iter(range(1, 10**6))

        def dying(function):
            def called(*args, **options):
                if next(calls) == step:
                    os.kill(os.getpid(), signal.SIGKILL)
                return function(*args, **options)

            return called

        for name in ("fsync", "mkdir", "rename", "replace", "unlink", "rmdir"):
            setattr(os, name, dying(getattr(os, name)))
        job.guarded, progress.PART = here, 4
        try:
            main(command(source, output)[3:])
        except SystemExit as done:
            os._exit(done.code or 0)
        finally:
            os._exit(9)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.mark.parametrize("ending", [".jsonl", "-folder"])
def test_a_kill_at_any_step_of_writing(ending, tmp_path):
    """Killed before each call that changes what is on the disk, one after the other."""
    source = write_jsonl(tmp_path / "pages.jsonl", 12)
    work(Input(page(0)), Setup())  # every fork has the word lists then
    expected = []
    for step in range(1, STEPS):
        output = tmp_path / f"out-{step}{ending}"
        died = run_and_die(source, output, step)
        assert died in (0, -signal.SIGKILL)
        assert run_and_die(source, output, 0) == 0
        found = rows(output / "rows.jsonl" if output.is_dir() else output)
        assert [row["id"] for row in found] == [f"page-{n}" for n in range(12)]
        assert not [p for p in tmp_path.rglob("*") if p.name.endswith((".part", ".old"))]
        expected = expected or found
        assert found == expected
        if died == 0:
            assert step > 10, "the kills have not reached the end of the job"
            return
    pytest.fail(f"the job still died at step {STEPS}: the test does not reach its end")


def everything(path):
    """The bytes of a file, or of all files of a folder by name."""
    if path.is_dir():
        return {file.name: file.read_bytes() for file in path.iterdir()}
    return path.read_bytes()


def flip(part):
    data = bytearray(part.read_bytes() or b"\n")  # emptied before, and killed before it was mended
    data[len(data) // 2] ^= 1
    part.write_bytes(data)


def replace_by_link(output):
    """The output as a link to a folder of the user's: refused, and nothing there is touched."""
    theirs = output.with_name("theirs")
    theirs.mkdir(exist_ok=True)
    (theirs / "letter.txt").write_text("Dear all")
    output.symlink_to(theirs)


def harm(output, kind, dice):
    """Do harm to what a kill left; whether the next run has to refuse."""
    parts = sorted(Path(f"{output}.job/parts").glob("*.jsonl"))
    if kind == "link":
        replace_by_link(output)
    elif kind and parts:
        part = dice.choice(parts)
        flip(part) if kind == "byte" else part.write_bytes(b"")
    return kind == "link"


class Jobs:
    """Jobs of one form over one source, each with an output and a memory of its own."""

    def __init__(self, folder, form):
        self.folder, self.form = folder, form
        self.source = write_jsonl(folder / "pages.jsonl", FEWER)

    def output(self, name):
        return self.folder / f"{name}{self.form}{'.jsonl' * (self.form == '-sites')}"

    def command(self, name):
        memory = ("--site-memory", str(self.folder / f"memory-{name}"))
        return [
            *command(self.source, self.output(name)),
            *(memory if self.form == "-sites" else ()),
        ]

    def run(self, name):
        return subprocess.run(self.command(name), capture_output=True, text=True, check=False)

    def outcome(self, name):
        memory = self.folder / f"memory-{name}"
        return everything(self.output(name)), memory.is_dir() and everything(memory)

    def was_killed(self, name, seconds):
        """Run for so long at most; whether that ended it."""
        with subprocess.Popen(self.command(name), stderr=subprocess.PIPE) as running:
            try:
                running.wait(seconds)
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
                return True
            assert running.returncode == 0, running.stderr.read().decode()
        return False


@pytest.mark.parametrize("form", [".jsonl", "-folder", "-sites"])
def test_twenty_kills_with_harm_between_them(form, tmp_path):
    """A byte of a part changed, a part emptied, the output a link to a folder of the user's."""
    jobs = Jobs(tmp_path, form)
    began = time.monotonic()
    assert jobs.run("whole").returncode == 0
    seconds, expected = time.monotonic() - began, jobs.outcome("whole")
    dice, kills, job = random.Random(form), 0, 0
    while kills < KILLS:
        output = jobs.output(job)
        started = time.monotonic()
        if jobs.was_killed(job, dice.uniform(0.2, 0.8) * seconds):
            kills += 1
        else:  # a whole run took less than the first, when the machine had more to do
            seconds = time.monotonic() - started
        if output.exists() or kills == KILLS:
            assert jobs.run(job).returncode == 0
            assert jobs.outcome(job) == expected
            job += 1
        elif harm(output, [None, "byte", "emptied", "link"][kills % 4], dice):
            refused = jobs.run(job)
            assert (refused.returncode, refused.stderr.count("\n")) == (2, 1), refused.stderr
            assert everything(output) == {"letter.txt": b"Dear all"}
            output.unlink()


@pytest.mark.limits
def test_workers_end_when_the_job_is_killed(tmp_path):
    source = write_jsonl(tmp_path / "pages.jsonl", PAGES)
    with subprocess.Popen(command(source, tmp_path / "out.jsonl"), stderr=subprocess.PIPE) as job:
        deadline = time.monotonic() + 30
        while len(workers := _children(job.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert len(workers) == 2
        time.sleep(0.5)  # amid their work
        job.kill()
    deadline = time.monotonic() + 60  # one that is starting sees it when it has started
    while any(map(_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(_alive, workers))


def _children(pid):
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


def _alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
