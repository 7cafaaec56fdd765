"""How the output of a job comes into its place, and what may make way for it.

It is made in the folder of the job and moved. Only what the job itself made makes way, and the
file that a user gave up with `--restart`.
"""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cleaner.batch.job.journal import JobError
from cleaner.batch.job.made import NAME, Made, Note
from cleaner.files.safe_write import LEFT, is_left, replaced, temporary_name, written_to

log = logging.getLogger("cleaner.batch")
ROWS = "rows.jsonl"
"""In a folder of articles: a line of JSON for every page."""
MOVE = "move it away, or name another output"
Stamp = list[int]


def link_of(output: Path) -> str | None:
    """Where a link leads; None for what is none."""
    return os.path.realpath(output) if output.is_symlink() else None


def stamp_of(output: Path) -> Stamp | None:
    """What tells that a file still is the same; None for what is no file."""
    if not output.is_file():
        return None
    known = output.stat()
    return [known.st_size, known.st_mtime_ns, known.st_ino]


class Delivery:
    """An output of one job.

    folder: that of the job. link: where the output led when the job began. over: the stamp of the
    file that may be written over. manifest: the name of the list of what was made for it.
    """

    def __init__(  # noqa: PLR0913  # what is known of an output
        self,
        output: Path,
        folder: Path,
        link: str | None = None,
        over: Stamp | None = None,
        manifest: str = NAME,
    ) -> None:
        """Nothing is looked at yet."""
        self.output, self.folder, self.link, self.over = output, folder, link, over
        self.made = Made(folder, manifest)

    def is_there(self) -> bool:
        """Whether an output stands in its place, such as a finished job leaves it."""
        if self.output.is_dir():
            return (self.output / ROWS).is_file()
        return self.output.exists() and not written_to(self.output)

    def check_link(self) -> None:
        """See that the output still leads where it led. Raises JobError."""
        if (now := link_of(self.output)) != self.link:
            was, now_is = (f"a link to {at}" if at else "no link" for at in (self.link, now))
            raise JobError(f"{self.output}: was {was} when the job began, and now is {now_is}")

    def check(self) -> None:
        """See that nothing but the job's own would make way. Raises JobError, OSError."""
        self.check_link()
        if self.output.is_dir():
            if foreign := self.made.foreign(self.output):
                raise JobError(f"{self.output}: {foreign}; {MOVE}")
        elif self.output.is_file() and not self._may_go():
            raise JobError(f"{self.output}: not made by this job; {MOVE}, or say --restart")

    def _may_go(self) -> bool:
        if written_to(self.output) or self.over == stamp_of(self.output):
            return True
        target = self._target()
        return self.made.knows(target, target.name)

    @contextmanager
    def file(self) -> Iterator[BinaryIO]:
        """A file to write, which is put in its place when the block ends well.

        Raises OSError, JobError.
        """
        target = self._target()

        def sealed(temporary: Path) -> None:
            self.check()
            self.made.add(target.name, temporary)

        with replaced(self.output, within=self._within(target), sealed=sealed) as file:
            yield file

    @contextmanager
    def articles(self) -> Iterator[tuple[Path, Note]]:
        """A folder to fill, which is put in its place when the block ends well, and a function
        that notes a file before it is written. Raises OSError, JobError.
        """
        target = self._target()
        made = self._within(target) / temporary_name(target)
        made.mkdir(parents=True)
        try:
            with self.made.noting() as note:
                yield made, note
            self.made.add(ROWS, made / ROWS)
            self._put(made, target)
            self.made.settle()
        except BaseException:
            if made.exists():
                self.made.remove(made, growing=ROWS)
            raise

    def _put(self, made: Path, target: Path) -> None:
        self.check()
        if not target.is_dir():
            target.unlink(missing_ok=True)
            made.rename(target)
            return
        made.chmod(stat.S_IMODE(target.stat().st_mode))
        old = self._within(target) / temporary_name(target)
        target.rename(old)
        if foreign := self.made.foreign(old):  # which came after the check
            old.rename(target)
            raise JobError(f"{self.output}: {foreign}; {MOVE}")
        made.rename(target)
        self.made.remove(old)

    def _target(self) -> Path:
        return Path(os.path.realpath(self.output))

    def _within(self, target: Path) -> Path:
        """A folder on the same disk for what is not whole: the job's own where that is sure."""
        beside = Path(os.path.realpath(self.folder)).parent == target.parent
        return self.folder if beside else target.parent

    def clear_left(self) -> None:
        """Remove what runs that were killed left in the folder of the job, and is its own.

        Folders are those of this output.
        """
        for path in list(self.folder.iterdir()):
            if not LEFT.fullmatch(path.name) or path.is_symlink():
                continue
            if path.is_file():
                path.unlink()
            elif is_left(path.name, self._target()) and not self.made.remove(path, growing=ROWS):
                log.warning("%s: left by a run that was killed, and holds other files", path)
