"""A guess at a date, where a page states none: htmldate's (https://htmldate.readthedocs.io)."""

from __future__ import annotations

from lxml import html as lxml_html

from cleaner.reading.page import parse


def guessed_date(page: str, url: str | None) -> str | None:
    """The day on which a page was published, in ISO 8601, as its markup lets one guess.

    page: HTML. Texts of all sorts that hold a date are not searched. None where there is no guess;
    may raise what htmldate raises.
    """
    from htmldate import find_date  # nobody else pays for it

    tree = parse(page, lxml_html.HTMLParser)
    found = find_date(tree, url=url, original_date=True, extensive_search=False)
    return found if isinstance(found, str) else None
