"""What `cleaner rules` does: check files of rules, and make some of site configurations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import click

from cleaner.cli.say import printable, say, visible
from cleaner.files import BadInput, read_input, write_output
from cleaner.sites.rules.ftr import Converted, convert, joined
from cleaner.sites.rules.rule import RulesError, Site
from cleaner.sites.rules.rules import SiteRules

SKIPPED = 1
WRONG = 2


def check(names: Iterable[str]) -> int:
    """Say of each file what is wrong, or which hosts it has rules for; the exit status."""
    status = 0
    for name in names:
        try:
            rules = SiteRules.read(name)
        except RulesError as error:
            click.echo(visible(str(error)), err=True)
            status = WRONG
        else:
            click.echo("\n".join(_summary(name, rules)))
    return status


def _summary(name: str, rules: SiteRules) -> Iterator[str]:
    count = sum(len(site.rules) for site in rules.sites)
    yield f"{printable(name)}: {_many(len(rules.sites), 'site')}, {_many(count, 'rule')}"
    for site in rules.sites:
        counts = Counter(rule.key for rule in site.rules)
        told = ", ".join(f"{key} {n}" for key, n in counts.items())
        yield f"  {_hosts(site)}: {told}"


def _hosts(site: Site) -> str:
    return ", ".join(site.hosts) + ("" if site.subdomains else " (no subdomains)")


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"


def convert_files(names: Iterable[str], output: str, *, quiet: bool = False) -> int:
    """Write configurations as one file of rules; the exit status.

    quiet: do not say what each became, only what was skipped.
    """
    converted: list[Converted] = []
    status = 0
    for name in names:
        try:
            site = convert(read_input(name).decode("utf-8", "replace"), name)
        except (BadInput, ValueError) as error:
            say(f"{name}: skipped: {error}")
            status = SKIPPED
            continue
        converted.append(site)
        if not quiet:
            say(f"{name}: {_became(site)}")
    text = joined(converted)
    if any(site.rules for site in converted):
        SiteRules.from_text(text, output)
    write_output(output, text)
    return status


def _became(site: Converted) -> str:
    missing = len(site.unsupported)
    told = f"; {_many(missing, 'directive')} not supported, in comments" if missing else ""
    return f"{_many(site.count, 'rule')}{told}"
