"""The laws that hold for any input, as checks of one result."""

from __future__ import annotations

import json
from collections import Counter

from cleaner import Action, Cleaned, Options, kinds, pipeline, restore
from cleaner.decision import decide
from cleaner.document.article import Article
from cleaner.document.finding import Finding
from cleaner.reading import page as pages
from cleaner.rendering.formats.text import render as as_text
from cleaner.text.words import words


def extraction(
    source: bytes | str,
    options: Options = Options(),  # noqa: B008
    url: str | None = None,
) -> Article:
    page = pages.read(source, url=url, settings=options.reading)
    rules = pipeline.rules_on(page, options.rules)
    return pipeline.article_of(page, rules)[0]


def any_order(article: Article) -> None:
    found = [f.but(kind=k.name) for k in kinds().values() for f in k.find(article)]
    forward = decide(article, found)
    backward = decide(article, list(reversed(found)))
    assert forward == backward


def nothing_disappears(
    source: bytes | str,
    cleaned: Cleaned,
    options: Options = Options(),  # noqa: B008
) -> None:
    accounted(extraction(source, options), cleaned)


def accounted(article: Article, cleaned: Cleaned) -> None:
    before = Counter(w for block in article for w in words(block.text))
    kept = Counter(w for block in cleaned.blocks for w in words(block.text))
    gone = Counter(
        w for f in cleaned.findings if f.action is Action.STRIPPED for w in words(f.text)
    )
    assert sum((kept + gone - before).values()) <= _cut_words(cleaned)
    assert sum((before - kept - gone).values()) <= _cut_words(cleaned)


def _cut_words(cleaned: Cleaned) -> int:
    """A span that ends inside a word makes two of it: at most two for each such span."""
    return 2 * sum(not _at_words(f) for f in cleaned.findings if f.action is Action.STRIPPED)


def _at_words(f: Finding) -> bool:
    text = f.block.text
    left = f.start == 0 or not (text[f.start - 1].isalnum() and text[f.start].isalnum())
    right = f.end == len(text) or not (text[f.end - 1].isalnum() and text[f.end].isalnum())
    return left and right


def gives_back(
    source: bytes | str,
    cleaned: Cleaned,
    options: Options = Options(),  # noqa: B008
) -> None:
    before = as_text(extraction(source, options).blocks) if cleaned.outcome.why != "empty" else ""
    assert cleaned.restore() == before
    assert restore(json.loads(cleaned.to_json())) == before
