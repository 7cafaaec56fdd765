"""One input: a source, an address, options; as plain data, so that a find can be run again."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from cleaner import Options
from cleaner.sites.memory import SiteMemory
from cleaner.sites.rules import SiteRules
from tests.cases import FIXTURES

MEMORY = FIXTURES / "residue" / "site-furniture.json"


@dataclass(frozen=True)
class Case:
    """settings: of Options by name; `rules` as TOML, `site_memory` as whether the fixture's."""

    source: bytes | str
    url: str | None = None
    settings: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def options(self) -> Options:
        plain = {n: v for n, v in self.settings.items() if n not in ("rules", "site_memory")}
        rules, memory = self.settings.get("rules"), self.settings.get("site_memory")
        return Options(
            **plain,
            rules=SiteRules.from_text(rules) if rules else None,
            site_memory=SiteMemory.read(MEMORY) if memory else None,
        )

    def write(self, path: Path, told: str) -> None:
        """Write it so that `read` and a person can read it; told: what is wrong with it."""
        plain = {"told": told, "url": self.url, "settings": self.settings}
        if isinstance(self.source, bytes):
            plain["bytes"] = base64.b64encode(self.source).decode()
        else:
            plain["text"] = self.source
        path.write_text(json.dumps(plain, indent=1), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Case:
        plain = json.loads(path.read_text(encoding="utf-8"))
        source = base64.b64decode(plain["bytes"]) if "bytes" in plain else plain["text"]
        return cls(source, plain["url"], plain["settings"])
