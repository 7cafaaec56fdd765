"""The structure benchmark: what it wants of a page, and what counts as kept."""

from __future__ import annotations

from collections import Counter

from benchmarks import structure

PROSE = "The ferry was cancelled on Monday, the operator said in a statement to the islanders."
PAGE = {
    "url": "https://example.org/news/ferry",
    "truth": "\n".join(
        [
            "Ferry stays away",
            PROSE,
            "Read the timetable for all islands today.",
            "Bring water",
            "7:40",
        ]
    ),
    "html": f"""<nav><ul><li><a href="/">Bring water</a></li></ul></nav><main>
<h2>Ferry stays away</h2><p>{PROSE}</p>
<p>Read the <a href="/times">timetable</a> for all islands today.</p>
<ul><li>Bring water</li></ul><table><tr><td>7:40</td></tr></table>
<p><a href="/more">timetable</a> of another story</p></main>""",
}


def test_wanted_is_what_the_truth_says_within_the_articles_element() -> None:
    wanted = structure.wanted_of(PAGE)
    assert wanted == Counter(
        {
            ("headings", "ferrystaysaway"): 1,
            ("links", "timetable https://example.org/times"): 1,
            ("items", "bringwater"): 1,
            ("cells", "740"): 1,
        }
    )


def test_another_address_is_not_the_link() -> None:
    told = f'<p>{PROSE}</p><p>Read the <a href="/other">timetable</a> for all islands today.</p>'
    tree = structure.lxml_html.document_fromstring(told)
    found = Counter(structure.parts_of(tree, PAGE["url"]))
    assert not structure.wanted_of(PAGE) & found


def test_code_counts_by_its_lines() -> None:
    tree = structure.lxml_html.document_fromstring("<pre>a = 1\n\n  b = 2</pre>")
    assert list(structure.parts_of(tree, "")) == [("code", "a = 1"), ("code", "b = 2")]
