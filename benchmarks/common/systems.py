"""The extractors that are compared, each as its own documentation says: a page in, text out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from trafilatura import extract

from cleaner import Options, clean

System = Callable[[dict[str, Any]], str]


def by_cleaner(page: dict[str, Any], *, fast: bool = False) -> str:
    return clean(page["html"], url=page.get("url"), options=Options(fast=fast)).text


def by_trafilatura(page: dict[str, Any], **options: bool) -> str:
    return extract(page["html"], include_comments=False, **options) or ""


def by_readability(page: dict[str, Any]) -> str:
    from lxml import html
    from readability import Document

    return str(html.fromstring(Document(page["html"]).summary()).text_content())


def by_resiliparse(page: dict[str, Any]) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page["html"], main_content=True))


def by_newspaper(page: dict[str, Any]) -> str:
    import newspaper

    url = page.get("url") or "https://example.com/"
    article = newspaper.Article(url, fetch_images=False)
    article.download(input_html=page["html"])
    article.parse()
    return str(article.text)


def by_goose(page: dict[str, Any]) -> str:
    from goose3 import Goose

    with Goose({"enable_image_fetching": False}) as goose:
        return str(goose.extract(raw_html=page["html"]).cleaned_text)


@cache
def _stop_words() -> frozenset[str]:
    """jusText's lists of all languages, since nobody says which a page is in."""
    import justext

    return frozenset().union(*map(justext.get_stoplist, justext.get_stoplists()))


def by_justext(page: dict[str, Any]) -> str:
    import justext

    paragraphs = justext.justext(page["html"].encode("utf-8"), _stop_words(), encoding="utf-8")
    return "\n\n".join(p.text for p in paragraphs if not p.is_boilerplate)


def by_boilerpy(page: dict[str, Any]) -> str:
    from boilerpy3.extractors import ArticleExtractor

    return str(ArticleExtractor(raise_on_failure=False).get_content(page["html"]))


SYSTEMS: dict[str, System] = {
    "cleaner": by_cleaner,
    "trafilatura": by_trafilatura,
    "trafilatura-precise": partial(by_trafilatura, favor_precision=True),
    "readability-lxml": by_readability,
    "resiliparse": by_resiliparse,
    "newspaper4k": by_newspaper,
    "goose3": by_goose,
    "justext": by_justext,
    "boilerpy3": by_boilerpy,
    "cleaner-fast": partial(by_cleaner, fast=True),
}


def text_of(name: str, page: dict[str, Any]) -> str:
    """What a system leaves of a page; nothing, where it raises."""
    try:
        return SYSTEMS[name](page)
    except Exception:  # a system that raises on a page has found nothing
        if name.startswith("cleaner"):
            raise
        return ""
