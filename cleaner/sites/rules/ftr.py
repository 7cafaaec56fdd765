"""From a site configuration of Full-Text RSS (as Graby and wallabag read it) to rules in TOML.

Its directives `title`, `body`, `strip` and `strip_id_or_class` are rules here; all others become
comments, which name them, and are counted. Comments and test pages are carried over as comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cleaner.sites.rules.hosts import ANY, ascii_host, problem_of
from cleaner.sites.rules.read import check
from cleaner.sites.rules.rule import Rule
from cleaner.sites.rules.selector import PREFIX, is_xpath

TESTS = ("test_url", "test_contains")
"""Directives for whoever writes a configuration: nothing is lost without them."""
_ID = re.compile(r"(^|\|\s*)\s*id\(\s*(\"[^\"]*\"|'[^']*')\s*\)")
_COMMAND = re.compile(r"(?P<name>[a-z_]+)\s*(?P<argument>\(.*?\))?\s*:\s*(?P<value>.*)\Z", re.I)


@dataclass
class Converted:
    """One configuration as rules: its values by key, and what is told beside them."""

    host: str
    subdomains: bool
    source: str
    rules: dict[str, list[str]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    unsupported: list[str] = field(default_factory=list)
    """Directives that are no rules here, each with the reason in brackets where there is one."""

    @property
    def count(self) -> int:
        """How many rules there are."""
        return sum(map(len, self.rules.values()))

    def toml(self) -> str:
        """A `[[site]]` for a file of rules; comments alone where there is no rule."""
        lines = [f"# {self.source}", *(f"# {comment}" for comment in self.comments)]
        lines += [f"# not supported: {each}" for each in self.unsupported]
        if self.rules:
            lines += ["[[site]]", f"host = {quoted(self.host)}"]
            lines += [] if self.subdomains else ["subdomains = false"]
            lines += [line for key, values in self.rules.items() for line in _listed(key, values)]
        return "\n".join(lines) + "\n"


def host_of_file(name: str) -> tuple[str, bool]:
    """The host that a configuration is for, by the name of its file, and whether for subdomains.

    Raises ValueError where the name is no host's.

    >>> host_of_file("sites/.example.com.txt"), host_of_file("www.example.com.txt")
    (('example.com', True), ('example.com', False))
    """
    stem, ending = Path(name).name[:-4], Path(name).name[-4:]
    if stem == "global" and ending == ".txt":
        return ANY, True
    host = stem.removeprefix(".")
    named = "." in host and ending == ".txt" and not host.startswith("fingerprint.")
    if not named or problem_of(host):
        raise ValueError("its name is not HOST.txt, .HOST.txt or global.txt")
    return ascii_host(host), stem.startswith(".")


def convert(text: str, name: str) -> Converted:
    """A configuration as rules. Raises ValueError where its file's name tells no host."""
    result = Converted(*host_of_file(name), Path(name).name)
    for line in map(str.strip, text.lstrip("\ufeff").splitlines()):
        if line.startswith("#"):
            result.comments += [comment] if (comment := _printable(line.lstrip("# "))) else []
        elif line:
            _take(line, result)
    return result


def _take(line: str, result: Converted) -> None:
    command = _COMMAND.match(line)
    name = command["name"].lower() if command else ""
    if name in TESTS:
        result.comments.append(_printable(line))
        return
    found = None if command is None or command["argument"] else _rule(name, command["value"])
    if found is None:
        result.unsupported.append(_printable(line))
        return
    key, written = found
    try:
        check(Rule(key, written, name, 0))
    except ValueError as error:
        result.unsupported.append(_printable(f"{line} ({error})"))
        return
    values = result.rules.setdefault(key, [])
    values += [written] if written not in values else []


def _rule(name: str, value: str) -> tuple[str, str] | None:
    """The key and the value of a directive; None where there is no such rule here."""
    if name == "strip_id_or_class" and (part := re.sub("[\"']", "", value).strip()):
        if re.fullmatch(r"[\w -]+", part):
            return "strip", f'[class*="{part}"], [id*="{part}"]'
        return "strip", f'//*[contains(@class, "{part}") or contains(@id, "{part}")]'
    if name in ("title", "body", "strip"):
        path = _ID.sub(r"\1//*[@id=\2]", value)
        return name, path if is_xpath(path) else PREFIX + path
    return None


def _listed(key: str, values: list[str]) -> Iterator[str]:
    if len(values) == 1:
        yield f"{key} = {quoted(values[0])}"
        return
    yield f"{key} = ["
    yield from (f"  {quoted(value)}," for value in values)
    yield "]"


def quoted(text: str) -> str:
    r"""A string as TOML has it, as easy to read as it can be.

    >>> print(quoted('//div[@class="x"]'), quoted("it's"))
    '//div[@class="x"]' "it's"
    """
    if '"' not in text and "\\" not in text and text.isprintable():
        return f'"{text}"'
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in escaped) + '"'


def _printable(line: str) -> str:
    """A line for a TOML comment, where control characters may not stand."""
    return "".join(c if c.isprintable() else " " for c in line).strip()


def joined(sites: Iterator[Converted] | list[Converted]) -> str:
    """A file of rules of several configurations."""
    return "\n".join(site.toml() for site in sites)
