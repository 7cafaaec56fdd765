"""SiteMemories: a folder of memories, one file a host, each read when its host is first met."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, unquote

from cleaner.sites.memory.memory import SiteMemory, SiteMemoryError

HELD = 64
"""Hosts that are kept in memory."""
ENDING = ".json"
HASHED = "~"
"""How the file names of hosts begin that are no good as file names."""
_LONGEST = 180
"""Characters of a file name; a system takes 255, and something is put around it while written."""
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|\Z)")
"""Names that are devices on Windows, whatever stands behind the dot."""


class SiteMemories(Mapping[str, SiteMemory]):
    """Memories by host, from a folder; crosses processes as the folder's name.

    Raises SiteMemoryError where a file of it cannot be read, when its host is met.
    """

    def __init__(self, folder: str | Path) -> None:
        """Take a folder, which may be empty; nothing is read yet. Raises SiteMemoryError."""
        self.folder = Path(folder)
        if self.folder.exists() and not self.folder.is_dir():
            raise SiteMemoryError(f"{self.folder}: not a folder of site memories")
        self._held = OrderedDict[str, SiteMemory | None]()

    def __getitem__(self, host: str) -> SiteMemory:
        """The memory of a host. Raises KeyError where there is none."""
        if host not in self._held:
            self._held[host] = self._read(host)
        self._held.move_to_end(host)
        if len(self._held) > HELD:
            self._held.popitem(last=False)
        memory = self._held[host]
        if memory is None:
            raise KeyError(host)
        return memory

    def _read(self, host: str) -> SiteMemory | None:
        path = self.path(host)
        memory = SiteMemory.read(path) if host and path.is_file() else None
        if memory is not None and memory.host != host:
            raise SiteMemoryError(f"{path}: this is the memory of {memory.host}, not of {host}")
        return memory

    def __iter__(self) -> Iterator[str]:
        """The hosts that are known. Raises SiteMemoryError where a file does not tell its host."""
        return map(_host_of, self.files())

    def __len__(self) -> int:
        """How many hosts are known."""
        return len(self.files())

    def files(self) -> list[Path]:
        """The files of memories, in the order of their names."""
        return sorted(self.folder.glob(f"*{ENDING}")) if self.folder.is_dir() else []

    def path(self, host: str) -> Path:
        """The file of a host: its name as far as that can be a file's, else a digest."""
        return self.folder / (_stem(host) + ENDING)

    def add(self, memory: SiteMemory) -> SiteMemory:
        """Merge a memory into that of its host and write it. Raises SiteMemoryError."""
        known = self.get(memory.host)
        merged = memory if known is None else known.merge(memory)
        if known is None or merged.pages != known.pages:
            merged.write(self.path(memory.host))
        self._held[memory.host] = merged
        return merged

    def __getstate__(self) -> dict[str, object]:
        """The folder alone."""
        return {"folder": self.folder, "_held": OrderedDict()}


def _stem(host: str) -> str:
    """What a host's file is called: no two hosts alike, even where case does not count."""
    stem = quote(host, safe="", errors="replace")
    odd = host != host.lower() or host.startswith(".") or HASHED in host or _DEVICE.match(host)
    if odd or not host.isprintable() or len(stem) + len(ENDING) > _LONGEST:
        return HASHED + hashlib.sha256(host.encode("utf-8", "surrogatepass")).hexdigest()[:40]
    return stem


def _host_of(path: Path) -> str:
    stem = path.name.removesuffix(ENDING)
    return SiteMemory.read(path).host if stem.startswith(HASHED) else unquote(stem)


def opened(path: str | Path) -> SiteMemory | SiteMemories:
    """The memory in a file, or those in a folder. Raises SiteMemoryError."""
    if Path(path).is_dir():
        return SiteMemories(path)
    return SiteMemory.read(path)
