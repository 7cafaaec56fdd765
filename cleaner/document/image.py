"""Image: a picture among the blocks of an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that the article shows, by its address."""

    src: str
    """Absolute, where the page's address is known."""
    alt: str = ""
    """What is read in its place, as one line."""
    after: int = -1
    """Index of the block that it stands behind; −1 before the first."""
    nested: bool = False
    """Whether it stands in the item, row or quotation of that block."""
