"""Outputs: whole or not at all, and never in the place of a device, a pipe or a link."""

from __future__ import annotations

import os
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner.files import BadInput, write_output
from cleaner.files.safe_write import replaced
from tests.cli.made import ARTICLE, run, shell

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
OUTPUTS = [
    ("clean", "-o"),
    ("clean", "--report"),
    ("report", "-o"),
]


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


class Drain(threading.Thread):
    """Reads a pipe by its name to its end."""

    def __init__(self, path: Path) -> None:
        super().__init__(daemon=True)
        self.path, self.data = path, b""
        self.start()

    def run(self) -> None:
        self.data = self.path.read_bytes()


@pytest.mark.parametrize(("command", "option"), OUTPUTS)
def test_a_pipe_is_written_to_and_stays(folder: Path, command: str, option: str) -> None:
    os.mkfifo(folder / "pipe")
    drain = Drain(folder / "pipe")
    assert run(command, "one.html", option, "pipe").exit_code == 0
    drain.join(10)
    assert b"The ferry between the two islands" in drain.data
    assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)


@pytest.mark.parametrize(("command", "option"), OUTPUTS)
def test_a_device_is_written_to_and_stays(folder: Path, command: str, option: str) -> None:
    node = folder / "null"
    try:
        os.mknod(node, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        node.write_bytes(b"")
    except OSError:
        pytest.skip("no devices can be made here")
    assert run(command, "one.html", option, "null").exit_code == 0
    assert stat.S_ISCHR(node.lstat().st_mode)
    assert node.stat().st_rdev == os.makedev(1, 3)


@pytest.mark.parametrize(("command", "option"), OUTPUTS)
def test_a_link_stays_a_link(folder: Path, command: str, option: str) -> None:
    (folder / "far").mkdir()
    (folder / "far/file").write_text("old")
    (folder / "link").symlink_to("far/file")
    assert run(command, "one.html", option, "link").exit_code == 0
    assert (folder / "link").is_symlink()
    assert "The ferry" in (folder / "far/file").read_text(encoding="utf-8")
    assert [path.name for path in (folder / "far").iterdir()] == ["file"]


def test_a_link_to_nothing_makes_what_it_points_to(folder: Path) -> None:
    (folder / "far").mkdir()
    (folder / "link").symlink_to("far/new")
    assert run("clean", "one.html", "-o", "link").exit_code == 0
    assert (folder / "link").is_symlink()
    assert (folder / "far/new").read_text(encoding="utf-8") == ARTICLE


def test_a_link_to_itself_is_said(folder: Path) -> None:
    (folder / "loop").symlink_to("loop")
    result = run("clean", "one.html", "-o", "loop")
    assert (result.exit_code, "loop: cannot be written: " in result.stderr) == (2, True)
    assert (folder / "loop").is_symlink()


@pytest.mark.parametrize(("command", "option"), OUTPUTS)
def test_the_mode_of_a_file_is_kept(folder: Path, command: str, option: str) -> None:
    (folder / "secret").write_text("old")
    (folder / "secret").chmod(0o600)
    assert run(command, "one.html", option, "secret").exit_code == 0
    assert mode(folder / "secret") == 0o600
    assert (folder / "secret").read_text(encoding="utf-8") != "old"


@pytest.mark.parametrize(("command", "option"), OUTPUTS)
def test_a_new_file_has_the_umask(folder: Path, umask: None, command: str, option: str) -> None:
    assert run(command, "one.html", option, "new/file").exit_code == 0
    assert mode(folder / "new/file") == 0o640
    assert mode(folder / "new") == 0o750


def test_learn_and_accept_keep_the_same_laws(folder: Path, umask: None) -> None:
    (folder / "site.json").symlink_to("far.json")
    page = (folder / "one.html").read_text(encoding="utf-8")
    for name in ("one", "two"):
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    assert run("learn", "one.html", "-o", "site.json", "--host", "example.com").exit_code == 0
    assert (folder / "site.json").is_symlink()
    (folder / "far.json").chmod(0o600)
    assert run("learn", "two.html", "-o", "site.json", "--host", "example.com").exit_code == 0
    assert (folder / "site.json").is_symlink()
    assert mode(folder / "far.json") == 0o600
    assert run("accept", "one.html", "--into", "kept").exit_code == 0
    assert {mode(path) for path in (folder / "kept/one").iterdir()} == {0o640}
    assert mode(folder / "kept/one") == 0o750


def test_an_open_file_is_written_behind_what_stands_in_it(folder: Path) -> None:
    with (folder / "log").open("wb") as log:
        log.write(b"before\n")
        log.flush()
        assert run("clean", "one.html", "-o", f"/dev/fd/{log.fileno()}").exit_code == 0
    assert (folder / "log").read_text(encoding="utf-8") == f"before\n{ARTICLE}"


def test_standard_output_by_its_name() -> None:
    page = f"<p>{ARTICLE}</p>".encode()
    assert shell("clean", "-", "-o", "/dev/stdout", stdin=page).stdout.startswith(b"Ferry")


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    with pytest.raises(KeyboardInterrupt), replaced(file) as writing:
        writing.write(b"half")
        raise KeyboardInterrupt
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_link_that_somebody_planted_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine")
    (tmp_path / ".file.part").symlink_to("victim")
    write_output(str(tmp_path / "file"), "text")
    assert (tmp_path / "victim").read_text() == "mine"
    assert (tmp_path / ".file.part").is_symlink()


def test_a_temporary_name_is_never_one_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _: "same")
    (tmp_path / "victim").write_text("mine")
    (tmp_path / ".file.same.part").symlink_to("victim")
    with pytest.raises(BadInput, match="cannot be written"):
        write_output(str(tmp_path / "file"), "text")
    assert (tmp_path / "victim").read_text() == "mine"
    assert (tmp_path / ".file.same.part").is_symlink()


def test_the_longest_name_that_a_file_can_have(tmp_path: Path) -> None:
    write_output(str(tmp_path / ("n" * 255)), "text")
    assert (tmp_path / ("n" * 255)).read_text() == "text"
