"""Where in its source a kept block stands, and of which source that is true."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """Where a kept block stands: `source[start:end]`, in characters of the decoded source."""

    block: int
    """The index of the block."""
    text: str
    """That of the block."""
    start: int | None = None
    """None where no span can be said; `note` says why."""
    end: int | None = None
    xpath: str = ""
    """Of the element around it, in the page's tree; empty for scraped text, and where unknown."""
    note: str = ""
    """Why there is no span, or what to know of it; empty where nothing is to be said."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Where the kept blocks of a page stand, and in which source, so that it can be checked later.

    Spans count characters of the decoded source: of the str that came in, or of
    `data.decode(encoding, "replace")`.
    """

    sha256: str | None
    """Of the bytes that came in, or of the UTF-8 of a str; None of a tree, which has no source."""
    of: str
    """What came in: `bytes`, `str` or `tree`."""
    encoding: str | None
    """The codec of bytes, which leaves a byte order mark out; None for what came in as str."""
    version: str
    """Of page-cleaner."""
    blocks: tuple[Span, ...]
    """One for each kept block, in order."""

    def to_dict(self) -> dict[str, Any]:
        """As plain data."""
        return asdict(self) | {"blocks": [asdict(span) for span in self.blocks]}
