"""What `cleaner copies` does with its options."""

from __future__ import annotations

from typing import Any

from cleaner.batch.dedup.mark_files import mark_copies
from cleaner.batch.job.journal import JobError
from cleaner.batch.optional import MissingExtra
from cleaner.cli.copies_bar import bar
from cleaner.cli.say import say
from cleaner.files import BadInput

REFUSED = 2


def run(given: dict[str, Any], *, quiet: bool) -> int:
    """Write the rows with their stories, and say how many; the exit status."""
    try:
        with bar(shown=not quiet) as watch:
            counts = mark_copies(
                given["rows"],
                given["output"],
                against=given["against"],
                drop=given["duplicates"] == "drop",
                restart=given["restart"],
                watch=watch,
            )
    except (BadInput, JobError, MissingExtra) as error:
        say(str(error))
        return REFUSED
    if not quiet:
        say(f"{given['output']}: {_told(counts)}")
    return 0


def _told(counts: dict[str, Any]) -> str:
    named = ", ".join(f"{name} {n:,}" for name, n in counts["relations"].items())
    rows = _many(counts["rows"], "row", "rows")
    stories = _many(counts["stories"], "story", "stories")
    copies = _many(counts["copies"], "copy", "copies")
    return f"{rows}, {stories}, {copies}" + (f" ({named})" if named else "")


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
