"""The structure benchmark: what it wants of a page, and what counts as kept."""

from __future__ import annotations

from collections import Counter

from benchmarks import structure
from benchmarks.common import page_images

PROSE = "The ferry was cancelled on Monday, the operator said in a statement to the islanders."
PAGE = {
    "url": "https://example.org/news/ferry",
    "truth": "\n".join(
        [
            "Ferry stays away",
            PROSE,
            "Read the timetable for all islands today.",
            "Bring water",
            "Ferry 7:40",
        ]
    ),
    "html": f"""<nav><ul><li><a href="/">Bring water</a></li></ul></nav><main>
<h2>Ferry stays away</h2><p>{PROSE}</p>
<p>Read the <a href="/times">timetable</a> for all islands today.</p>
<ul><li>Bring water</li></ul>
<table><tr><td>Ferry</td><td>7:40</td></tr><tr><td>7:40</td></tr></table>
<p><a href="/more">timetable</a> of another story</p></main>""",
}


def test_wanted_is_what_the_truth_says_within_the_articles_element() -> None:
    assert structure.wanted_of(PAGE).parts == Counter(
        {
            ("headings", "ferrystaysaway"): 1,
            ("links", "timetable https://example.org/times"): 1,
            ("items", "bringwater"): 1,
            ("cells", "ferry"): 1,
            ("cells", "740"): 1,
        }
    )


def test_another_address_is_not_the_link() -> None:
    told = f'<p>{PROSE}</p><p>Read the <a href="/other">timetable</a> for all islands today.</p>'
    tree = structure.lxml_html.document_fromstring(told)
    found = Counter(structure.parts_of(tree, PAGE["url"]))
    assert not structure.wanted_of(PAGE).parts & found


def test_code_counts_by_its_lines() -> None:
    tree = structure.lxml_html.document_fromstring("<pre>a = 1\n\n  b = 2</pre>")
    assert list(structure.parts_of(tree, "")) == [("code", "a = 1"), ("code", "b = 2")]


def test_pictures_beside_the_articles_text_are_wanted_by_any_of_their_addresses() -> None:
    more = "No boat leaves the harbour before Thursday at noon, she said."
    html = f"""<main><img src="/logo.png" width="1"><img data-src="/ferry.jpg" src="/wait.gif">
<p>{PROSE}</p><p>{more}</p><aside>Seven other stories from this week</aside><img src="/ad.jpg">
<p>Seven more stories from the islands of the north</p></main>"""
    page = PAGE | {"html": html, "truth": f"{PROSE}\n{more}"}
    ferry = {"https://example.org/ferry.jpg", "https://example.org/wait.gif"}
    wanted = structure.wanted_of(page)
    assert wanted.pictures == [ferry]
    told = structure.lxml_html.document_fromstring('<img src="/wait.gif">')
    assert page_images.kept(told, wanted.pictures, PAGE["url"]) == 1
    assert page_images.kept(told, [frozenset({"/ad.jpg"})], PAGE["url"]) == 0
