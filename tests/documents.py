"""What tests read of the documents: fences by language, commands, Python examples, headings."""

from __future__ import annotations

import doctest
import re
from functools import cached_property

from tests.cases import ROOT

FENCE = re.compile(r"^[ ]*```(\w+)\n(.*?)^[ ]*```$", re.M | re.S)


class Document:
    """A Markdown file of this repository."""

    def __init__(self, name: str) -> None:
        self.name, self.path = name, ROOT / name

    def __repr__(self) -> str:
        return self.name

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def fences(self) -> list[tuple[str, str]]:
        return FENCE.findall(self.text)

    def code(self, language: str) -> list[str]:
        return [code for name, code in self.fences if name == language]

    @cached_property
    def commands(self) -> list[str]:
        """The commands of its shell examples, each side of a pipe or `&&` by itself."""
        return [
            command.strip()
            for code in self.code("sh")
            for line in code.splitlines()
            for command in re.split(r"&&|\|", line.split(" #")[0])
            if command.strip() and not command.startswith("#")
        ]

    def commands_of(self, program: str) -> list[str]:
        return [command for command in self.commands if command.split()[0] == program]

    def run_examples(self) -> tuple[str, int]:
        """What is wrong with its Python examples, run in one namespace, and how many there are."""
        code = "".join(code for code in self.code("python") if code.startswith(">>>"))
        examples = doctest.DocTestParser().get_doctest(code, {}, self.name, self.name, 0)
        said: list[str] = []
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=said.append)
        return "".join(said), len(examples.examples)

    @cached_property
    def anchors(self) -> set[str]:
        """The headings as GitHub links to them."""
        text = FENCE.sub("", self.text)
        return {anchor(heading) for heading in re.findall(r"^#+ (.+)$", text, re.M)}

    @cached_property
    def links(self) -> list[str]:
        """Targets of its links to other files of the repository, and to headings."""
        targets = re.findall(r"\]\(([^()\s]+)\)", FENCE.sub("", self.text))
        return [target for target in targets if not re.match(r"https?:|mailto:", target)]


def anchor(heading: str) -> str:
    """A heading's anchor: lower case, punctuation gone, spaces as hyphens."""
    heading = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", heading).replace(" ", "-")


README = Document("README.md")
DOCUMENTS = [
    README,
    *map(Document, ("CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md")),
    Document("training/README.md"),
    *(Document(f"docs/{path.name}") for path in sorted((ROOT / "docs").glob("*.md"))),
]
BY_NAME = {document.name: document for document in DOCUMENTS}
