"""Nothing of a user's is removed by a job, and no damage of its own files is passed over."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cleaner.batch.job import job, progress
from cleaner.batch.job.delivery import Delivery
from cleaner.batch.job.journal import Journal
from cleaner.batch.job.parts import parts_in
from cleaner.files import safe_write
from tests.batch.made import page, write_jsonl
from tests.batch.test_command import (
    FAILURES,
    FINISHED,
    PLAIN,
    REFUSED,
    ROOT,
    STOPPED,
    Worker,
    counted,
    here,
    ids,
    interrupted_behind,
    listing,
    pages,
    run,
    stopped,
)

__all__ = ["here"]
GIVEN = ("pages.jsonl", *PLAIN)


def again(output: str, *more: str) -> tuple[int, str]:
    result = run("pages.jsonl", "-o", output, *PLAIN, *more)
    return result.exit_code, result.stderr


def letter(folder: Path) -> Path:
    """A folder with a file of the user's."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "letter.txt").write_text("Dear all")
    return folder


# Folders and files of the user's


@pytest.mark.parametrize("more", [(), ("--restart",)])
def test_a_folder_that_was_made_meanwhile_is_refused(here: Path, more: tuple[str, ...]) -> None:
    stopped(here, 6, output="fo")
    letter(here / "fo")
    status, said = again("fo", *more)
    assert status == REFUSED
    assert said == (
        "cleaner: fo: letter.txt in it is not of this job; move it away, or name another output\n"
    )
    assert listing(here / "fo") == {"letter.txt": b"Dear all"}
    shutil.rmtree(here / "fo")
    assert again("fo", *more)[0] == FINISHED
    assert ids("fo/rows.jsonl") == pages(10)


@pytest.mark.parametrize("more", [(), ("--restart",)])
@pytest.mark.parametrize("inside", ["letter", "nothing", "copies"])
def test_a_link_that_was_set_meanwhile_is_refused(
    here: Path, more: tuple[str, ...], inside: str
) -> None:
    stopped(here, 6, output="fo")
    letter(here / "theirs")
    if inside == "nothing":
        (here / "theirs/letter.txt").unlink()
    (here / "fo").symlink_to(here / "theirs")
    before = listing(here / "theirs")
    status, said = again("fo", *more)
    if inside == "nothing" and more:  # begun anew, with the link as it is now
        assert status == FINISHED
        return
    assert status == REFUSED
    assert said.count("\n") == 1
    if not more:
        assert "fo: was no link when the job began, and now is a link to " in said
    assert listing(here / "theirs") == before


def test_a_link_is_followed_as_it_was_set_at_the_start(here: Path) -> None:
    (here / "large").mkdir()
    (here / "fo").symlink_to(here / "large")
    stopped(here, 6, output="fo")
    assert again("fo")[0] == FINISHED
    assert (here / "fo").is_symlink()
    assert ids("large/rows.jsonl") == pages(10)
    assert again("fo", "--restart")[0] == FINISHED
    assert ids("large/rows.jsonl") == pages(10)
    assert not [p for p in here.iterdir() if p.name.endswith(".part")]


@pytest.mark.parametrize("change", ["elsewhere", "gone", "a folder"])
def test_a_link_that_changed_is_refused(here: Path, change: str) -> None:
    (here / "large").mkdir()
    (here / "fo").symlink_to(here / "large")
    stopped(here, 6, output="fo")
    letter(here / "theirs")
    (here / "fo").unlink()
    if change == "elsewhere":
        (here / "fo").symlink_to(here / "theirs")
    elif change == "a folder":
        letter(here / "fo")
    status, said = again("fo")
    assert (status, "fo: was a link to " in said) == (REFUSED, True)
    assert listing(here / "theirs") == {"letter.txt": b"Dear all"}


