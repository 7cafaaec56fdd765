"""Formulas in a line: as TeX between dollar signs where the page says it so, else as signs."""

from __future__ import annotations

import re

from cleaner.reading.line import Element
from cleaner.text.regex import regex

_STYLE = regex(r"\A\s*\{\s*\\(?:display|text)style\s(.*)\}\s*\Z", re.S)
_TEX_SCRIPT = "math/tex"
_IMAGES = frozenset(["tex", "latex", "mwe-math-fallback-image-inline"])
_IMAGES |= {"mwe-math-fallback-image-display"}
HOLD_FORMULAS = frozenset(["math", "script", "img"])
"""Elements that are a formula, if they say so."""


def formula_of(element: Element) -> str | None:
    """The formula that an element is or hides; None where it is none.

    It is `<math>`, a script of MathJax, a picture of one, or an element that hides `<math>` for who
    cannot see.
    """
    if element.tag == "img":
        return _pictured(element)
    if element.tag == "script":
        is_tex = (element.get("type") or "").startswith(_TEX_SCRIPT)
        return _tex(element.text or "") if is_tex else None
    math = element if element.tag == "math" else next(element.iter("math"), None)
    return None if math is None else _read(math)


def _pictured(image: Element) -> str | None:
    """The formula that a picture shows, if no `<math>` before it says the same."""
    before = image.getprevious()
    is_beside = before is not None and not (before.tail or "").strip()
    is_said = is_beside and next(before.iter("math"), None) is not None
    is_formula = not _IMAGES.isdisjoint((image.get("class") or "").split())
    alt = (image.get("alt") or "").strip(" $")
    return _tex(alt) if alt and is_formula and not is_said else None


def is_shown_formula(element: Element) -> bool:
    """Whether an element draws a formula of which the TeX stands beside it."""
    names = element.get("class") or ""
    if names == "katex-html":
        return element.getprevious() is not None
    after = element.getnext() if names.startswith("MathJax") else None
    return after is not None and (after.get("type") or "").startswith(_TEX_SCRIPT)


def _read(math: Element) -> str:
    annotations = (a for a in math.iter("annotation") if "tex" in (a.get("encoding") or ""))
    tex = next((a.text for a in annotations if a.text), math.get("alttext") or "")
    return _tex(tex) if tex else "".join(math.itertext())


def _tex(formula: str) -> str:
    bare = _STYLE.match(formula)
    return f"${(bare[1] if bare else formula).strip()}$"
