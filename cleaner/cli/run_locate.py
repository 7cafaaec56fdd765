"""What `cleaner locate` does: rows read, a sentence looked up, its sources checked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import click

from cleaner.batch.inputs import BadRecord, Fields
from cleaner.batch.optional import MissingExtra
from cleaner.batch.stored import stored
from cleaner.cli.row_source import RowSources
from cleaner.cli.say import printable, say, visible
from cleaner.document.span import Span
from cleaner.files import BadInput, write_stdout
from cleaner.spans.located import Checked, Located, locate

COLUMNS = ("id", "url", "text", "spans")
"""What is read of Parquet."""
NOT_FOUND = 1


@dataclass(frozen=True)
class Place:
    """A place, the row that it is in, and what its source says today."""

    row: str
    """As `FILE:LINE`."""
    located: Located
    source: str | None
    """The name of the source; None where it is not at hand."""
    checked: Checked | None


def run_locate(rows: Sequence[str], sentence: str, given: dict[str, Any]) -> int:
    """Look a sentence up and tell each place; the exit status. given: the command's options.

    Raises BadInput, click.UsageError.
    """
    sources = RowSources(given["source"], Fields(html=given["html_field"], id=given["id_field"]))
    if not sentence.strip():
        raise click.UsageError("SENTENCE is empty: there is nothing to look for")
    count, is_changed = 0, False
    try:
        for place in _places(rows, sentence, sources):
            told = _as_json(place) if given["as_json"] else "\n" * bool(count) + _as_text(place)
            write_stdout(told.encode("utf-8", "replace"))
            count += 1
            is_changed |= place.checked is not None and place.checked.is_same is False
    except MissingExtra as error:
        raise BadInput(str(error)) from error
    if not count:
        say("no article says it")
    return NOT_FOUND if is_changed or not count else 0


def _places(rows: Sequence[str], sentence: str, sources: RowSources) -> Iterator[Place]:
    """Each place; rows that are none are said and passed over."""
    for at, row in stored(rows, COLUMNS):
        try:
            if isinstance(row, BadRecord):
                raise row
            found = list(locate([row], sentence))  # type: ignore[list-item]  # it says what is none
        except ValueError as error:
            say(f"{at}: {error}")
            continue
        for located in found:
            name, data = sources.of(located.id) or (None, None)
            checked = None if data is None else located.check(data)
            yield Place(at, located, name, checked)


def _as_json(place: Place) -> str:
    """A line of JSON, in which nothing is left out."""
    row, located = place.row, place.located
    told: dict[str, Any] = {"row": row, **asdict(located)}
    checked = place.checked and asdict(place.checked)
    empty = dict.fromkeys(field.name for field in fields(Checked))
    told |= {"source": place.source, **(checked or empty)}
    return json.dumps(told, ensure_ascii=False) + "\n"


def _as_text(place: Place) -> str:
    located = place.located
    lines = [" ".join(filter(None, (place.row, located.id, located.url)))]
    lines += [f"  {_where(span)}" for span in located.spans]
    if located.sha256:
        of = f"{located.of} in {located.encoding}" if located.encoding else located.of
        lines.append(f"  sha256 {located.sha256} ({of}), page-cleaner {located.version}")
    lines.append(f"  {_said(place)}")
    head, *rest = map(printable, lines)
    excerpt = place.checked.excerpt if place.checked else ""
    shown = [f"    {line}" for line in visible(excerpt).splitlines()]
    return "\n".join([head, *rest, *shown]) + "\n"


def _where(span: Span) -> str:
    """A block and where it stands."""
    known = f"characters {span.start:,} to {span.end:,}" if span.start is not None else ""
    where = ", ".join(filter(None, (known, span.xpath))) or "nowhere"
    return f"block {span.block}: {where}" + (f" ({span.note})" if span.note else "")


def _said(place: Place) -> str:
    """What the source says today, in words."""
    checked, name = place.checked, place.source
    if checked is None:
        return "its source is not at hand: name it with --source"
    still = "says it" if checked.says_it else "does not say it"
    if checked.is_same is None:
        return f"{name} {still}; the row has no digest: clean with spans"
    if not checked.is_same:
        return f"{name} HAS CHANGED since; it {still}"
    if checked.start is None:
        return f"{name} is unchanged, and {still}"
    return f"{name} is unchanged; at {checked.start:,} to {checked.end:,} it says"
