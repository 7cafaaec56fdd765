"""The memories of a job's sites, which grow as it goes: one generation of pages after another.

Rows must not depend on how many workers there are, nor on where a job was killed. So the memories
stand still while a generation of pages is cleaned, and take up what it had to teach at its end.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cleaner.report import Cleaned
from cleaner.site_memory.folder import SiteMemories
from cleaner.site_memory.learn import host_of_cleaned
from cleaner.site_memory.memory import SiteMemory
from cleaner.site_memory.sketch import sketch_of

TAUGHT = "site"
"""The field of a row, within a job only, for what a page teaches of its site."""
FIRST, LONGEST = 4, 1024
"""Pages of the first generation and, after each was as long as all before it, of the last ones."""
HELD = 512
Stamp = tuple[int, int]


class SitesOfJob(Mapping[str, SiteMemory]):
    """Memories by host in a job's own folder, as workers see them; crosses processes as its name.

    A memory is read again where its file has changed.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read yet."""
        self.files = SiteMemories(folder)
        self._held = OrderedDict[str, tuple[Stamp, SiteMemory]]()

    def __getitem__(self, host: str) -> SiteMemory:
        """The memory of a host. Raises KeyError, SiteMemoryError."""
        path = self.files.path(host)
        try:
            stat = path.stat()
        except OSError:
            raise KeyError(host) from None
        stamp = stat.st_mtime_ns, stat.st_size
        if host not in self._held or self._held[host][0] != stamp:
            self._held[host] = stamp, SiteMemory.read(path)
        self._held.move_to_end(host)
        if len(self._held) > HELD:
            self._held.popitem(last=False)
        return self._held[host][1]

    def __iter__(self) -> Iterator[str]:
        """The hosts that are known."""
        return iter(self.files)

    def __len__(self) -> int:
        """How many hosts are known."""
        return len(self.files)

    def __getstate__(self) -> dict[str, Any]:
        """The folder alone."""
        return {"files": self.files, "_held": OrderedDict()}

    def lesson_of(self, cleaned: Cleaned) -> dict[str, Any] | None:
        """What a page teaches of its site; None where the memory has no need of it."""
        host = host_of_cleaned(cleaned)
        if not (host and cleaned.outcome.is_article):
            return None
        known = self.get(host) or SiteMemory(host)
        if not known.wants(cleaned):
            return None
        return SiteMemory(host, (sketch_of(cleaned, host),)).to_plain()

    def learn(self, every: Iterable[Mapping[str, Any]]) -> None:
        """Take up lessons of pages. Raises SiteMemoryError where a file cannot be written."""
        lessons = defaultdict[str, list[SiteMemory]](list)
        for taught in every:
            lessons[taught["host"]].append(SiteMemory.from_plain(taught))
        for host, those in lessons.items():
            self.files.add(SiteMemory(host).merge(*those))

    def begin(self, given: Path) -> None:
        """Start from the memories that a user has; what an earlier run left is kept.

        Raises SiteMemoryError where one of them cannot be read.
        """
        folder = self.files.folder
        if folder.is_dir():
            return
        copies = SiteMemories(folder.with_name(f".{folder.name}.part"))
        copies.folder.mkdir(parents=True)
        users = SiteMemories(given)
        for host in users:
            users[host].write(copies.path(host))
        copies.folder.rename(folder)

    def deliver(self, given: Path) -> int:
        """Merge all into the user's folder; how many sites there are. Raises SiteMemoryError."""
        target = SiteMemories(given)
        for host in self:
            target.add(self[host])
        return len(self)


def generations(done: int) -> Iterator[int]:
    """How many pages there are in each generation from the one on that page `done` is in.

    >>> from itertools import islice
    >>> list(islice(generations(0), 6)), list(islice(generations(10), 3))
    ([4, 4, 8, 16, 32, 64], [6, 16, 32])
    """
    start, end = 0, FIRST
    while True:
        if done < end:
            yield end - max(start, done)
        start, end = end, end + min(end, LONGEST)


def settled(done: int) -> int:
    """How many of so many pages are in generations that have ended.

    >>> [settled(n) for n in (0, 3, 4, 10, 16, 17)]
    [0, 0, 4, 8, 16, 16]
    """
    end, last = FIRST, 0
    while end <= done:
        last, end = end, end + min(end, LONGEST)
    return last
