"""On which line of a TOML text each value stands: `tomllib` keeps no places.

The text is known to be good TOML, so that it can be read by its signs alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SIGN = re.compile(
    r'''
    (?P<comment> \#[^\n]* )
  | (?P<string> """(?:\\.|[^\\])*?"{3,5} | \'\'\'.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
  | (?P<newline> \n ) | (?P<open> [\[{] ) | (?P<shut> [\]}] ) | (?P<equals> = )
  | (?P<bare> [^\s\[\]{},=\#"']+ )
    ''',
    re.X | re.S,
)


@dataclass
class Key:
    """A key's line, and the line of each value in it."""

    line: int
    values: list[int] = field(default_factory=list)

    def of(self, number: int) -> int:
        """The line of a value by its number; the key's own where it is not known."""
        return self.values[number] if number < len(self.values) else self.line


@dataclass
class Table:
    """A table's header and its keys; the first table of a text has no name."""

    name: str
    line: int
    keys: dict[str, Key] = field(default_factory=dict)

    def line_of(self, key: str, number: int = 0) -> int:
        """The line of a key's value; the table's where there is no such key."""
        return self.keys[key].of(number) if key in self.keys else self.line


class _Reader:
    """Goes from sign to sign; `at` is what it reads: a header, a key, a value, or nothing yet."""

    def __init__(self) -> None:
        self.tables = [Table("", 1)]
        self.at, self.depth, self.key = "", 0, Key(1)

    def read(self, text: str) -> None:
        line, before = 1, 0
        for sign in _SIGN.finditer(text):
            line += text.count("\n", before, sign.start())
            before = sign.start()
            self.take(str(sign.lastgroup), sign[0], line)

    def take(self, kind: str, text: str, line: int) -> None:
        if kind == "newline":
            self.at = self.at if self.depth else ""
        elif kind in ("open", "shut"):
            self.bracket(kind, line)
        elif kind == "equals" and self.at == "key":
            self.at = "value"
        elif kind in ("string", "bare"):
            self.word(text, line)

    def bracket(self, kind: str, line: int) -> None:
        if not self.at:
            self.at = "header"
            self.tables.append(Table("", line))
        elif self.at == "value":
            self.depth += 1 if kind == "open" else -1

    def word(self, text: str, line: int) -> None:
        if self.at == "value":
            self.key.values.append(line)
        elif self.at == "header":
            self.tables[-1].name += text.strip("\"'")
        elif not self.at:
            self.at, self.key = "key", Key(line)
            self.tables[-1].keys[text.strip("\"'")] = self.key


def tables_of(text: str) -> list[Table]:
    """The tables of a TOML text, in order, the nameless one first.

    >>> tables = tables_of('[[site]]\\nstrip = [\\n  "a",\\n  "b",\\n]\\n')
    >>> tables[1].name, tables[1].line_of("strip", 1)
    ('site', 4)
    """
    reader = _Reader()
    reader.read(text)
    return reader.tables
