"""Stated: a value of the metadata, what the page says word for word, and where it says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Stated:
    """One value with its evidence."""

    field: str
    """The field of `Metadata` that it bears out."""
    value: str
    raw: str
    """What stands in the page, as a date with its time and zone, or "By Jane Doe"."""
    where: str
    """Where it stands, as `json-ld NewsArticle author.name`, `meta article:published_time`,
    `itemprop datePublished`, `byline` or `timestamp`; `guess` of what is no word of the page."""


@dataclass(frozen=True)
class Metadata:
    """What the page says of its article. Dates are ISO 8601; unknown is None."""

    author: str | None = None
    """Who wrote it; several names are set apart by semicolons."""
    date: str | None = None
    """The day it was published."""
    site_name: str | None = None
    description: str | None = None
    canonical_url: str | None = None
    """The page's address by its own word, or else the caller's."""
    original_publisher: str | None = None
    """Who published it first, where the page names them."""
    title: str | None = None
    authors: tuple[str, ...] = ()
    date_modified: str | None = None
    """The day it was last changed."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    image: str | None = None
    """The address of its picture."""
    language: str | None = None
    """A language tag, as "en" or "de-AT"."""
    amp_url: str | None = None
    """The address of its AMP page."""
    syndicated_from: str | None = None
    """The address on another site that the page names as its source."""
    evidence: tuple[Stated, ...] = ()
    """What bears each value out, the strongest first; of lists, each of their items."""

    def stated(self, field: str) -> tuple[Stated, ...]:
        """The evidence of a field; of `authors` and `author` the same. Empty for what is not known.

        >>> Metadata().stated("date")
        ()
        """
        wanted = "author" if field == "authors" else field
        return tuple(each for each in self.evidence if each.field == wanted)

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain data, as JSON has it."""
        plain = asdict(self)
        return {k: list(v) if isinstance(v, tuple) else v for k, v in plain.items()}


LISTS = ("authors", "tags")
"""Fields that hold several values."""
_SEVERAL = {"author": "authors", "tags": "tags"}
"""Fields of evidence of which a page states several values, and the tuple that holds them."""


def metadata_from(evidence: Iterable[Stated]) -> Metadata:
    """The metadata that some evidence bears out: of each field the first value, of lists all."""
    found = tuple(evidence)
    values: dict[str, Any] = {}
    for each in found:
        values.setdefault(each.field, each.value)
    for field, name in _SEVERAL.items():
        values[name] = tuple(dict.fromkeys(_values(found, field)))
    if values["authors"]:
        values["author"] = "; ".join(values["authors"])
    return Metadata(**values, evidence=found)


def _values(evidence: Iterable[Stated], field: str) -> Iterator[str]:
    return (each.value for each in evidence if each.field == field)
