"""Systems that say the article of a page as HTML; what is not installed raises ImportError.

Each takes a page of a dataset, and whether its pictures are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cleaner import Options, clean

Page = dict[str, Any]


def by_cleaner(page: Page, pictures: bool) -> str:
    return clean(page["html"], url=page.get("url"), options=Options(include_images=pictures)).html


def by_trafilatura(page: Page, pictures: bool) -> str:
    from trafilatura import extract

    told = extract(
        page["html"],
        url=page.get("url"),
        output_format="html",
        include_comments=False,
        include_links=True,
        include_formatting=True,
        include_tables=True,
        include_images=pictures,
    )
    return told or ""


def by_readability(page: Page, _pictures: bool) -> str:
    from readability import Document

    return str(Document(page["html"], url=page.get("url")).summary(html_partial=True))


def by_markdownify(page: Page, pictures: bool) -> str:
    from markdown_it import MarkdownIt
    from markdownify import markdownify

    return str(
        MarkdownIt("commonmark").enable("table").render(markdownify(by_readability(page, pictures)))
    )


SYSTEMS: dict[str, Callable[[Page, bool], str]] = {
    "cleaner": by_cleaner,
    "trafilatura": by_trafilatura,
    "readability-lxml": by_readability,
    "markdownify": by_markdownify,
}
