"""Pages that were parsed already, as markup again: trees of lxml, soups of BeautifulSoup."""

from __future__ import annotations

import sys

from lxml import etree


def markup_of(source: object) -> str | None:
    """The HTML of a tree or soup, which stays as it is; None for anything else."""
    if isinstance(source, (etree._Element, etree._ElementTree)):
        return str(etree.tostring(source, encoding="unicode", method="html", with_tail=False))
    soups = sys.modules.get("bs4.element")  # who has a soup has imported it
    return str(source) if soups and isinstance(source, soups.Tag) else None
