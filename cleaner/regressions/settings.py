"""options.toml of a recorded page: how it is to be cleaned, by the names that `Options` has."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleaner.options import Options

if TYPE_CHECKING:
    from cleaner.sites.memory import SiteMemories, SiteMemory
    from cleaner.sites.rules import SiteRules

SETTINGS = "options.toml"
FILES = ("rules", "site_memory")
"""Settings that name files, as seen from the folder of the page."""


class SettingsError(ValueError):
    """A settings file that is no TOML, or has a name or value that cannot be."""


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _string(value: object) -> bool:
    return isinstance(value, str)


def _number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


NAMES: dict[str, tuple[str, Callable[[object], bool]]] = {
    "url": ("a string", _string),
    "keep": ("a list of kinds", _strings),
    "strip": ("a list of kinds", _strings),
    "source_kind": ("a string", _string),
    "charset": ("a string", _string),
    "max_bytes": ("a whole number", _number),
    "rules": ("a list of files", _strings),
    "site_memory": ("a string", _string),
}
"""What may stand in the file: `url`, and fields of Options; each with the form of its value."""


@dataclass(frozen=True)
class Settings:
    """The settings of a recorded page; none by default."""

    values: Mapping[str, Any] = field(default_factory=dict)
    folder: Path = Path()
    """From where names of files are seen."""

    @classmethod
    def read(cls, text: str, folder: Path = Path()) -> Settings:
        """From the text of a file. Raises SettingsError or OptionsError, naming what is wrong."""
        try:
            values = tomllib.loads(text)
        except ValueError as error:
            raise SettingsError(f"not TOML: {error}") from error
        except RecursionError:
            raise SettingsError("nested too deeply") from None
        if unknown := sorted(values.keys() - NAMES.keys()):
            raise SettingsError(f"unknown name {', '.join(unknown)}; valid are: {', '.join(NAMES)}")
        for name, value in values.items():
            form, fits = NAMES[name]
            if not fits(value):
                raise SettingsError(f"{name} must be {form}")
        settings = cls(values, folder)
        settings.options()
        return settings

    def at(self, folder: Path) -> Settings:
        """The same, as they are written in another folder."""
        values = dict(self.values)
        if self.rules:
            values["rules"] = [self._seen_from(folder, name) for name in self.rules]
        if self.site_memory:
            values["site_memory"] = self._seen_from(folder, self.site_memory)
        return Settings(values, folder)

    def _seen_from(self, folder: Path, name: str) -> str:
        return Path(os.path.relpath(self.folder / name, folder)).as_posix()

    @property
    def url(self) -> str | None:
        """Where the page came from."""
        return self.values.get("url")

    @property
    def rules(self) -> list[str]:
        """Files of rules for sites, as seen from `folder`."""
        return list(self.values.get("rules", ()))

    @property
    def site_memory(self) -> str | None:
        """The memory of a site, or a folder of them, as seen from `folder`."""
        return self.values.get("site_memory")

    def options(self) -> Options:
        """The options to clean the page with. Raises OptionsError or SettingsError."""
        plain = {name: v for name, v in self.values.items() if name not in ("url", *FILES)}
        return Options(**plain, rules=self._read_rules(), site_memory=self._read_memory())

    def _read_rules(self) -> SiteRules | None:
        if not self.rules:
            return None
        from cleaner.sites.rules import RulesError, SiteRules

        try:
            return SiteRules.read(*(self.folder / name for name in self.rules))
        except RulesError as error:
            raise SettingsError(f"rules: {error}") from error

    def _read_memory(self) -> SiteMemory | SiteMemories | None:
        if self.site_memory is None:
            return None
        from cleaner.sites.memory import SiteMemoryError, opened

        try:
            return opened(self.folder / self.site_memory)
        except SiteMemoryError as error:
            raise SettingsError(f"site_memory: {error}") from error

    def text(self) -> str:
        """As a file; empty where nothing is set."""
        return "".join(f"{name} = {_toml(value)}\n" for name, value in self.values.items())


def given(**values: object) -> Settings:
    """Settings of those options that were given on the command line."""
    lists = {name: list(v) if isinstance(v, tuple) else v for name, v in values.items()}
    return Settings({name: value for name, value in lists.items() if value})


def _toml(value: object) -> str:
    """A string, a list of strings or a number, as JSON writes it: TOML reads that alike."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
