"""Rows and what tells copies of one article: made by the worker, compared when all is cleaned."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from cleaner.batch.dedup.duplicates import Copy, Duplicate, find_duplicates, signature
from cleaner.batch.dedup.origin import Origin, origin_of
from cleaner.result import Cleaned
from cleaner.text.word_count import word_count

FACTS = "copy"
"""The field of a row, within a job only, for what copies are told by."""


def facts_of(cleaned: Cleaned) -> dict[str, Any] | None:
    """What to know of an article to compare it with others; None for what is none."""
    if not cleaned.outcome.is_article:
        return None
    return {
        "signature": b64encode(signature(cleaned.text)).decode(),
        "words": word_count(cleaned.text),
        "origin": asdict(origin_of(cleaned)),
    }


def duplicates_among(rows: Iterable[dict[str, Any]]) -> dict[int, Duplicate]:
    """The rows that are copies of another one, by their number."""
    return find_duplicates(_copies(rows))


def _copies(rows: Iterable[dict[str, Any]]) -> Iterator[Copy]:
    for number, row in enumerate(rows):
        if facts := row.get(FACTS):
            origin = Origin(**facts["origin"])
            known = b64decode(facts["signature"])
            yield Copy(number, row["id"], row["url"], known, facts["words"], origin)


def marked(rows: Iterable[dict[str, Any]], found: dict[int, Duplicate]) -> Iterator[dict[str, Any]]:
    """The rows, without those facts, each with the copy that is kept in its place and why."""
    for number, row in enumerate(rows):
        row.pop(FACTS, None)
        duplicate = found.get(number)
        row["duplicate_of"] = duplicate.of if duplicate else None
        row["duplicate_because"] = duplicate.because if duplicate else ""
        yield row
