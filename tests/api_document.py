"""docs/api.md, made from the source: `python -m tests.api_document > docs/api.md`.

Modules are parsed, not imported: no engine of an integration needs to be installed.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
MODULES = (
    "cleaner",
    "cleaner.batch",
    "cleaner.sites.rules",
    "cleaner.sites.memory",
    "cleaner.learn",
    "cleaner.regressions",
    "cleaner.html_report",
    "cleaner.integrations.table",
    "cleaner.integrations.ray",
    "cleaner.integrations.spark",
    "cleaner.integrations.datatrove",
    "cleaner.integrations.scrapy",
    "cleaner.integrations.langchain",
    "cleaner.integrations.haystack",
)
HEAD = """\
# API

Every public name with its signature and docstring. Made from the source by
`python -m tests.api_document > docs/api.md`; a test fails when it is out of date.
[library.md](library.md) and [batch.md](batch.md) introduce the main names.
"""


class Found(NamedTuple):
    """Where a name is defined, and the docstring that follows a constant."""

    node: ast.stmt
    doc: str


@cache
def parsed(module: str) -> ast.Module:
    """The source of a module of this repository."""
    path = ROOT / module.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))


def public(module: str) -> list[str]:
    """The names of `__all__`."""
    for node in parsed(module).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    raise LookupError(f"{module} has no __all__")


def found(module: str, name: str) -> Found:
    """The definition of a name, behind any number of imports. Raises LookupError."""
    nodes = [node for outer in parsed(module).body for node in (outer, *_typing_only(outer))]
    for node, after in zip(nodes, [*nodes[1:], None], strict=True):
        if isinstance(node, ast.ImportFrom) and name in {alias.name for alias in node.names}:
            return found(str(node.module), name)
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name:
            return Found(node, ast.get_docstring(node) or "")
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return Found(node, _said(after))
    raise LookupError(f"{module}.{name} is not defined")


def _typing_only(node: ast.stmt) -> list[ast.stmt]:
    """The imports below `if TYPE_CHECKING`."""
    is_one = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    return node.body if is_one and isinstance(node, ast.If) else []


def _said(node: ast.stmt | None) -> str:
    """A string that stands by itself behind what it describes."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return cleandoc(str(node.value.value))
    return ""


def signature(node: ast.FunctionDef, name: str = "") -> str:
    """A function as it is called, one argument a line where it is long."""
    arguments = ast.unparse(node.args)
    for own in ("self, ", "cls, "):
        arguments = arguments.removeprefix(own)
    arguments = "" if arguments in ("self", "cls") else arguments
    returns = f" -> {ast.unparse(node.returns)}" if node.returns and not name else ""
    line = f"{name or node.name}({arguments}){returns}"
    if len(line) <= 88:
        return line
    broken = ",\n    ".join(_arguments(node.args))
    return f"{name or node.name}(\n    {broken},\n){returns}"


def _arguments(arguments: ast.arguments) -> Iterator[str]:
    """The arguments one by one, as `ast.unparse` writes them."""
    depth, start, text = 0, 0, ast.unparse(arguments)
    for at, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and not depth:
            yield text[start:at].strip()
            start = at + 1
    yield from (each for each in [text[start:].strip()] if each)


def prose(doc: str) -> str:
    """A docstring as Markdown: examples are fenced."""
    paragraphs = doc.strip().split("\n\n")
    return "\n\n".join(
        f"```python\n{each}\n```" if each.startswith(">>>") else each for each in paragraphs
    )


def entry(module: str, name: str) -> Iterator[str]:
    """The section of a name."""
    node, doc = found(module, name)
    yield f"### `{name}`" if module == "cleaner" else f"### `{module}.{name}`"
    if isinstance(node, ast.FunctionDef):
        yield f"```text\n{signature(node)}\n```"
    elif isinstance(node, ast.Assign):
        yield f"```text\n{ast.unparse(node)}\n```"
    if doc:
        yield prose(doc)
    if isinstance(node, ast.ClassDef):
        yield from _of_class(node)


def _of_class(node: ast.ClassDef) -> Iterator[str]:
    """How a class is made, then its public attributes and methods."""
    rows = []
    for each, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            yield f"```text\n{signature(each, node.name)}\n```"
            yield prose(ast.get_docstring(each) or "")
        elif row := _member(each, after):
            rows.append("| {} | {} |".format(*(cell.replace("|", "\\|") for cell in row)))
    if rows:
        yield "\n".join(["| member | |", "|---|---|", *rows])


def _member(node: ast.stmt, after: ast.stmt | None) -> tuple[str, str] | None:
    """A member as code, and what is said of it; None for what is private."""
    if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
        said = " ".join((ast.get_docstring(node) or "").split())
        attribute = {ast.unparse(d) for d in node.decorator_list} & _AS_ATTRIBUTES
        returns = f": {ast.unparse(node.returns)}" if node.returns else ""
        return f"`{node.name}{returns}`" if attribute else f"`{signature(node)}`", said
    if isinstance(node, ast.AnnAssign) and not ast.unparse(node.target).startswith("_"):
        return f"`{ast.unparse(node)}`", " ".join(_said(after).split())
    if isinstance(node, ast.Assign) and not ast.unparse(node.targets[0]).startswith("_"):
        return f"`{ast.unparse(node)}`", " ".join(_said(after).split())
    return None


_AS_ATTRIBUTES = {"property", "cached_property", "lazy"}


def document() -> str:
    """The whole of docs/api.md."""
    sections = [HEAD.strip()]
    for module in MODULES:
        sections.append(f"## `{module}`")
        sections.append(prose(ast.get_docstring(parsed(module)) or ""))
        for name in public(module):
            sections += entry(module, name)
    return "\n\n".join(section for section in sections if section) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
