"""A line of text as a rule gives it: all of a line, or with `…` for what may stand there."""

from __future__ import annotations

from cleaner.text import words as t

GAP = "…"


def folded(text: str) -> str:
    """A text without what does not count: case, white space, the make of quotes and dashes."""
    return t.fold(t.collapse_space(text))


class Wording:
    """What a `strip-text` or `keep-text` looks for; every `…` stands for any text, or none."""

    def __init__(self, written: str) -> None:
        """Take a rule's text. Raises ValueError where no letter or digit is in it."""
        if not any(map(str.isalnum, written)):
            raise ValueError("has no letter: it would fit any line")
        self.first, *rest = (folded(piece) for piece in written.split(GAP))
        self.last = rest.pop() if rest else None
        self.middle = rest

    def may_be_in(self, source: str) -> bool:
        """Whether a page of this source, in lower case, is worth a look: by its longest word.

        Half of it is enough: a line may glue the words of two elements (`Mills</a><b>Published`).
        Words that a page may write with references, as `caf&eacute;`, tell nothing.
        """
        pieces = (self.first, *self.middle, self.last or "")
        known = [word for piece in pieces for word in t.words(piece) if word.isascii()]
        longest = max(known, key=len, default="")
        half = (len(longest) + 1) // 2
        return longest[:half] in source or longest[half:] in source

    def fits(self, line: str) -> bool:
        """Whether a folded line says this.

        >>> Wording("Correction:…").fits(folded("CORRECTION: An earlier version"))
        True
        >>> Wording("Sign up").fits(folded("Sign up now"))
        False
        """
        if self.last is None:
            return line == self.first
        end = len(line) - len(self.last)
        at = len(self.first)
        if at > end or not (line.startswith(self.first) and line.endswith(self.last)):
            return False
        for piece in self.middle:
            found = line.find(piece, at, end)
            if found < 0:
                return False
            at = found + len(piece)
        return True
