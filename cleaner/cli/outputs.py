"""Where articles go: standard output, a file, or a folder with an index of its inputs."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from cleaner.cli.say import printable, say
from cleaner.cli.tried import Tried
from cleaner.files import BadInput, write_output
from cleaner.rendering.formats import named
from cleaner.text.regex import regex

INDEX = "index.jsonl"
_OF_ITS_NAME = {errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL, errno.EISDIR, errno.ENOTDIR}
"""Errors of one file, where others can be written."""
_SURROGATE = regex("[\ud800-\udfff]")
_CONTROL = regex("[\x7f-\x9f]")


@dataclass(frozen=True)
class Piece:
    """What is written of one page, and told of it in an index."""

    rendered: str
    """The article in its format; empty where there is none."""
    report: str
    """All that was found, as JSON; empty where nobody asked for it, or there is no article."""
    title: str
    words_in: int
    """Of the extraction, before anything was stripped."""
    words_out: int
    """Of the article without its title."""


class Output(Protocol):
    """Takes what became of each input."""

    def take(self, name: str, tried: Tried[Piece]) -> bool:
        """Write the article, if there is one; whether it was written. Raises BadInput, OSError."""

    def close(self) -> None:
        """Write what is left, also of a run that ended early. Raises BadInput."""


class Stream:
    """A file, or standard output (`-`), for one article or for many with a line before each."""

    def __init__(self, name: str, parted: str = "") -> None:
        """Name the file. parted: the format of many articles; JSON is a line each anyway."""
        self.name, self._parted, self._gap = name, parted if parted != "json" else "", ""

    def take(self, name: str, tried: Tried[Piece]) -> bool:
        """Write the article, under a line that names its page where there are many."""
        if not tried.usable or tried.value is None:
            return False
        head = f"{self._gap}{heading(name, self._parted)}\n" if self._parted else ""
        write_output(self.name, head + tried.value.rendered)
        self._gap = "\n"
        return True

    def close(self) -> None:
        """All is written."""


def heading(name: str, form: str) -> str:
    """The line that names a page among several.

    >>> heading("a.html", "text"), heading("--><b>.html", "html")
    ('==> a.html <==', '<!-- -&#45;&gt;&lt;b&gt;.html -->')
    """
    line: str = named(form).parted(printable(name))
    return line


class Folder:
    """A file an article; `index.jsonl` has a row an input, whatever became of it."""

    def __init__(self, folder: Path, places: Mapping[str, Path], *, indexed: bool) -> None:
        """places: the file for each input. indexed: write an index."""
        self.folder, self.places, self.indexed = folder, places, indexed
        self._rows: list[str] = []

    def files(self) -> Iterator[Path]:
        """All files that may be written."""
        yield from self.places.values()
        if self.indexed:
            yield self.folder / INDEX

    def take(self, name: str, tried: Tried[Piece]) -> bool:
        """Write the article; one whose name this disk does not take is said."""
        written, outcome = tried.usable, tried.outcome
        try:
            if tried.usable and tried.value:
                write_output(str(self.places[name]), tried.value.rendered)
        except BadInput as error:
            if getattr(error.__cause__, "errno", None) not in _OF_ITS_NAME:
                raise
            say(f"{name}: {error}")
            written, outcome = False, "failed: output"
        self._rows.append(line_of(self._row(name, outcome, tried.value, written=written)))
        return written

    def close(self) -> None:
        """Write the index."""
        if self.indexed:
            write_output(str(self.folder / INDEX), "".join(self._rows))

    def _row(
        self, name: str, outcome: str, piece: Piece | None, *, written: bool
    ) -> dict[str, Any]:
        place = self.places[name].relative_to(self.folder).as_posix()
        return {
            "input": name,
            "output": place if written else None,
            "outcome": outcome,
            "title": piece.title if piece else "",
            "words_in": piece.words_in if piece else 0,
            "words_out": piece.words_out if piece and written else 0,
        }


def line_of(row: Mapping[str, Any]) -> str:
    r"""A line of JSON Lines that every parser reads, and that a terminal may be shown.

    Lone surrogates, as of file names that are no text, are written as what they stand for.

    >>> print(line_of({"input": "\udcff\x9b.html"}), end="")
    {"input": "\\xff\u009b.html"}
    """
    line = json.dumps(row, ensure_ascii=False)
    line = _SURROGATE.sub(lambda match: json.dumps(printable(match[0]))[1:-1], line)
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n"


def not_an_input(output: str, inputs: Iterable[str]) -> None:
    """Raise BadInput where an output is the file of an input."""
    file = Path(output)
    if file.is_file() and file.resolve() in {Path(name).resolve() for name in inputs}:
        raise BadInput(f"{output} is also an input; choose another file")
