"""A recorded page: a folder with the page, the article it should give, and what should go."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleaner.files import PAGE_ENDINGS, BadInput
from cleaner.options import OptionsError
from cleaner.regressions.reading import Reading, read
from cleaner.regressions.settings import SETTINGS, Settings, SettingsError
from cleaner.text.words import collapse_space

ARTICLE = "article.md"
REPORT = "report.json"
LEAKS = "known_leaks.txt"


class BrokenCase(Exception):
    """A recorded page that cannot be checked; the message names the file, and the place in it."""


@dataclass(frozen=True)
class Case:
    """The folder of one recorded page. What it gives is read anew each time.

    Everything raises BrokenCase where a file is missing, damaged or may not be read.
    """

    folder: Path

    @property
    def slug(self) -> str:
        """The name of its folder."""
        return self.folder.name or self.folder.resolve().name

    def page(self) -> Path:
        """Its page: page.html, page.txt or another ending of a page."""
        found = pages_in(self.folder)
        if len(found) != 1:
            names = ", ".join(path.name for path in found)
            raise BrokenCase(f"two pages: {names}" if found else "no page.html and no page.txt")
        return found[0]

    def source(self) -> bytes:
        """The page's bytes."""
        return _bytes(self.page())

    def article(self) -> Reading:
        """The expected article."""
        return read(self.article_text())

    def article_text(self) -> str:
        """The expected article as it is written."""
        return self._text(ARTICLE, "`cleaner accept` writes it from what the page gives now")

    def leaks(self) -> frozenset[str]:
        """Lines that still leak into the article and are to be passed over."""
        if not (self.folder / LEAKS).exists():
            return frozenset()
        return frozenset(filter(None, map(collapse_space, self._text(LEAKS).splitlines())))

    def report(self) -> dict[str, Any]:
        """The expected outcome, and what should be stripped and why."""
        text = self._text(REPORT, "`cleaner accept` writes it")
        try:
            found = json.loads(text)
        except ValueError as error:
            raise BrokenCase(f"{REPORT} is not JSON: {error}") from error
        except RecursionError:
            raise BrokenCase(f"{REPORT} is not a report: nested too deeply") from None
        if fault := _misfit(found):
            raise BrokenCase(f"{REPORT}: {fault}")
        return dict(found)

    def settings(self) -> Settings:
        """How its page is to be cleaned."""
        if not (self.folder / SETTINGS).exists():
            return Settings()
        try:
            return Settings.read(self._text(SETTINGS), self.folder)
        except (SettingsError, OptionsError) as error:
            raise BrokenCase(f"{SETTINGS}: {error}") from error

    def _text(self, name: str, hint: str = "") -> str:
        path = self.folder / name
        if not path.exists():
            raise BrokenCase(f"no {name}" + (f"; {hint}" if hint else ""))
        try:
            return _bytes(path).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise BrokenCase(f"{name} is not UTF-8, from byte {error.start} on") from error


def cases(folder: str | Path) -> list[Case]:
    """The recorded pages of a folder, by name; of a folder that is one itself, that one.

    Each folder in it is one, whether or not it is whole; those whose names begin with "." or "__"
    are not. Raises BadInput where there is none.
    """
    at = Path(folder)
    if not at.is_dir():
        raise BadInput(f"{folder}: {'not a folder' if at.exists() else 'no such folder'}")
    if is_case(at):
        return [Case(at)]
    try:
        found = [path for path in sorted(at.iterdir()) if path.is_dir()]
    except OSError as error:
        raise BadInput(f"{folder}: cannot be read: {error.strerror}") from error
    inside = [Case(path) for path in found if not path.name.startswith((".", "__"))]
    if not inside:
        raise BadInput(f"{folder}: no recorded page; `cleaner accept PAGE --into` it records one")
    return inside


def is_case(folder: Path) -> bool:
    """Whether a folder is that of a page, recorded or still to be."""
    return is_recorded(folder) or bool(pages_in(folder))


def is_recorded(folder: Path) -> bool:
    """Whether a folder is that of a recorded page, whole or not."""
    return any((folder / name).is_file() for name in (ARTICLE, REPORT))


def pages_in(folder: Path) -> list[Path]:
    """The files of a folder that are its page: more than one is one too many."""
    try:
        found = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError:
        return []
    return [p for p in found if p.stem.lower() == "page" and p.suffix.lower() in PAGE_ENDINGS]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BrokenCase(f"{path.name} cannot be read: {error.strerror}") from error


def _misfit(report: object) -> str:
    """What a report lacks of its form; nothing where it lacks nothing."""
    if not isinstance(report, dict) or not isinstance(report.get("outcome"), str):
        return "no outcome"
    stripped = report.get("stripped")
    if not isinstance(stripped, list):
        return "no list of what is stripped"
    return next((fault for n, entry in enumerate(stripped, 1) if (fault := _lack(n, entry))), "")


def _lack(n: int, entry: object) -> str:
    forms: dict[str, Callable[[Any], bool]] = {
        **dict.fromkeys(("kind", "because", "text"), lambda value: isinstance(value, str)),
        "block": lambda value: isinstance(value, int),
        "span": lambda value: isinstance(value, list) and [type(at) for at in value] == [int, int],
    }
    if not isinstance(entry, dict):
        return f"entry {n} of what is stripped is not an object"
    wrong = next((name for name, fits in forms.items() if not fits(entry.get(name))), "")
    return f"entry {n} of what is stripped has no {wrong}, or none that can be" if wrong else ""
