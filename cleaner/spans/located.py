"""A sentence looked up in rows that were cleaned before, and checked in their sources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from cleaner.document.span import Span
from cleaner.spans.letters import Letters, letters_of_markup, seen, squeezed
from cleaner.spans.source import decoded, sha256_of
from cleaner.text.words import collapse_space, fold


@dataclass(frozen=True)
class Checked:
    """What a source says today of a sentence that stood in it."""

    is_same: bool | None
    """Whether its digest is that of the row; None where the row has none."""
    says_it: bool
    """Whether the sentence stands in it, white space and typographic quotes aside."""
    start: int | None = None
    """Where the sentence begins in the decoded source; None where the source is another, or the row
    has no span."""
    end: int | None = None
    excerpt: str = ""
    """What stands there, with its markup; empty as above."""


@dataclass(frozen=True)
class Located:
    """A place where the article of a row says a sentence."""

    id: str
    """Of the row; its `page` where `cleaner clean` wrote it."""
    url: str | None
    spans: tuple[Span, ...]
    """The blocks that hold the sentence, several where it goes on in the next; empty where the row
    has no spans."""
    sentence: str
    sha256: str | None = None
    of: str | None = None
    encoding: str | None = None
    version: str | None = None
    """Of `Spans`, as the row has them."""

    def check(self, data: bytes | str) -> Checked:
        """Look the sentence up in its source. data: the bytes or the text that were cleaned."""
        is_same = None if self.sha256 is None else sha256_of(data) == self.sha256
        try:
            source = decoded(data, self.encoding) if isinstance(data, bytes) else data
        except (LookupError, ValueError):  # a row may name anything
            source = decoded(data, None) if isinstance(data, bytes) else data
        if is_same and (found := self._within(source)):
            start, end = found
            return Checked(is_same, True, start, end, source[start:end])
        return Checked(is_same, _key(self.sentence) in fold(seen(source, 0, len(source))))

    def _within(self, source: str) -> tuple[int, int] | None:
        """The sentence alone, or else the blocks that hold it, whole."""
        starts = [span.start for span in self.spans if span.start is not None]
        ends = [span.end for span in self.spans if span.end is not None]
        if not starts or len(starts) < len(self.spans) or len(ends) < len(starts):
            return None
        start, end = min(starts), max(ends)
        if not 0 <= start < end <= len(source):
            return None
        return _narrowed(letters_of_markup(source, start, end), self.sentence) or (start, end)


def locate(rows: Iterable[Mapping[str, Any]], sentence: str) -> Iterator[Located]:
    """The places where articles say a sentence, row by row.

    rows: of `cleaner batch` or `clean_many`, best with the column `spans`, or reports
    (`to_dict(spans=True)`, the lines of `cleaner clean --format json --spans`). White space, upper
    case, and the form of quotation marks and dashes do not count, and a sentence may go on in the
    next block. Raises ValueError where there is nothing to look for, or for a row that is none.
    """
    if not (wanted := _folded(sentence)):
        raise ValueError("there is nothing to look for")
    for row in rows:
        yield from _in_row(row, sentence, wanted)


def _in_row(row: Mapping[str, Any], sentence: str, wanted: str) -> Iterator[Located]:
    spans, source = _spans_of(row)
    id_, url = str(row.get("id") or row.get("page") or ""), row.get("url")
    if not spans and wanted in _folded(str(row.get("text") or "")):
        yield Located(id_, url, (), sentence)
    texts = [_folded(span.text) for span in spans]
    firsts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    whole, at = " ".join(texts), -1
    while (at := whole.find(wanted, at + 1)) >= 0:
        until = at + len(wanted)
        held = spans[bisect_right(firsts, at) - 1 : bisect_left(firsts, until)]
        yield Located(id_, url, tuple(held), sentence, **source)
        at = until - 1


def _spans_of(row: Mapping[str, Any]) -> tuple[Sequence[Span], dict[str, Any]]:
    """The spans of a row, and what their source was. Raises ValueError."""
    if not isinstance(row, Mapping):
        raise ValueError(f"a row with fields was expected, not {type(row).__name__}")
    if not {"text", "spans"} & row.keys():
        names = ", ".join(map(str, list(row)[:12])) or "none"
        raise ValueError(f"no field text or spans; its fields are: {names}")
    told = row.get("spans")
    try:
        if told is None:
            return [Span(b["index"], b["text"]) for b in row.get("blocks") or ()], {}
        named = {name: _text(told[name]) for name in ("sha256", "of", "encoding", "version")}
        return [_span(**span) for span in told["blocks"]], named
    except (LookupError, TypeError) as error:
        raise ValueError(f"spans are none of page-cleaner ({error})") from error


def _text(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _span(**told: Any) -> Span:  # noqa: ANN401  # checked here
    """A span as plain data has it. Raises TypeError, LookupError."""
    if not all(told[name] is None or isinstance(told[name], int) for name in ("start", "end")):
        raise TypeError(f"{told['start']!r} to {told['end']!r} is no span")
    if not isinstance(told["text"], str):
        raise TypeError(f"{told['text']!r} is no text")
    return Span(**told)


def _folded(text: str) -> str:
    return " ".join(fold(collapse_space(text)).split())


def _key(text: str) -> str:
    return fold(squeezed(text))


def _narrowed(letters: Letters, sentence: str) -> tuple[int, int] | None:
    """Where a sentence stands among letters."""
    said, wanted = fold(letters.text), _key(sentence)
    at = said.find(wanted)
    if at < 0 or len(said) != len(letters.text):
        return None
    return letters.span(at, at + len(wanted) - 1)
