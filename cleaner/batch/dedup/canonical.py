"""Which of several copies is to be kept, and the reason in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from unicodedata import combining, normalize
from urllib.parse import urlsplit

from cleaner.batch.dedup.origin import Origin
from cleaner.text.words import match_key, words

SHORT = 3
"""Letters up to which a word of a name may be missing in an address: "The", "of", "Die", "Le"."""
HALF = 0.5


UNKNOWN = Origin()


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be known of a cleaned page to compare it with others."""

    position: int
    """Its place in the batch."""
    id: str
    url: str | None
    signature: bytes
    """Of its text, by `signature`; b"" is nobody's copy."""
    words: int
    """How many its text has."""
    origin: Origin = UNKNOWN
    earlier: bool = False
    """Whether it was kept in an earlier run, and so is kept again."""
    share: int = 0
    """Copies of one story have the same: an engine that knows what is joined says so."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A page that is a copy of another one in the batch."""

    of: str
    """The id of the copy that is kept."""
    because: str
    """Why that one is kept, as a sentence without its full stop."""
    relation: str
    """What the page is of that one: one of `RELATIONS`."""


Reason = Callable[[Copy], str]
Chosen = tuple[list[Copy], Reason]


def choose(copies: list[Copy]) -> tuple[Copy, Reason]:
    """The copy to keep, and what to say of it to each other one.

    Each rule narrows the choice for the next; the first that does so is the reason.
    """
    left, reason = copies, _first(copies, copies)[1]
    decided = False
    for rule in (_kept_before, _named, _linked, _earliest, _fullest, _first):
        chosen, why = rule(left, copies)
        if 0 < len(chosen) < len(left):
            left, reason, decided = chosen, reason if decided else why, True
    return left[0], reason


def _kept_before(left: list[Copy], copies: list[Copy]) -> Chosen:
    """Those of an earlier run: what came of it is out already."""
    return [copy for copy in left if copy.earlier], lambda copy: "kept by an earlier run"


def _named(left: list[Copy], copies: list[Copy]) -> Chosen:
    """Those whose site others name as the publisher."""
    hosts: defaultdict[str, set[str]] = defaultdict(set)
    for copy in copies:
        if copy.origin.publisher:
            hosts[copy.origin.publisher].add(_host(copy.url))
    name_of = {host: _name_of(host, hosts) for host in {_host(copy.url) for copy in left}}
    chosen = [copy for copy in left if name_of[_host(copy.url)]]
    name = name_of[_host(chosen[0].url)] if chosen else ""
    return chosen, lambda copy: f"the original: “{name}” is named as first publisher"


def _name_of(host: str, hosts: dict[str, set[str]]) -> str:
    """The name by which a page of another site calls this one."""
    return min((n for n, by in hosts.items() if by - {host} and is_site_of(host, n)), default="")


def _linked(left: list[Copy], copies: list[Copy]) -> Chosen:
    """Those to which most canonical links of others point."""
    votes = Counter(_address(copy.origin.canonical) for copy in copies if _points_away(copy))
    most = max((votes[_own_address(copy)] for copy in left), default=0)
    chosen = [copy for copy in left if most and votes[_own_address(copy)] == most]
    target = _own_address(chosen[0]) if chosen else ""

    def reason(copy: Copy) -> str:
        if _address(copy.origin.canonical) == target:
            return "canonical link of this page points to it"
        return "canonical links of other copies point to it"

    return chosen, reason


def _earliest(left: list[Copy], copies: list[Copy]) -> Chosen:
    """Those of the earliest day; of the earliest moment, where all of that day name their zone."""
    dated = [(copy.origin.published, copy) for copy in left if copy.origin.published]
    day = min((date[:10] for date, _ in dated), default="")
    early = [(date, copy) for date, copy in dated if date[:10] == day]
    if all(date.endswith("+00:00") for date, _ in early):
        moment = min((date for date, _ in early), default="")
        early = [(date, copy) for date, copy in early if date == moment]
    if len(early) == len(dated):
        return [], str
    first = early[0][0]
    return [copy for _, copy in early], lambda copy: f"published first ({first})"


def _fullest(left: list[Copy], copies: list[Copy]) -> Chosen:
    most = max(copy.words for copy in left)
    return (
        [copy for copy in left if copy.words == most],
        lambda copy: f"the most complete copy ({most:,} words, this page has {copy.words:,})",
    )


def _first(left: list[Copy], copies: list[Copy]) -> Chosen:
    first = min(left, key=lambda copy: copy.position)
    return [first], lambda copy: "came first"


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _address(url: str | None) -> str:
    """A URL without what two addresses of one page differ in."""
    bare = (url or "").partition("#")[0].partition("://")[2]
    return bare.removeprefix("www.").rstrip("/").lower()


def _own_address(copy: Copy) -> str:
    return _address(copy.url or copy.origin.canonical)


def _points_away(copy: Copy) -> bool:
    return _address(copy.origin.canonical) not in ("", _own_address(copy))


def is_site_of(host: str, name: str) -> bool:
    """Whether a host may be the site of a publisher of that name, loosely.

    >>> is_site_of("nytimes.com", "The New York Times"), is_site_of("bbc.co.uk", "The Times")
    (True, False)
    """
    parts = [_letters(word) for word in words(name)]
    wholes = {"".join(parts), "".join(part for part in parts if len(part) > SHORT)}
    return any(
        _spells(label, parts) or any(_is_most_of(label, whole) for whole in wholes)
        for label in _labels(host)
    )


def _labels(host: str) -> Iterator[str]:
    """The parts of a host that may be a name, and all of it: not its ending, not an initial."""
    *labels, ending = host.lower().split(".")
    if len(labels) > 1 and len(ending) == 2 and len(labels[-1]) <= SHORT:  # as in co.uk
        labels.pop()
    return (_letters(label) for label in (host, *labels) if len(label) >= SHORT)


def _letters(text: str) -> str:
    """Letters and digits alone, without accents."""
    return match_key("".join(c for c in normalize("NFKD", text) if not combining(c)))


def _spells(label: str, parts: Collection[str]) -> bool:
    """Whether a label is made of the beginnings of these words, one after the other."""
    reached = {0}
    for part in parts:
        further = {
            start + n
            for start in reached
            for n in range(1, len(part) + 1)
            if label.startswith(part[:n], start)
        }
        reached = further | (reached if len(part) <= SHORT else set())
    return len(label) in reached


def _is_most_of(label: str, whole: str) -> bool:
    short, long = sorted((label, whole), key=len)
    return len(short) > max(SHORT, HALF * len(long)) and short in long