def test_a_link_that_changes_while_the_job_runs_is_refused(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_jsonl(here / "pages.jsonl", 10)
    letter(here / "theirs")
    real = Worker.run

    def relinking(self: Worker, task: Any) -> Any:
        if not (here / "fo").is_symlink():
            (here / "fo").symlink_to(here / "theirs")
        return real(self, task)

    monkeypatch.setattr(Worker, "run", relinking)
    assert again("fo")[0] == REFUSED
    assert listing(here / "theirs") == {"letter.txt": b"Dear all"}
    (here / "fo").unlink()
    monkeypatch.undo()
    os.chdir(here)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda fo: (fo / "letter.txt").write_text("Dear all"), "letter.txt in it is not of this"),
        (lambda fo: (fo / "page-3.txt").write_text("my own words"), "page-3.txt in it was changed"),
        (lambda fo: (fo / "rows.jsonl").write_text(""), "rows.jsonl in it was changed"),
        (lambda fo: (fo / "sub").mkdir(), "sub in it is not of this job"),
        (lambda fo: (fo / "a.txt").symlink_to("page-1.txt"), "a.txt in it is not of this job"),
        (
            lambda fo: ((fo / "page-1.txt").unlink(), (fo / "page-1.txt").symlink_to("page-2.txt")),
            "page-1.txt in it is not of this job",
        ),
        (lambda fo: (fo / "page-1.txt").rename(fo / "page-2.txt"), "page-2.txt in it was changed"),
    ],
)
def test_a_restart_removes_nothing_that_a_user_did(
    here: Path, change: Callable[[Path], object], said: str
) -> None:
    write_jsonl(here / "pages.jsonl", 10)
    assert again("fo")[0] == FINISHED
    change(here / "fo")
    before = listing(here)
    status, told = again("fo", "--restart")
    assert (status, told.count("\n")) == (REFUSED, 1)
    assert f"cleaner: fo: {said}" in told
    assert listing(here) == before


def test_a_restart_of_an_untouched_folder_makes_it_anew(here: Path) -> None:
    write_jsonl(here / "pages.jsonl", 10)
    assert again("fo")[0] == FINISHED
    (here / "fo").chmod(0o750)
    write_jsonl(here / "pages.jsonl", 3)
    assert again("fo", "--restart")[0] == FINISHED
    assert sorted(listing(here / "fo")) == ["page-0.txt", "page-1.txt", "page-2.txt", "rows.jsonl"]
    assert stat.S_IMODE((here / "fo").stat().st_mode) == 0o750
    noted = (here / "fo.job/made.jsonl").read_text().split("\n")
    assert sorted(json.loads(line)["file"] for line in noted if line) == sorted(
        listing(here / "fo")
    )
    assert again("fo", "--restart")[0] == FINISHED


def test_a_file_that_came_after_the_check_is_not_lost(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_jsonl(here / "pages.jsonl", 4)
    assert again("fo")[0] == FINISHED
    real = Delivery.check

    def check(self: Delivery) -> None:
        real(self)
        letter(here / "fo")

    with monkeypatch.context() as patch:
        patch.setattr(Delivery, "check", check)
        status, said = again("fo", "--restart")
    assert (status, "letter.txt in it is not of this job" in said) == (REFUSED, True)
    assert (here / "fo/letter.txt").read_text() == "Dear all"
    assert (here / "fo/page-0.txt").exists()


@pytest.mark.parametrize("output", ["out.jsonl", "out.parquet"])
def test_a_file_that_was_made_meanwhile_is_refused(here: Path, output: str) -> None:
    if output.endswith("parquet"):
        pytest.importorskip("pyarrow")
    stopped(here, 6, output=output)
    (here / output).write_text("theirs")
    status, said = again(output)
    assert status == REFUSED
    assert said.startswith(f"cleaner: {output}: not made by this job; move it away")
    assert (here / output).read_text() == "theirs"
    (here / output).unlink()
    assert again(output)[0] == FINISHED


def test_a_restart_that_was_stopped_still_may_write_over_what_was_there(here: Path) -> None:
    write_jsonl(here / "pages.jsonl", 10)
    assert again("out.jsonl")[0] == FINISHED
    (here / "out.jsonl").write_text("edited")
    real, count = Worker.run, 0

    def run_or_stop(self: Worker, task: Any) -> Any:
        nonlocal count
        count += 1
        if count > 5:
            raise KeyboardInterrupt
        return real(self, task)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Worker, "run", run_or_stop)
        assert again("out.jsonl", "--restart")[0] == 130
    assert again("out.jsonl")[0] == FINISHED
    assert ids("out.jsonl") == pages(10)


