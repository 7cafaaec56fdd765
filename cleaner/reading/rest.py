"""The rest of an article of which a page shows the first paragraphs and its scripts hold all.

So do pages behind an offer to subscribe, and those that draw the rest when a reader scrolls.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.state import Part, least_letters, parts_in
from cleaner.reading.tree_nodes import text_within, texts
from cleaner.text.words import INVISIBLE, match_key

BEGINNING = 40
"""Letters by which a paragraph is looked for in a script."""
LEAST = 300
"""Letters of paragraphs that are a rest."""


def show_rest(tree: Element, seen: Iterable[Element]) -> bool:
    """Put what scripts hold of an article behind its paragraphs that a page shows; tells if it did.

    Only where all paragraphs up to one are seen, and none behind that one. seen: the first
    paragraphs of a page.
    """
    scripts = _scripts_with(tree, [(p.text or "").strip()[:BEGINNING] for p in seen])
    parts = parts_in(scripts) if scripts else []
    last = _last_seen(parts, match_key("".join(texts(tree)))) if parts else -1
    rest = parts[last + 1 :]
    if last < 0 or sum(len(p.text) for p in rest if _is_paragraph(p)) < LEAST:
        return False
    before = _shown(tree, parts[last].text)
    if before is None:
        return False
    for element in reversed(put_into(etree.Element("div"), rest)):
        before.addnext(element)
    return True


def put_into(around: Element, parts: Iterable[Part]) -> Element:
    """Append the elements of some parts to an element, items in lists; returns that element."""
    for part in parts:
        above = around
        if part.tag == "li":
            last = around[-1] if len(around) else None
            is_list = last is not None and last.tag == "ul"
            above = last if is_list else etree.SubElement(around, "ul")
        etree.SubElement(above, part.tag).text = INVISIBLE.sub("", part.text)
    return around


def _scripts_with(tree: Element, beginnings: Sequence[str]) -> list[str]:
    """The scripts that hold a text which begins so, as JSON may write it."""
    forms = {form for text in beginnings for form in (text, json.dumps(text)[1:-1])}
    held = (e.text or "" for e in tree.iter("script"))
    return [text for text in held if len(text) > LEAST and any(form in text for form in forms)]


def _last_seen(parts: Sequence[Part], page: str) -> int:
    """The last paragraph that a page shows, if it shows all before and none behind; else -1."""
    long = [i for i, part in enumerate(parts) if _is_paragraph(part)]
    shown = [match_key(parts[i].text)[:BEGINNING] in page for i in long]
    first_unseen = shown.index(False) if False in shown else 0
    return long[first_unseen - 1] if first_unseen and not any(shown[first_unseen:]) else -1


def _shown(tree: Element, text: str) -> Element | None:
    """The element of a page that shows a paragraph; None where several or none do."""
    most, key = 2 * len(text), match_key(text)
    found = [e for e in tree.iter("p") if match_key(text_within(e, most)) == key]
    return found[0] if len(found) == 1 else None


def _is_paragraph(part: Part) -> bool:
    return len(part.text) >= least_letters(part.text)
