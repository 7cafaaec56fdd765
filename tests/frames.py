"""Frames of pages: what stands around an article, with a place for it."""

from __future__ import annotations

from functools import cache

from tests.cases import FIXTURES, Case

FOLDER = FIXTURES / "frames"
FRAMES = sorted(path.stem for path in FOLDER.glob("*.html"))


@cache
def _frame(name: str) -> str:
    return (FOLDER / f"{name}.html").read_text(encoding="utf-8")


def framed(case: Case, name: str) -> str:
    """The case as the article of a whole page; its name is the headline."""
    inner = case.html.partition(">")[2].rpartition("</article>")[0]
    values = {"LANGUAGE": case.language, "TITLE": headline(case), "ARTICLE": inner}
    page = _frame(name)
    for key, value in values.items():
        page = page.replace("{{" + key + "}}", value)
    return page


def headline(case: Case) -> str:
    """The headline of a case: its name without that of its file."""
    return case.name.partition(": ")[2]
