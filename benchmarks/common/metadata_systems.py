"""Readers of metadata: what each says of a page's title, author and dates."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from cleaner import clean

Page = dict[str, Any]


class Said(NamedTuple):
    """What a system says of a page; empty where it says nothing."""

    title: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    seconds: float = 0.0


def by_cleaner(page: Page) -> Said:
    cleaned = clean(page["html"], url=page.get("url"))
    start = time.process_time()
    known = cleaned.metadata
    spent = time.process_time() - start
    days = known.date or "", known.date_modified or ""
    return Said(cleaned.title, known.author or "", *days, spent)


def by_trafilatura(page: Page) -> Said:
    from trafilatura import extract_metadata

    known = extract_metadata(page["html"], default_url=page.get("url"))
    return Said(known.title or "", known.author or "", known.date or "")


def by_newspaper(page: Page) -> Said:
    import newspaper

    article = newspaper.Article(page.get("url") or "https://example.com/", fetch_images=False)
    article.download(input_html=page["html"])
    article.parse()
    return Said(article.title or "", "; ".join(article.authors), _day(article.publish_date))


def by_extruct(page: Page) -> Said:
    """The first item that states it; JSON-LD before microdata, and Open Graph for the title."""
    import extruct

    data = extruct.extract(
        page["html"], syntaxes=["json-ld", "microdata", "opengraph"], uniform=True, errors="ignore"
    )
    nested = [
        part
        for item in (*data["json-ld"], *data["microdata"])
        for part in (item, *(item.get("@graph") or ()))
        if isinstance(part, dict)
    ]
    heads = [*nested, *({"headline": each.get("og:title")} for each in data["opengraph"])]
    return Said(
        _first(heads, "headline"),
        _first(nested, "author"),
        _day(_first(nested, "datePublished")),
        _day(_first(nested, "dateModified")),
    )


def _day(value: object) -> str:
    return str(value or "")[:10]


def _first(items: Sequence[dict[str, Any]], name: str) -> str:
    for item in items:
        if text := "; ".join(_texts(item.get(name))):
            return text
    return ""


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    if isinstance(value, dict):
        return _texts(value.get("name"))
    return [value] if isinstance(value, str) else []


SYSTEMS: dict[str, Callable[[Page], Said]] = {
    "cleaner": by_cleaner,
    "trafilatura": by_trafilatura,
    "newspaper4k": by_newspaper,
    "extruct": by_extruct,
}
