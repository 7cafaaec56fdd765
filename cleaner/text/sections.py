"""A file of named texts, each of which is decoded when it is asked for.

Lines part what stands in a text, and tabs what stands in a line: `str.split` is faster than any
parser, and nothing of such a file is ever run.

>>> Sections(packed("weather 1", {"sea": "wave\\nfoam", "sky": "cloud"})).lines("sea")
['wave', 'foam']
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate


class Sections:
    """The texts of a file by name."""

    def __init__(self, data: bytes) -> None:
        """Take what `packed` gives."""
        places = data.index(b"\n") + 1
        self._data, self._start = data, data.index(b"\n", places) + 1
        self._places: dict[str, list[int]] = json.loads(data[places : self._start])

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of the file."""
        return iter(self._places)

    def lines(self, name: str) -> list[str]:
        """The lines of a text; none of an empty one. Raises KeyError."""
        start, end = (self._start + place for place in self._places[name])
        return self._data[start:end].decode().split("\n") if start < end else []

    def rows(self, name: str) -> list[list[str]]:
        """The lines of a text, each parted at its tabs. Raises KeyError."""
        return [line.split("\t") for line in self.lines(name)]

    def by_key(self, name: str) -> dict[str, str]:
        """What `columns` wrote, values with their tabs. Raises KeyError."""
        return dict(zip(self.lines(f"{name} keys"), self.lines(f"{name} values"), strict=True))


def packed(title: str, texts: Mapping[str, str]) -> bytes:
    """A file of texts: its title with the number of bytes after it, their places, and they."""
    encoded = [text.encode() for text in texts.values()]
    ends = list(accumulate(map(len, encoded)))
    places = dict(zip(texts, zip([0, *ends], ends, strict=False), strict=True))
    body = b"".join([json.dumps(places).encode(), b"\n", *encoded])
    return titled(title, len(body)) + body


def titled(title: str, length: int) -> bytes:
    """The first line of a file of texts, with so many bytes after it."""
    return f"{title} {length}\n".encode()


def is_whole(data: bytes, title: str) -> bool:
    """Whether a file has a title, and is as long as it says.

    >>> file = packed("weather 1", {"sea": "wave"})
    >>> is_whole(file, "weather 1"), is_whole(file, "weather 2"), is_whole(file[:-1], "weather 1")
    (True, False, False)
    """
    head = data[: data.find(b"\n") + 1]
    return head == titled(title, len(data) - len(head))


def rows(lines: Iterable[Iterable[str]]) -> str:
    """Texts as lines with tabs. Raises ValueError where a tab or an end of line is in one."""
    parted = [tuple(line) for line in lines]
    for part in (part for line in parted for part in line if "\t" in part or "\n" in part):
        raise ValueError(f"is one line without tabs: {part!r}")
    return "\n".join(map("\t".join, parted))


def columns(name: str, filed: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Keys and the values under each, as two texts of as many lines."""
    keys, values = rows([key] for key in filed), rows(filed.values())
    return {f"{name} keys": keys, f"{name} values": values}
