"""The index of the lexicons, as every process has it: made once, and read from a file.

`cleaner.text.filing` and `pattern_filing` say what its texts hold. Few are ever parted, and the
garbage collector need not walk them.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from cleaner.text.index_file import loaded
from cleaner.text.phrase import ListName
from cleaner.text.sections import Sections


class ByLetter(dict[str, dict[str, str]]):
    """Lines by first letter, parted when one with the letter is first looked up."""

    def __init__(self, filed: dict[str, str]) -> None:
        """Take numbers and lines in turn, parted by tabs, by letter."""
        self._filed = filed

    def __missing__(self, letter: str) -> dict[str, str]:
        """The lines with a letter; none for a letter that begins none."""
        parts = self._filed[letter].split("\t") if letter in self._filed else []
        lines = self[letter] = dict(zip(parts[1::2], parts[::2], strict=True))
        return lines


class Index:
    """The phrases of all lexicons, by what finds them in a text."""

    def __init__(self, file: Sections) -> None:
        """Take the texts that the index was filed in."""
        self._file = file

    @cached_property
    def names(self) -> list[ListName]:
        """The lists of phrases, by number."""
        return [(kind, slot, language) for kind, slot, language in self._file.rows("names")]

    @cached_property
    def roles(self) -> list[list[str]]:
        """A kind, a role, and the slots that have it."""
        return self._file.rows("roles")

    @cached_property
    def slots(self) -> dict[str, list[str]]:
        """The slots of each kind."""
        slots: dict[str, list[str]] = {}
        for kind, dot, slot in (name.partition(".") for name in self._file):
            if dot:
                slots.setdefault(kind, []).append(slot)
        return slots

    def phrases(self, kind: str, slot: str) -> dict[str, list[str]]:
        """The phrases of a slot by language; none where there is no such slot."""
        known = slot in self.slots.get(kind, ())
        return {code: each for code, *each in self._file.rows(f"{kind}.{slot}")} if known else {}

    @cached_property
    def whole(self) -> ByLetter:
        """The numbers of the lists that a line is in, by its first letter."""
        return ByLetter(self._file.by_key("whole"))

    @cached_property
    def within(self) -> dict[str, str]:
        """The numbers of lists and their phrases in turn, by rarest word."""
        return self._file.by_key("within")

    @cached_property
    def patterns(self) -> list[list[str]]:
        """Of each gapped pattern, the number of its list and how it is written."""
        return self._file.rows("patterns")

    @cached_property
    def words(self) -> dict[str, str]:
        """Steps of patterns by first word, which may end in `*`; by piece of unspaced scripts."""
        return self._file.by_key("words")

    @cached_property
    def rarest(self) -> dict[str, str]:
        """Patterns by first words of their two rarest classes; by two letters of unspaced ones."""
        return self._file.by_key("rarest")

    @cached_property
    def lengths(self) -> dict[str, list[int]]:
        """How many letters stand before a `*`, by the first of them."""
        by_head = self._file.by_key("lengths").items()
        return {head: [int(length) for length in each.split("\t")] for head, each in by_head}

    @cached_property
    def pieces(self) -> re.Pattern[str]:
        """Finds pieces of unspaced scripts, the longest first."""
        return re.compile("|".join(map(re.escape, self._file.lines("pieces"))) or r"(?!)")


@cache
def index() -> Index:
    """The index of all lexicons."""
    return Index(Sections(loaded()))
