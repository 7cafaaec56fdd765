"""Which of many texts stands at a place of another, as one pattern of them all would find it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Longest:
    """Texts that are looked for at a place, the longest first.

    >>> list(Longest(["share", "share this", "tweet"]).ends("or share this", 3))
    [13, 8]
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the texts; an empty one stands nowhere."""
        self._texts = frozenset(texts)
        lengths: dict[str, set[int]] = {}
        for text in self._texts:
            lengths.setdefault(text[:1], set()).add(len(text))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}

    def ends(self, text: str, at: int) -> Iterator[int]:
        """Where the texts end that stand at a place."""
        for length in self._lengths.get(text[at : at + 1], ()) if at < len(text) else ():
            if at + length <= len(text) and text[at : at + length] in self._texts:
                yield at + length
