"""A file of rules, read and checked: every problem is told with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from cleaner.sites.rules.hosts import ascii_host, problem_of
from cleaner.sites.rules.lines import Table, tables_of
from cleaner.sites.rules.rule import SELECTORS, TEXTS, Rule, RulesError, Site
from cleaner.sites.rules.selector import SelectorError

RULES = (*SELECTORS, *TEXTS)
KEYS = ("host", "subdomains", *RULES)
DEEPEST = 32
"""Brackets within brackets; a list of strings under a table needs three."""
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def sites_of(text: str, name: str) -> tuple[Site, ...]:
    """The sites of a TOML text. Raises RulesError with all that is wrong."""
    return _Reader(text, name).sites()


class _Reader:
    """Reads one file; problems are collected and raised together."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.file = Path(name).name
        self.problems: list[tuple[int, str]] = []
        self.seen: dict[tuple[str, bool], int] = {}

    def sites(self) -> tuple[Site, ...]:
        tables, data = self.tables()
        top, headers = tables[0], [table for table in tables[1:] if table.name == "site"]
        sites: list[Site] = []
        for key in data.keys() - {"site"}:
            line = next((n.line for n in tables[1:] if n.name.split(".")[0] == key), 1)
            self.unknown(key, ("site",), top.keys[key].line if key in top.keys else line)
        given = data.get("site")
        if not isinstance(given, list) or len(given) != len(headers):
            self.wrong(top.line_of("site"), "write each site under a line [[site]] of its own")
        elif not self.problems:
            sites = [self.site(each, at) for each, at in zip(given, headers, strict=True)]
        self.conclude()
        return tuple(sites)

    def tables(self) -> tuple[list[Table], dict[str, Any]]:
        try:
            data = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            place = _PLACE.search(str(error))
            line = int(place[1]) if place and place[1] else self.text.rstrip().count("\n") + 1
            column = f" at column {place[2]}" if place and place[2] else ""
            self.wrong(line, f"no TOML: {_PLACE.sub('', str(error))}{column}")
            self.conclude()
            raise
        except RecursionError:
            self.wrong(_deep_line(self.text), "nested too deeply")
            self.conclude()
            raise
        return tables_of(self.text.replace("\r\n", "\n")), data

    def wrong(self, line: int, message: str) -> None:
        self.problems.append((line, message))

    def unknown(self, key: str, known: tuple[str, ...], line: int) -> None:
        near = get_close_matches(key, known, 1, 0.5)
        meant = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
        self.wrong(line, f"unknown key {key}; {meant}")

    def conclude(self) -> None:
        if self.problems:
            told = sorted(self.problems, key=lambda problem: problem[0])
            raise RulesError(f"{self.name}:{line}: {message}" for line, message in told)

    def site(self, given: dict[str, Any], at: Table) -> Site:
        unknown = given.keys() - {*KEYS}
        for key in unknown:
            self.unknown(key, KEYS, at.line_of(key))
        subdomains = given.get("subdomains", True)
        if not isinstance(subdomains, bool):
            self.wrong(at.line_of("subdomains"), "subdomains: write true or false")
        hosts = tuple(self.hosts(given, at, subdomains=bool(subdomains)))
        rules = tuple(rule for key in RULES for rule in self.rules(given, key, at))
        if not unknown and not given.keys() & {*RULES}:
            self.wrong(at.line, f"a site without a rule; give one of {', '.join(RULES)}")
        return Site(hosts, rules, bool(subdomains))

    def hosts(self, given: dict[str, Any], at: Table, *, subdomains: bool) -> Iterator[str]:
        if "host" not in given:
            self.wrong(at.line, 'a site without a host; write host = "example.com", or "*"')
        for host, line in self.strings(given, "host", at):
            if problem := problem_of(host):
                self.wrong(line, problem)
                continue
            name = ascii_host(host)
            if (first := self.seen.get((name, subdomains))) is not None:
                self.wrong(line, f"host {name} has its rules at line {first} already")
            self.seen[name, subdomains] = line
            yield name

    def strings(self, given: dict[str, Any], key: str, at: Table) -> Iterator[tuple[str, int]]:
        """The strings of a key with their lines: one, or a list of them."""
        value = given.get(key, [])
        values = value if isinstance(value, list) else [value]
        if key in given and not values:
            self.wrong(at.line_of(key), f"{key}: there is nothing in it")
        for number, each in enumerate(values):
            line = at.line_of(key, number)
            if not isinstance(each, str):
                self.wrong(line, f"{key}: takes a string or a list of strings, not {_named(each)}")
            else:
                yield each, line

    def rules(self, given: dict[str, Any], key: str, at: Table) -> Iterator[Rule]:
        for written, line in self.strings(given, key, at):
            rule = Rule(key, written, self.file, line)
            try:
                check(rule)
            except ValueError as error:
                self.wrong(line, f"{rule.said}: {error}")
            yield rule


def check(rule: Rule) -> None:
    """See that a rule can be carried out. Raises ValueError with what is wrong."""
    if rule.key in TEXTS:
        _ = rule.wording
    elif not rule.selector.gives_elements and rule.key != "title":
        raise SelectorError(f"selects no elements, which {rule.key} takes")


def _deep_line(text: str) -> int:
    """The first line at which more is open than any rule needs; the last where none is."""
    opened = 0
    lines = text.rstrip().split("\n")
    for number, line in enumerate(lines, 1):
        opened += sum(map(line.count, "[{"))
        if opened > DEEPEST:
            return number
        opened -= sum(map(line.count, "]}"))
    return len(lines)


def _named(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", dict: "a table"}
    return names.get(type(value), "a list" if isinstance(value, list) else "a date")
