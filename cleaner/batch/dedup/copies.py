"""One story once: rows, each with the row that is kept of its story, and what it is of that one."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from cleaner.batch.dedup.duplicates import Copy, Duplicate, find_duplicates
from cleaner.batch.dedup.facts import facts
from cleaner.batch.dedup.origin import Origin, iso_date
from cleaner.batch.dedup.signatures import is_signature
from cleaner.batch.rows import DUPLICATES, SIGNATURE, is_article

STORY = ("story_id", "copy_of", "relation", "because")
"""The columns that `find_copies` adds."""
READ = ("id", "url", "outcome", SIGNATURE, "copy_of", DUPLICATES[0])
"""What is read of a row that has a signature."""
TEXT = ("text", "metadata")
"""What is read besides of one that has none."""

Rows = Iterable[Mapping[str, Any]]
Placed = Iterable[tuple[str, Mapping[str, Any]]]
"""Rows, and of each where it stands, as messages name it."""


def find_copies(
    rows: Iterable[Mapping[str, Any]], *, against: Iterable[Mapping[str, Any]] = ()
) -> Iterator[dict[str, Any]]:
    """The rows, each with its story: which one is kept, and what the others are of it.

    rows: as `Row.to_dict()` gives them, or with `id` and `text` alone; they are read twice, so give
    a list and no generator. A column `signature` is used where there is one, and `text` and
    `metadata` otherwise. against: rows of an earlier run, which are not given again; those that it
    marked as copies are passed over, and the others are kept before all new ones.

    Each row is given with `story_id`, the id of the row that is kept of its story (its own where it
    has no copies; None for what holds no article); `copy_of`, the same id, or None for the row that
    is kept; `relation`, what a copy is of that row ("same text": to the byte; "repost"; "excerpt";
    "updated": some twenty words or more stand in sentences of only one of the two), or ""; and
    `because`, why that one is kept, or "". The columns of copies that `cleaner batch` wrote go.

    Raises ValueError for rows that cannot be read, naming their number from 0, TypeError for what
    can be read only once, and MissingExtra without the extra `ingest`.
    """
    if iter(rows) is rows:
        raise TypeError("rows are read twice: give a list, not an iterator")
    found = duplicates_among(_numbered(rows), _numbered(against))
    return with_stories(rows, found)


def _numbered(rows: Rows) -> Placed:
    return ((f"row {number}", row) for number, row in enumerate(rows))


def duplicates_among(rows: Placed, against: Placed = ()) -> dict[int, Duplicate]:
    """The rows that are copies of another one, by their number. Raises ValueError."""
    before = ((place, row) for place, row in against if not _is_marked(row))
    # those of an earlier run have numbers below zero
    known = (copy_of(-1 - n, row, place, earlier=True) for n, (place, row) in enumerate(before))
    new = (copy_of(number, row, place) for number, (place, row) in enumerate(rows))
    found = find_duplicates(copy for copy in chain(known, new) if copy is not None)
    return {number: duplicate for number, duplicate in found.items() if number >= 0}


def _is_marked(row: Mapping[str, Any]) -> bool:
    return (row.get("copy_of") or row.get(DUPLICATES[0])) is not None


def copy_of(  # noqa: PLR0913  # what is known besides of a row
    number: int, row: Mapping[str, Any], place: str, *, earlier: bool = False, share: int = 0
) -> Copy | None:
    """What is to be known of a row; None where it holds no article. Raises ValueError."""
    if (told := facts_of_row(row, place)) is None:
        return None
    try:
        known = b64decode(told["sketch"], validate=True)
        origin = Origin(told["canonical"], told["published"], told["publisher"])
        if not is_signature(known):
            raise ValueError(f"no sketch has {len(known):,} bytes")
        id_, url, count = _id(row, place), row.get("url"), told["words"]
        return Copy(number, id_, url, known, count, origin, earlier, share)
    except (KeyError, TypeError, ValueError) as error:
        said = f"it lacks {error}" if isinstance(error, KeyError) else error
        raise ValueError(f"{place}: {SIGNATURE} is not what this version writes: {said}") from error


def _id(row: Mapping[str, Any], place: str) -> str:
    known = row.get("id")
    return place if known in (None, "") else str(known)


def facts_of_row(row: Mapping[str, Any], place: str) -> dict[str, Any] | None:
    """The signature of a row, made where it has none; None for no article. Raises ValueError."""
    if not is_article(row.get("outcome") or ""):
        return None
    if (known := row.get(SIGNATURE)) is not None:
        return known  # type: ignore[no-any-return]  # whatever it is, the reader finds out
    if not isinstance(text := row.get("text"), str):
        has = f"text holds {type(text).__name__}" if "text" in row else "no field text"
        there = ", ".join(list(row)[:12]) or "none"
        raise ValueError(f"{place}: {has}, and no {SIGNATURE}; its fields are: {there}")
    return facts(text, _origin(row.get("metadata")))


def _origin(metadata: object) -> Origin:
    """Where a page says it comes from, as far as the column `metadata` tells."""
    known = metadata if isinstance(metadata, Mapping) else {}
    canonical, date, publisher = (
        value if isinstance(value := known.get(name), str) else None
        for name in ("canonical_url", "date", "original_publisher")
    )
    return Origin(canonical, iso_date(date) if date else None, publisher)


def with_stories(rows: Rows, found: Mapping[int, Duplicate]) -> Iterator[dict[str, Any]]:
    """The rows with the columns STORY."""
    for number, row in enumerate(rows):
        yield with_story(row, found.get(number), f"row {number}")


def with_story(row: Mapping[str, Any], found: Duplicate | None, place: str) -> dict[str, Any]:
    """A row with the columns STORY, and without those that a job wrote."""
    told = {name: value for name, value in row.items() if name not in (*DUPLICATES, *STORY)}
    if found:
        return told | dict(
            zip(STORY, (found.of, found.of, found.relation, found.because), strict=True)
        )
    own = _id(row, place) if is_article(row.get("outcome") or "") else None
    return told | dict(zip(STORY, (own, None, "", ""), strict=True))


def marked(
    rows: Iterable[dict[str, Any]], found: Mapping[int, Duplicate], *, keeps: bool
) -> Iterator[dict[str, Any]]:
    """The rows of a job, each with the copy that is kept in its place and why.

    keeps: whether their signatures stay.
    """
    for number, row in enumerate(rows):
        if not keeps:
            row.pop(SIGNATURE, None)
        duplicate = found.get(number)
        row["duplicate_of"] = duplicate.of if duplicate else None
        row["duplicate_because"] = duplicate.because if duplicate else ""
        yield row
