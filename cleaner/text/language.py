"""Which language an article is in: what the page declares, and what its words say."""

from __future__ import annotations

from resiliparse.parse.lang import detect_fast

from cleaner.text.lexicon import LANGUAGES

SAMPLE = 4000
UNSURE = 1000
"""resiliparse's out-of-place score from which a guess is not worth having."""
_ALIASES = {"in": "id", "iw": "he", "nb": "no", "nn": "no"}


def primary(tag: str | None) -> str:
    """The primary subtag of a language tag, lower-case.

    >>> primary("zh-Hant_TW"), primary(None)
    ('zh', '')
    """
    code = (tag or "").strip().lower().replace("_", "-").split("-")[0]
    return _ALIASES.get(code, code) if code.isalpha() and len(code) in (2, 3) else ""


def detect(text: str) -> str:
    """The language of a text as an ISO 639-1 code; empty where its words do not tell."""
    sample = text[:SAMPLE]
    if len(sample) < 40:
        return ""
    language, score = detect_fast(sample)
    return "" if language == "unknown" or score > UNSURE else primary(language)


def languages(declared: str, detected: str) -> frozenset[str]:
    """The languages whose lists apply: English residue is met everywhere; all, where unknown."""
    known = {code for code in (declared, detected) if code}
    return frozenset(known | {"en"}) if known else frozenset(LANGUAGES)
