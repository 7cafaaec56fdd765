"""The layers of docs/architecture.md: a module imports only from its own line or from above it."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.cases import ROOT

PACKAGE = ROOT / "cleaner"
DOOR = frozenset({"__init__", "__main__", "moved", "ingest", "site_memory", "site_rules"})
"""What stands at the door: the package's face, and old names."""
MAX_ROOT_MODULES = 12


DOORS = {
    "click": "cli.",
    "rich": "cli.",
    "trafilatura": "extraction.",
    "jinja2": "html_report.report",
    "nh3": "html_report.sanitise",
    "ray": "integrations.ray",
    "pyspark": "integrations.spark",
    "datatrove": "integrations.datatrove",
    "scrapy": "integrations.scrapy",
    "langchain_core": "integrations.langchain",
    "haystack": "integrations.haystack",
}
"""Libraries, and the one place that imports each."""


def _modules() -> dict[str, Path]:
    files = PACKAGE.rglob("*.py")
    named = {".".join(f.relative_to(ROOT).with_suffix("").parts): f for f in files}
    return {name.removesuffix(".__init__"): file for name, file in named.items()}


MODULES = _modules()


def _layers() -> dict[str, int]:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    table = re.search(r"<!-- layers -->\n```\n(.*?)```", text, re.S)[1]
    rows = [row.split(" · ") for row in table.strip().split("\n")]
    return {name.strip(): level for level, row in enumerate(rows) for name in row}


LAYERS = _layers()


def _imports(file: Path) -> set[str]:
    """The modules of the package that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (names & MODULES.keys()) or {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & MODULES.keys()


IMPORTS = {name: _imports(file) - {name} for name, file in MODULES.items()}


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def test_every_room_stands_in_the_table() -> None:
    assert {_room(module) for module in MODULES} - DOOR == set(LAYERS)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_imports_only_from_above(module: str) -> None:
    room = _room(module)
    if room in DOOR:
        return
    others = {other for other in IMPORTS[module] if _room(other) not in (room, "__init__")}
    below = {other for other in others if LAYERS.get(_room(other), 99) >= LAYERS[room]}
    assert below == set()


def test_no_import_goes_round() -> None:
    TopologicalSorter(IMPORTS).prepare()


@pytest.mark.parametrize("library", DOORS)
def test_a_library_comes_in_at_one_door(library: str) -> None:
    imports = re.compile(rf"^\s*(?:from|import) {library}\b", re.M)
    users = {name for name, file in MODULES.items() if imports.search(file.read_text("utf-8"))}
    assert users
    assert {user for user in users if not user.startswith(f"cleaner.{DOORS[library]}")} == set()


def test_few_modules_stand_at_the_root() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= MAX_ROOT_MODULES
