"""Formulas in a line: as TeX between dollar signs where the page says it so, else as signs."""

from __future__ import annotations

import re

from cleaner.reading.line import Element

_STYLE = re.compile(r"\A\s*\{\s*\\(?:display|text)style\s(.*)\}\s*\Z", re.S)
_TEX_SCRIPT = "math/tex"


def formula_of(element: Element) -> str | None:
    """The formula that an element is or hides; None where it is none.

    It is `<math>`, a script of MathJax, or an element that hides `<math>` for who cannot see.
    """
    if element.tag == "script":
        is_tex = (element.get("type") or "").startswith(_TEX_SCRIPT)
        return _tex(element.text or "") if is_tex else None
    math = element if element.tag == "math" else next(element.iter("math"), None)
    return None if math is None else _read(math)


def _read(math: Element) -> str:
    annotations = (a for a in math.iter("annotation") if "tex" in (a.get("encoding") or ""))
    tex = next((a.text for a in annotations if a.text), math.get("alttext") or "")
    return _tex(tex) if tex else "".join(math.itertext())


def _tex(formula: str) -> str:
    bare = _STYLE.match(formula)
    return f"${(bare[1] if bare else formula).strip()}$"