def test_files_of_others_in_the_folder_of_the_job_stay(here: Path) -> None:
    stopped(here, 6)
    folder = here / "out.jsonl.job"
    for place in (folder, folder / "parts"):
        letter(place)
        (place / ".hidden.part").write_text("mine")
        letter(place / "sub")
    letter(folder / "sites")
    (folder / "parts/000000000000-000004-00000000-0000000000000000.jsonl").mkdir()
    assert again("out.jsonl")[0] == FINISHED
    assert again("out.jsonl", "--restart")[0] == FINISHED
    for place in (folder, folder / "parts"):
        assert (place / "letter.txt").read_text() == "Dear all"
        assert (place / ".hidden.part").read_text() == "mine"
        assert (place / "sub/letter.txt").read_text() == "Dear all"
    assert (folder / "sites/letter.txt").read_text() == "Dear all"


@pytest.mark.parametrize("name", ["job.json", "lock", "made.jsonl", "sites"])
def test_links_in_the_folder_of_the_job_are_not_followed(here: Path, name: str) -> None:
    write_jsonl(here / "pages.jsonl", 3)
    letter(here / "theirs")
    (here / "fo.job").mkdir()
    target = here / "theirs" if name == "sites" else here / "theirs/letter.txt"
    (here / "fo.job" / name).symlink_to(target)
    status, said = again("fo", "--restart")
    assert status in (FINISHED, REFUSED, STOPPED)
    assert said.startswith("cleaner: ")
    assert "Traceback" not in said
    assert listing(here / "theirs") == {"letter.txt": b"Dear all"}


@pytest.mark.parametrize("output", ["out.jsonl", "fo"])
def test_what_a_kill_leaves_goes_and_what_is_put_there_stays(here: Path, output: str) -> None:
    """Leftovers in the folder of the job, of which one holds a file of the user's."""
    stopped(here, 6, output=output)
    folder = here / f"{output}.job"
    delivery = Delivery(here / output, folder)
    mine, theirs = (folder / safe_write.temporary_name(here / output) for _ in range(2))
    for place in (mine, theirs):
        place.mkdir()
        with delivery.made.noting() as note:
            note("page-0.txt", b"a whole article")
            note("page-1.txt", b"an article that is cut")
        (place / "page-0.txt").write_bytes(b"a whole article")
        (place / "page-1.txt").write_bytes(b"an article")
        (place / "rows.jsonl").write_bytes(b"{")
    letter(theirs)
    link = folder / safe_write.temporary_name(here / output)
    link.symlink_to(letter(here / "elsewhere"))
    assert again(output)[0] == FINISHED
    assert not mine.exists()
    assert listing(theirs) == {"letter.txt": b"Dear all"}
    assert listing(here / "elsewhere") == {"letter.txt": b"Dear all"}


# Outputs that are no files


