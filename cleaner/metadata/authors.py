"""Who wrote an article: the names that most of what the page says bears out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from cleaner.metadata.bylines import Named
from cleaner.metadata.facts import Facts
from cleaner.metadata.names import name_key, names_in, whole_name
from cleaner.metadata.persons import is_role, looks_personal
from cleaner.metadata.places import ORGANIZATION, said_of
from cleaner.metadata.stated import Stated
from cleaner.text import words as t
from cleaner.text.lexicon import wordings
from cleaner.text.urls import host_in

UNSEEN = ("json-ld", "meta ")
"""How places begin that no reader sees."""
MOST_UNSEEN = 5.0
"""What all of those weigh together: less than a line that is a byline to two of its readers."""
LONE = ("byline beside a date", "byline finding")
"""Places where no word says that a name is the author's."""
SHORT = 5
"""Letters up to which a name may stand in a site's by chance."""
SHORT_ROLE = 3
"""Letters of a role that may be a name as well."""
OF_SITE = 0.3
"""What the site's own name in a byline weighs beside that of a person."""


class Candidate(NamedTuple):
    """What one place of the page says of the authors."""

    names: tuple[str, ...]
    raw: str
    where: str
    weight: float


def authors(facts: Facts) -> Iterator[Stated]:
    """The names of the authors, each with all that bears it out; nothing where none are named."""
    candidates = list(_candidates(facts))
    if not candidates:
        return
    best = max(candidates, key=lambda one: _support_of(one, candidates))
    for name in best.names:
        key = name_key(name)
        told = [each for each in candidates if key in _keys(each)]
        for each in sorted(told, key=lambda each: each is not best):
            yield Stated("author", name, each.raw, each.where)


def _support_of(one: Candidate, every: Sequence[Candidate]) -> float:
    """How much all that is said speaks for a candidate.

    What stands in the markup alone is one word of one system, however often it says so.
    """
    unseen = sum(_support(one, other) for other in every if other.where.startswith(UNSEEN))
    seen = sum(_support(one, other) for other in every if not other.where.startswith(UNSEEN))
    return min(unseen, MOST_UNSEEN) + seen


def _support(one: Candidate, other: Candidate) -> float:
    """How much a candidate speaks for the names of another."""
    mine, others = _keys(one), _keys(other)
    if mine == others or (one.where == "byline" and other.where in LONE and others < mine):
        return other.weight  # a lone name may be the first of several
    return 0.5 * other.weight * len(mine & others) / max(len(mine), len(others))


def _keys(candidate: Candidate) -> frozenset[str]:
    return frozenset(map(name_key, candidate.names))


def _candidates(facts: Facts) -> Iterator[Candidate]:
    sites = _sites(facts)
    merged: dict[tuple[str, float], list[Named]] = defaultdict(list)
    for said, weight in said_of(facts):
        merged[said.where, weight].append(said)
    for (where, weight), each in merged.items():
        read = whole_name if where.endswith(ORGANIZATION) else names_in
        names = tuple(dict.fromkeys(name for one in each for name in read(one.said)))
        names = tuple(name for name in names if _may_be_author(name, facts))
        if where in LONE:
            names = tuple(name for name in names if not _is_of_title(name, facts))
        persons = _persons(names, sites, is_body=where.endswith(ORGANIZATION))
        if persons or any(map(facts.is_in_lines, names)):
            share = 1.0 if persons else OF_SITE
            raw = "; ".join(dict.fromkeys(one.raw for one in each))
            place = where.removesuffix(ORGANIZATION)
            yield Candidate(persons or names, raw, place, weight * share)


def _persons(names: Sequence[str], sites: set[str], *, is_body: bool) -> tuple[str, ...]:
    """Names without the site's, which may read like a person's where it stands alone."""
    others = tuple(name for name in names if not _is_site(name, sites))
    if others or is_body:
        return others
    return tuple(name for name in names if looks_personal(name))


def _is_of_title(name: str, facts: Facts) -> bool:
    """Whether most words of a name are those of the title, or it is a part of the address."""
    words, title = t.words(name), set(t.words(facts.title))
    folders = map(t.match_key, urlsplit(facts.page.url or "").path.split("/")[:-1])
    return 2 * sum(word in title for word in words) > len(words) or t.match_key(name) in folders


def _is_site(name: str, sites: set[str]) -> bool:
    """Whether a name is that of the site, or most of it."""
    key = t.match_key(name)
    return key in sites or any(
        min(len(key), len(site)) > SHORT and (key in site or site in key) for site in sites
    )


def _may_be_author(name: str, facts: Facts) -> bool:
    """Whether a name is none of a role or a log-in that no reader sees."""
    if _ends_as_role(name) and not facts.is_in_lines(name):
        return False
    is_login = " " not in name and (name.islower() or any(map(str.isdigit, name)))
    return not (is_login or is_role(name)) or facts.is_in_lines(name)


def _ends_as_role(name: str) -> bool:
    """Whether a name ends as those of desks and accounts do: "Port Editorial Team"."""
    words = t.fold(name).split()
    ends = (" ".join(words[-count:]) for count in range(1, min(4, len(words))))
    return any(len(end) > SHORT_ROLE and end in wordings("byline", "label") for end in ends)


def _sites(facts: Facts) -> set[str]:
    """Letters and digits of the site's names."""
    said = [raw for raw, _ in (*facts.tags.meta("og:site_name"), *facts.json_texts("publisher"))]
    host = host_in(facts.page.url or "")
    labels = host.split(".")[-2:-1]
    return {t.match_key(each) for each in (*said, host, *labels)}
