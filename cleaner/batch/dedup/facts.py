"""What copies of a story are told by, as plain data: the column `signature` of a row."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from cleaner.batch.dedup.origin import Origin, origin_of
from cleaner.batch.dedup.signatures import signature
from cleaner.result import Cleaned
from cleaner.text.word_count import word_count


def facts_of(cleaned: Cleaned) -> dict[str, Any] | None:
    """What to know of an article to compare it with others; None for what is none."""
    return facts(cleaned.text, origin_of(cleaned)) if cleaned.outcome.is_article else None


def facts(text: str, origin: Origin) -> dict[str, Any]:
    """The same of an article's text and of what its page says of its origin."""
    return {
        "sketch": b64encode(signature(text)).decode(),
        "words": word_count(text),
        "canonical": origin.canonical,
        "published": origin.published,
        "publisher": origin.publisher,
    }
