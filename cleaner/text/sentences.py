"""Spans of whole sentences around a phrase."""

from __future__ import annotations

from cleaner.text.regex import regex

QUESTION_MARKS = ("?", "？", "؟")
_END = regex(
    r"(?<![.!?…。！？])[.!?…。！？]+['\"”’»)\]*]*(?:\s+|$)|(?<![。！？])[。！？]['\"”’」』）]*"
)
_ABBREVIATION = regex(
    r"(?:\b[A-Za-z]|\b(?:Mr|Mrs|Dr|Inc|Ltd|Co|Corp|No|St|ST|vs|Nr|bzw|z\.B|usw))\.\s*$"
)


def _is_abbreviation(text: str, end: int) -> bool:
    return bool(_ABBREVIATION.search(text, max(0, end - 16), end))


def boundaries(text: str) -> list[int]:
    """Where sentences begin, and the text's end."""
    cuts = [0]
    for match in _END.finditer(text):
        if not _is_abbreviation(text, match.end()) and match.end() < len(text):
            cuts.append(match.end())
    return [*cuts, len(text)]


_OPEN = "“„«‹「『《"
_SHUT = "”»›」』》"
_CLOSE = '”“»›」』》’"'
QUOTATION_MARKS = frozenset(_OPEN + _SHUT + '"')


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands in quotation marks: it is talked about, not said.

    >>> is_quoted("The band read “all rights reserved” in red.", 15, 34)
    True
    """
    before, after = text[:start], text[end:]
    opened = sum(map(before.count, _OPEN)) - sum(map(before.count, _SHUT))
    straight = before.count('"') % 2 == 1 and '"' in after
    return (opened > 0 and any(c in after for c in _CLOSE)) or straight


_IS = {
    "en": r"is|was|has become|became",
    "de": r"ist|war|wurde|heißt",
    "fr": r"est|était|fut",
    "es": r"es|era|fue",
    "pt": r"é|era|foi",
    "it": r"è|era",
    "nl": r"is|was",
    "pl": r"to|jest|było",
    "cs": r"je|bylo",
    "sv": r"är|var",
    "da": r"er|var",
    "no": r"er|var",
    "fi": r"on|oli",
    "ru": r"[—–] это|это|стало",
    "uk": r"[—–] це|це|стало",
    "el": r"είναι|ήταν",
    "ja": r"、?(?:は|とは|という|というの)",
    "zh": r"，?(?:是|这|這)",
    "ko": r"[은는이라]|라는",
    "th": r"เป็น|คือ",
}
_IS_SAID = {
    language: regex(rf"[\s,]*(?:{forms})" + r"\b" * (language not in ("ja", "zh", "ko", "th")))
    for language, forms in _IS.items()
}
"""“Is” right behind a phrase, by its language."""


def is_subject(text: str, end: int, language: str) -> bool:
    """Whether a sentence says what text[:end], a sentence itself, is: it is talked about.

    >>> is_subject("We use cookies is the second.", 14, "en")
    True
    >>> is_subject("We use cookies to count visits.", 14, "en")
    False
    """
    form = _IS_SAID.get(language)
    return form is not None and form.match(text, end) is not None


def around(  # noqa: PLR0913  # a phrase's place and two questions
    text: str, start: int, end: int, *, ends_only: bool = False, onward: bool = False
) -> tuple[int, int] | None:
    """The sentences that hold text[start:end].

    ends_only: None where they stand neither first nor last in the text. onward: take all that
    follows as well.

    >>> around("It rained. Subscribe to our letter. It stopped.", 11, 20)
    (11, 36)
    """
    cuts = boundaries(text)
    first = max(i for i, cut in enumerate(cuts[:-1]) if cut <= start)
    last = next(i for i, cut in enumerate(cuts) if cut >= end and i > first)
    if ends_only and first != 0 and last != len(cuts) - 1:
        return None
    return cuts[first], len(text) if onward else cuts[last]


REST_WORDS, REST_NAMES = 5, 0.25
_REST = regex(r"[^.!?…。！？:：]*")
_TOKEN = regex(r"[^\W\d_][\w'’.-]*")


def goes_on(text: str, end: int) -> bool:
    """Whether a sentence goes on after text[:end], rather than closing, naming or dating.

    >>> goes_on("All rights reserved for the play, she told the man from the board.", 19)
    True
    >>> goes_on("All rights reserved by Marsh Media", 19), goes_on("All rights reserved.", 19)
    (False, False)
    """
    rest = _REST.match(text, end)
    tokens = _TOKEN.findall(rest[0]) if rest else []
    if len(tokens) < REST_WORDS or not text[end:].lstrip()[:1].islower():
        return False
    names = sum(token[0].isupper() or "." in token[1:-1] for token in tokens)
    return names <= REST_NAMES * len(tokens) and not any(map(str.isdigit, rest[0] if rest else ""))


_ASIDE = regex(r"[(（][^()（）]*[)）][,，]?\s*[^\W\d_]")
_ENDED = (*".!?…。！？:：;", *_CLOSE)


def is_aside(text: str, start: int) -> bool:
    """Whether a bracket begins at a place within a sentence, which goes on behind it.

    >>> is_aside("The list (compiled by hand) was long.", 9)
    True
    >>> is_aside("It rained. (Reporting by A. Berg) It stopped.", 11)
    False
    """
    before = text[:start].rstrip()
    return bool(before) and not before.endswith(_ENDED) and _ASIDE.match(text, start) is not None


LONGEST_TAIL = 160


def tail(text: str) -> int:
    """Where the last fragment of a paragraph begins, after a full stop; its length where none does.

    >>> text = "The tent lay flat. Foto: A. Berg/dpa"
    >>> text[tail(text):]
    'Foto: A. Berg/dpa'
    """
    from_ = max(0, len(text) - LONGEST_TAIL)
    last = len(text)
    for match in _END.finditer(text, from_):
        if match.end() < len(text) and not _is_abbreviation(text, match.end()):
            last = match.end()
    return last