@pytest.fixture
def device(here: Path) -> Path:
    """A device of these tests, which takes everything as /dev/null does."""
    node = here / "null.jsonl"
    try:
        os.mknod(node, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        node.write_bytes(b"")
    except OSError:
        pytest.skip("may not make a device")
    return node


def test_a_device_is_written_to(here: Path, device: Path) -> None:
    write_jsonl(here / "pages.jsonl", 3)
    for _ in range(2):
        status, said = again("null.jsonl")
        assert (status, "already finished" in said) == (FINISHED, False)
    assert again("null.jsonl", "--restart")[0] == FINISHED
    assert stat.S_ISCHR(device.stat().st_mode)
    shutil.move(device, here / "null")
    for more in ((), ("--restart",)):
        status, said = again("null", *more)
        assert (status, "null: is neither a folder nor a file" in said) == (REFUSED, True)
    assert stat.S_ISCHR((here / "null").stat().st_mode)


def test_a_summary_on_a_device_or_pipe_is_written_to(here: Path, device: Path) -> None:
    write_jsonl(here / "pages.jsonl", 3)
    os.mkfifo(here / "out.jsonl")
    with subprocess.Popen(["cat", "out.jsonl"], stdout=subprocess.PIPE) as reader:
        assert again("out.jsonl")[0] == FINISHED
        assert reader.stdout
        assert [json.loads(line)["id"] for line in reader.stdout] == pages(3)
    assert stat.S_ISFIFO((here / "out.jsonl").stat().st_mode)


def test_a_link_to_a_file_stays_and_modes_are_kept(here: Path) -> None:
    write_jsonl(here / "pages.jsonl", 3)
    (here / "real.jsonl").write_text("old")
    (here / "real.jsonl").chmod(0o600)
    (here / "out.jsonl").symlink_to("real.jsonl")
    assert again("out.jsonl", "--restart")[0] == FINISHED
    assert (here / "out.jsonl").is_symlink()
    assert ids("real.jsonl") == pages(3)
    assert stat.S_IMODE((here / "real.jsonl").stat().st_mode) == 0o600
    before = os.umask(0o027)
    try:
        assert again("new.jsonl")[0] == FINISHED
        assert again("new")[0] == FINISHED
    finally:
        os.umask(before)
    modes = [
        stat.S_IMODE((here / n).stat().st_mode) for n in ("new.jsonl", "new", "new/rows.jsonl")
    ]
    assert modes == [0o640, 0o750, 0o640]


# safe_write.replaced


def test_a_planted_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even one that has guessed the name."""
    (tmp_path / "theirs").write_text("theirs")
    monkeypatch.setattr(safe_write.secrets, "token_hex", lambda count: "0" * 16)
    (tmp_path / f".a.{'0' * 16}.part").symlink_to("theirs")
    with pytest.raises(FileExistsError), safe_write.replaced(tmp_path / "a") as file:
        file.write(b"x")
    assert (tmp_path / "theirs").read_text() == "theirs"


@pytest.mark.parametrize("name", ["x" * 255, "ä" * 127, "a", ".a", "a b\n", "😀" * 63])
def test_a_name_of_any_length_can_be_replaced(tmp_path: Path, name: str) -> None:
    for content in (b"1", b"2"):
        with safe_write.replaced(tmp_path / name) as file:
            (part,) = [p for p in tmp_path.iterdir() if p.name != name]
            assert safe_write.is_left(part.name, tmp_path / name)
            file.write(content)
    assert [p.name for p in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == b"2"


def test_links_are_followed_to_what_is_not_there_yet(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("deep/three")
    with safe_write.replaced(tmp_path / "one") as file:
        file.write(b"x")
    assert (tmp_path / "deep/three").read_bytes() == b"x"
    assert (tmp_path / "one").is_symlink()
    (tmp_path / "round").symlink_to("round")
    with pytest.raises(OSError), safe_write.replaced(tmp_path / "round"):
        pass
    assert (tmp_path / "round").is_symlink()


def test_an_open_file_that_is_named_as_a_descriptor_is_written_to(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from cleaner.files.safe_write import replaced\n"
        "with replaced(Path('/proc/self/fd/1')) as file: file.write(b'made')\n"
        "sys.stdout.write(' and said')"
    )
    if not Path("/proc/self/fd/1").exists():
        pytest.skip("no /proc")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=environment
    )
    assert done.stdout == b"made and said"
    (tmp_path / "out").write_bytes(b"")
    inode = (tmp_path / "out").stat().st_ino
    with (tmp_path / "out").open("wb") as out:
        subprocess.run([sys.executable, "-c", code], stdout=out, check=True, env=environment)
    assert (tmp_path / "out").stat().st_ino == inode


# Damage


def flip(part: Path) -> None:
    data = bytearray(part.read_bytes())
    at = data.index(b'"title": "') + 12
    data[at] ^= 1
    part.write_bytes(data)


def cut_at_a_line(part: Path) -> None:
    lines = part.read_bytes().splitlines(keepends=True)
    part.write_bytes(b"".join(lines[:-1]))


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a byte": flip,
    "emptied": lambda part: part.write_bytes(b""),
    "cut at a line": cut_at_a_line,
    "cut in a line": lambda part: part.write_bytes(part.read_bytes()[:-20]),
    "removed": lambda part: part.unlink(),
    "a line more": lambda part: part.write_bytes(part.read_bytes() * 2),
    "a link": lambda part: (part.rename(part.parents[2] / "x"), part.symlink_to("../../x")),
}


@pytest.fixture
def parts(here: Path) -> list[Path]:
    """The parts of a job that was stopped behind 9 of 10 pages: of 1, 1, 2, 4 and 1 rows."""
    stopped(here, 9)
    found = [part.path for part in parts_in(here / "out.jsonl.job/parts")]
    assert len(found) == 5
    return found


def undisturbed(here: Path) -> bytes:
    assert again("whole.jsonl")[0] == FINISHED
    return (here / "whole.jsonl").read_bytes()


@pytest.mark.parametrize("which", [0, 2, 3, 4])
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_part_is_cleaned_again(
    here: Path, parts: list[Path], damage: str, which: int
) -> None:
    DAMAGE[damage](parts[which])
    with counted() as cleaned:
        assert again("out.jsonl")[0] == FINISHED
    assert (here / "out.jsonl").read_bytes() == undisturbed(here)
    assert len(cleaned) == 1 + [1, 1, 2, 4, 1][which], "no more than the part and what was left"


def test_a_folder_in_the_place_of_a_part_is_named(here: Path, parts: list[Path]) -> None:
    parts[0].unlink()
    letter(parts[0])
    status, said = again("out.jsonl")
    assert status == STOPPED
    assert said.startswith("cleaner: stopped: out.jsonl.job/parts/")
    assert (parts[0] / "letter.txt").exists()
    parts[0].rename(here / "theirs")
    assert again("out.jsonl")[0] == FINISHED


def test_damage_is_named(here: Path, parts: list[Path], caplog: pytest.LogCaptureFixture) -> None:
    flip(parts[3])
    parts[1].unlink()
    assert again("out.jsonl")[0] == FINISHED
    assert f"{parts[3].relative_to(here)}: was changed since it was written; its pages are" in (
        caplog.text
    )
    assert "out.jsonl.job/parts: pages 2 to 2 are in no part" in caplog.text


def test_parts_that_changed_places_are_cleaned_again(here: Path, parts: list[Path]) -> None:
    one, two = parts[0].read_bytes(), parts[1].read_bytes()
    parts[0].write_bytes(two)
    parts[1].write_bytes(one)
    start, rest = parts[2].name.split("-", 1)
    parts[2].rename(parts[2].with_name(f"{int(start) + 40:012}-{rest}"))
    assert again("out.jsonl")[0] == FINISHED
    assert (here / "out.jsonl").read_bytes() == undisturbed(here)


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_part_that_is_damaged_before_the_output_is_made(
    here: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_jsonl(here / "pages.jsonl", 10)
    expected = undisturbed(here)
    real, harmed = job.Job._deliver, []

    def deliver(self: job.Job) -> dict[str, Any]:
        if not harmed:
            harmed.append(parts_in(here / "out.jsonl.job/parts")[3].path)
            DAMAGE[damage](harmed[0])
        return real(self)

    monkeypatch.setattr(job.Job, "_deliver", deliver)
    assert again("out.jsonl")[0] == FINISHED
    assert (here / "out.jsonl").read_bytes() == expected


def test_damage_of_rows_that_came_by_a_pipe_is_named(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = write_jsonl(here / "pages.jsonl", 10).read_bytes()
    expected = undisturbed(here)
    real = job.Job._deliver

    def deliver(self: job.Job) -> dict[str, Any]:
        flip(parts_in(here / "out.jsonl.job/parts")[2].path)
        return real(self)

    with monkeypatch.context() as patch:
        patch.setattr(job.Job, "_deliver", deliver)
        result = run("-", "-o", "out.jsonl", *PLAIN, stdin=data)
    assert result.exit_code == STOPPED
    assert "was changed since it was written; it takes the same input again" in result.stderr
    assert not (here / "out.jsonl").exists()
    assert run("-", "-o", "out.jsonl", *PLAIN, stdin=data).exit_code == FINISHED
    assert (here / "out.jsonl").read_bytes() == expected


def test_a_source_that_changed_in_the_middle_of_a_part_is_refused(here: Path) -> None:
    stopped(here, 8)
    lines = (here / "pages.jsonl").read_bytes().splitlines(keepends=True)
    known = (here / "pages.jsonl").stat()
    lines[5] = lines[5].replace(b"rebuilt", b"sold to")
    (here / "pages.jsonl").write_bytes(b"".join(lines))
    os.utime(here / "pages.jsonl", ns=(known.st_atime_ns, known.st_mtime_ns))
    status, said = again("out.jsonl")
    assert status == REFUSED
    assert "pages.jsonl:5: pages 5 to 8 are not those that were cleaned before; use --rest" in said


def write_pages_of_a_site(here: Path, count: int) -> None:
    plea = (
        "Our little paper lives off people who put a coin into the jar on the counter every week."
    )
    lines = (
        {"url": f"https://a.example/{n}", "html": page(n).replace("</article>", f"<p>{plea}</p>")}
        for n in range(count)
    )
    (here / "pages.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


def stopped_learning(after: int) -> int:
    with interrupted_behind(after):
        return again("out.jsonl", "--site-memory", "second")[0]


@pytest.mark.parametrize("steps", [[1] * 9, [2], [3, 2, 6], [5], [6, 1, 1], [15, 2]])
def test_a_job_that_learns_and_stops_within_a_generation(here: Path, steps: list[int]) -> None:
    """What the pages taught that were done before the stop is not forgotten."""
    write_pages_of_a_site(here, 24)
    assert again("whole.jsonl", "--site-memory", "first")[0] == FINISHED
    assert [stopped_learning(after) for after in steps] == [130] * len(steps)
    assert again("out.jsonl", "--site-memory", "second")[0] == FINISHED
    assert (here / "out.jsonl").read_bytes() == (here / "whole.jsonl").read_bytes()
    assert listing(here / "second") == listing(here / "first")


@pytest.mark.parametrize("damage", ["a byte", "removed"])
def test_a_damaged_part_of_a_job_that_learns_is_as_if_it_had_never_been(
    here: Path, damage: str
) -> None:
    """What comes behind it was cleaned with what it taught, and with what the user had then."""
    write_pages_of_a_site(here, 24)
    assert again("whole.jsonl", "--site-memory", "first")[0] == FINISHED
    (here / "second").mkdir()
    assert stopped_learning(20) == 130
    found = parts_in(here / "out.jsonl.job/parts")
    DAMAGE[damage](found[len(found) // 2].path)
    shutil.copy(here / "first/a.example.json", here / "second/a.example.json")
    assert again("out.jsonl", "--site-memory", "second")[0] == FINISHED
    assert (here / "out.jsonl").read_bytes() == (here / "whole.jsonl").read_bytes()


@pytest.mark.parametrize("name", [".given.part", ".sites.part", "given", "sites"])
def test_files_of_others_among_the_memories_of_a_job_stay(here: Path, name: str) -> None:
    write_pages_of_a_site(here, 5)
    letter(here / "out.jsonl.job" / name)
    status, said = again("out.jsonl", "--site-memory", "known")
    assert (status, said.count("\n")) == (REFUSED, 1)
    assert f"out.jsonl.job/{name}: holds what is not of this job; move it away" in said
    assert (here / "out.jsonl.job" / name / "letter.txt").read_text() == "Dear all"


# A young job


def test_a_run_that_is_killed_behind_every_page_goes_on(here: Path) -> None:
    for done in range(1, 11):
        if done < 11:
            stopped_hard(here)
        assert Journal(here / "out.jsonl").folder.exists()
        assert sum(part.count for part in parts_in(here / "out.jsonl.job/parts")) == done
    assert again("out.jsonl")[0] == FINISHED
    assert (here / "out.jsonl").read_bytes() == undisturbed(here)


def stopped_hard(here: Path) -> None:
    """One page is cleaned and written; then nothing is written any more, as after `kill -9`."""
    if not (here / "pages.jsonl").exists():
        write_jsonl(here / "pages.jsonl", 10)
    real = progress.Draft.add

    def add(self: progress.Draft, one: Any, row: bytes) -> bool:
        real(self, one, row)
        os._exit(9)

    if not (child := os.fork()):
        progress.Draft.add = add  # type: ignore[method-assign]
        run(*GIVEN, "-o", "out.jsonl")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def test_rows_are_written_in_time_however_slow_they_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "out.jsonl")
    draft, numbers = progress.Draft(journal), iter(range(10**6))
    record: Any = None
    now = [1000.0]
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: now[0]))

    def add(seconds: float) -> bool:
        now[0] += seconds
        return draft.add(progress.Numbered(next(numbers), 7, record), b"{}")

    assert [add(0) for _ in range(8)] == [True, True, False, True, False, False, False, True]
    assert [add(0), add(9), add(2), add(0)] == [False, False, True, False]
    journal.close()


def test_parts_grow_to_their_full_size_and_stay_there(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "out.jsonl")
    draft, record = progress.Draft(journal), None
    for number in range(1030):
        draft.add(progress.Numbered(number, 7, record), b"{}")  # type: ignore[arg-type]
    draft.write()
    assert [part.count for part in journal.parts] == [
        *(1, 1, 2, 4, 8, 16, 32, 64, 128),
        *(256, 256, 256),
        6,
    ]
    journal.close()


# Standard input


@pytest.mark.parametrize(
    ("count", "held"),
    [(7, "10 pages before, 7 now"), (12, "10 pages before, 12 now"), (0, "10 pages before, 0 now")],
)
def test_other_standard_input_into_a_finished_output_is_refused(
    here: Path, count: int, held: str
) -> None:
    data = write_jsonl(here / "pages.jsonl", 10).read_bytes()
    other = write_jsonl(here / "other.jsonl", count).read_bytes()
    assert run("-", "-o", "out.jsonl", *PLAIN, stdin=data).exit_code == FINISHED
    result = run("-", "-o", "out.jsonl", *PLAIN, stdin=data)
    assert (result.exit_code, "nothing to do" in result.stderr) == (FINISHED, True)
    before = listing(here)
    result = run("-", "-o", "out.jsonl", *PLAIN, stdin=other)
    assert result.exit_code == REFUSED
    assert result.stderr == (
        f"cleaner: out.jsonl: - holds other input ({held}); use --restart to start again\n"
    )
    assert listing(here) == before
    assert run("-", "-o", "out.jsonl", *PLAIN, "--restart", stdin=other).exit_code == FINISHED
    assert ids("out.jsonl") == pages(count)


def test_one_other_page_on_standard_input_is_told(here: Path) -> None:
    data = write_jsonl(here / "pages.jsonl", 10).read_bytes()
    assert run("-", "-o", "out.jsonl", *PLAIN, stdin=data).exit_code == FINISHED
    result = run("-", "-o", "out.jsonl", *PLAIN, stdin=data.replace(b"page-7", b"page-x"))
    assert result.exit_code == REFUSED
    assert "- holds other input (10 pages as before, but others)" in result.stderr


def test_a_named_pipe_is_as_standard_input(here: Path) -> None:
    os.mkfifo(here / "pipe.jsonl")

    def given(count: int) -> tuple[int, str]:
        write_jsonl(here / "pages.jsonl", count)
        with subprocess.Popen(["cp", "pages.jsonl", "pipe.jsonl"]):
            result = run("pipe.jsonl", "-o", "out.jsonl", *PLAIN)
        return result.exit_code, result.stderr

    assert given(3)[0] == FINISHED
    assert given(3)[0] == FINISHED
    status, said = given(4)
    assert (status, "pipe.jsonl holds other input (3 pages before, 4 now)" in said) == (2, True)
    assert ids("out.jsonl") == pages(3)


# What is said


def test_names_of_files_cannot_command_a_terminal(
    here: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (here / "a\x1b]0;owned\x07.html").write_text(page(1))
    (here / "b\x1b[31m.jsonl").write_text("{}\n")
    result = run(str(here), "-o", "o\x1b[2J.jsonl", *PLAIN)
    assert result.exit_code == FAILURES
    assert "cleaner: o\\x1b[2J.jsonl: 2 pages" in result.stderr
    assert "\x1b" not in result.stderr
    assert caplog.records, "the broken line was told"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("given", [["--summary", "-"], ["--summary", "-", "--restart"]])
def test_a_summary_on_a_full_disk_ends_in_a_sentence(tmp_path: Path, given: list[str]) -> None:
    write_jsonl(tmp_path / "pages.jsonl", 2)
    command = [sys.executable, "-m", "cleaner", "batch", *GIVEN, "-o", "out.jsonl", *given]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    said = done.stderr.decode()
    assert done.returncode == STOPPED
    assert "cleaner: stopped: standard output cannot be written: No space left" in said
    assert "Traceback" not in said
    assert "Exception" not in said
    assert ids(tmp_path / "out.jsonl") == pages(2)


# As many rows as pages


def test_as_many_rows_as_pages_whatever_they_do(
    tmp_path: Path, poison: Callable[[str], str]
) -> None:
    """With real workers: broken lines, lone surrogates, pages that hang, grow and kill."""
    harm = ["hang", "memory", "kill", "segfault", "exit"]
    lines = [json.dumps({"id": f"good-{n}", "html": page(n)}) for n in range(6)]
    lines += [json.dumps({"id": name, "html": page(9, poison(name))}) for name in harm]
    lines += [
        json.dumps({"id": "half", "html": page(1)})[:200],
        '{"id": "surrogate", "html": "<p>Rain \\ud800 fell on the town all night.</p>"}',
        '{"id": "\\udfff", "html": "<p>Rain fell on the town all night.</p>"}',
        "[]",
        "null",
        '{"id": "without"}',
        '{"id": "number", "html": 7}',
        '{"n": ' + "9" * 5000 + "}",
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    command = [sys.executable, "-m", "cleaner", "batch", "pages.jsonl", "-o", "out.jsonl"]
    limits = ["--duplicates", "off", "--workers", "2", "--timeout", "10", "--memory", "300"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([*sys.path[:1], str(ROOT)])}
    done = subprocess.run(
        [*command, *limits], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert done.returncode == FAILURES, done.stderr.decode()
    found = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert len(found) == len(lines)
    outcomes = {row["id"]: row["outcome"] for row in found}
    assert [outcomes[name] for name in harm] == [
        *("failed: timeout", "failed: memory", "failed: crash", "failed: crash"),
        "failed: crash",
    ]
    assert all(outcomes[f"good-{n}"] in ("cleaned", "nothing-to-strip") for n in range(6))
    assert sum(outcome == "failed: input" for outcome in outcomes.values()) == 6
