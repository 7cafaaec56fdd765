"""Spans in markup: each holds just what its block says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner import Options, clean
from cleaner.sites.rules import SiteRules
from tests.cases import ROOT
from tests.made import PROSE
from tests.spans.reread import at, check, folded, reread

LEAD = PROSE[0].rstrip(".")
REST = "".join(f"<p>{line}</p>" for line in PROSE[1:4])

CASES = {
    "references": f"<p>{LEAD} &amp; it&nbsp;won&#8217;t sail&hellip; till &#x4d;ay &copy2019.</p>",
    "a comment": f"<p>{LEAD} <!-- <p>no</p> --> and stays.</p>",
    "a script": f"<p>{LEAD} <script>var a = '<p>no</p>';</script>and stays.</p>",
    "lines": f"<p>{LEAD}.<br>It stays in the harbour.<br/>\n Nobody minds that.</p>",
    "marks": f"<p><b>{LEAD}</b>, <em>he <a href='/x'>said</a></em> again.</p>",
    "a list": f"<p>{LEAD}:</p><ul><li>One &lt;item&gt; of it</li><li><p>Two <b>more</b></p></ul>",
    "numbered by hand": f"<ul><li><i>1.</i> {LEAD}</li><li><i>2.</i> {PROSE[4]}</li></ul>",
    "code": f"<p>{LEAD}:</p><pre><code>a = 1\n\n  b &lt; 2\n</code></pre>",
    "CDATA": f"<p>{LEAD} <![CDATA[ not > this ]]> and more.</p>",
    "mis-nested": f"<p><b>{LEAD}<i> and</b> more</i> came.</div><p>Others <p>came {PROSE[4]}",
    "null bytes": f"\ufeff<p>{LEAD}\x00 and\x00 more.</p>",
    "quoted tags": f"<p title='<p>no</p>' class=\"a>b\">{LEAD} 3 < 4 and 5 > 2 </3> done.</p>",
    "soft hyphens": f"<p>{LEAD} on Donau<wbr>dampf&shy;schiff\u00ad und \u200bKahn.</p>",
    "upper case": f"<P>{LEAD} <B>and</B> <SCRIPT>no</SCRIPT>more.</P>",
    "ruby": f"<p>{LEAD} <ruby>at<rt>no</rt></ruby> sea.</p>",
    "php": f"<p>{LEAD} <?php echo 1 ?> and more.</p>",
    "a shadow root": f"<x-y><template shadowrootmode=open><p>{LEAD}.</p></template></x-y>",
    "a form": f"<p>{LEAD}</p><textarea><p>no</p></textarea><p>{PROSE[4]}</p>",
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize(
    "form", ["{}", "<html><head><title>No</title></head><body>{}</body></html>"]
)
def test_a_span_says_its_block(name: str, form: str) -> None:
    source = form.format(CASES[name] + REST)
    cleaned = clean(source)
    assert LEAD in cleaned.text
    check(source, cleaned)


def test_a_span_begins_and_ends_with_the_words() -> None:
    source = f"<article><p class=x> &nbsp;<b>{LEAD}</b>&#160;\n</p>{REST}</article>"
    assert at(source, clean(source).spans.blocks[0]) == LEAD


def test_what_is_not_seen_before_it_is_no_part_of_it() -> None:
    source = f"<div><i>&#8203;</i><b>&shy;</b>{LEAD}.<p>{PROSE[4]}</p></div>{REST}"
    assert at(source, clean(source).spans.blocks[0]) == f"{LEAD}."


def test_the_copy_that_was_kept_is_meant() -> None:
    menu = f"<nav><ul><li><a href='/a'>{PROSE[0]}</a></li></ul></nav>"
    source = f"<html><body>{menu}<article><p>{PROSE[0]}</p>{REST}</article></body></html>"
    spans = clean(source).spans.blocks
    assert [span.text for span in spans].count(PROSE[0]) == 1
    assert spans[0].start == source.index("<article><p>") + len("<article><p>")


def test_rows_of_tables_span_their_cells() -> None:
    rows = "<tr><th>Year</th><th>Trips</th></tr><tr><td>2024</td><td>31</td></tr>"
    source = f"<p>{PROSE[0]}</p><table>{rows}</table>{REST}"
    said = [at(source, span) for span in clean(source).spans.blocks if "|" in span.text]
    assert said == ["Year</th><th>Trips", "2024</td><td>31"]


def test_quotation_marks_that_browsers_draw_are_no_words_of_the_source() -> None:
    source = f"<p><q>{LEAD}</q>, he said.</p>{REST}"
    first = clean(source).spans.blocks[0]
    assert first.text == f"“{LEAD}”, he said."
    assert at(source, first) == f"{LEAD}</q>, he said."


def test_what_is_hidden_in_a_sentence_is_no_part_of_it() -> None:
    source = f"<p>{LEAD}<span class='sr-only'> opens a window</span>, he said.</p>{REST}"
    first = clean(source).spans.blocks[0]
    assert (first.text, first.note) == (f"{LEAD}, he said.", "")
    assert at(source, first).startswith(LEAD)
    assert at(source, first).endswith("he said.")


def test_of_a_block_whose_end_went_the_rest_is_said() -> None:
    source = f"<p>{PROSE[0]} READ ALSO: <a href='/x'>Ferry breaks down in storm</a></p>{REST}"
    first = clean(source).spans.blocks[0]
    assert at(source, first) == first.text == PROSE[0]


def test_a_hole_is_told(tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('[[site]]\nhost = "example.com"\nstrip = ["span.offer"]\n', encoding="utf-8")
    said = f"{PROSE[0]} <span class='offer'>Book now!</span> {PROSE[4]}"
    source = f"<p>{said}</p>{REST}"
    options = Options(rules=SiteRules.read(str(rules)))
    cleaned = clean(source, "https://example.com/story", options)
    first = cleaned.spans.blocks[0]
    assert "Book" not in first.text
    assert PROSE[4] in first.text
    assert first.note == "parts of it were stripped: the span holds them, too"
    assert at(source, first) == said


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_bytes_are_the_source_in_the_encoding_that_is_named(encoding: str, name: str) -> None:
    declared = "<meta charset=latin1>" if encoding == "cp1252" else ""
    source = (
        f"<html><head>{declared}</head><body><p>Déjà vu: {LEAD} – again.</p>{REST}</body></html>"
    )
    data = source.encode(encoding)
    cleaned = clean(data)
    assert (cleaned.spans.of, cleaned.spans.encoding) == ("bytes", name)
    check(data.decode(name, "replace"), cleaned)


def test_the_article_of_a_noscript_stands_there_and_a_headline_does_not() -> None:
    source = (
        f"<html><body><h1>Ferries</h1><noscript><p>{PROSE[0]}</p>{REST}</noscript></body></html>"
    )
    cleaned = clean(source)
    check(source, cleaned)
    assert {span.note for span in cleaned.spans.blocks} == {"it stands in a <noscript>"}


def test_what_a_page_declares_has_no_span_and_no_path() -> None:
    body = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(PROSE)})
    source = f"<html><script type='application/ld+json'>{body}</script><p>Menu</p></html>"
    spans = clean(source).spans.blocks
    assert len(spans) == len(PROSE)
    told = {(span.start, span.end, span.xpath, span.note) for span in spans}
    assert told == {(None, None, "", "it stands in what it declares in JSON-LD")}


def test_a_script_of_templates_has_no_span() -> None:
    source = (
        f"<html><body><script type='text/template'><p>{PROSE[0]}</p>{REST}</script></body></html>"
    )
    spans = clean(source).spans.blocks
    assert len(spans) == 4
    assert {(span.start, span.note) for span in spans} == {(None, "it stands in a <template>")}


def test_what_was_decoded_twice_has_no_span_and_the_rest_has() -> None:
    twice = "It’s said that the café’s owner isn’t there.".encode().decode("cp1252")
    source = f"<p>{PROSE[0]}</p>\n<p>{twice}</p>\n{REST}"
    spans = clean(source).spans.blocks
    assert spans[1].text.startswith("It’s said")
    assert "decoded twice" in spans[1].note
    assert [span.start is None for span in spans] == [False, True, False, False, False]


def test_markup_that_is_too_deep_is_said_to_be() -> None:
    source = "<div>" * 400 + f"<p>{PROSE[0]}</p>{REST}" + "</div>" * 400
    cleaned = clean(source)
    assert PROSE[0] in cleaned.text
    assert all("too deep" in span.note for span in cleaned.spans.blocks)


def test_a_tag_that_only_one_parser_sees_takes_nothing_along() -> None:
    source = f"<p>{PROSE[0]}</p><a title=\"x data-page-cleaner-run='9'>{REST}<p>{PROSE[4]}</p>"
    check(source, clean(source), least=0)


def test_numbers_of_lines_within_a_listing_are_no_part_of_it() -> None:
    lines = "<span class='ln'>1</span>a = 1\n<span class='ln'>2</span>b = 2\n"
    source = f"<p>{PROSE[0]}</p><pre><code>{lines}</code></pre>{REST}"
    listing = clean(source).spans.blocks[1]
    assert listing.text == "a = 1\nb = 2"
    assert at(source, listing) == f"<pre><code>{lines}</code></pre>"


def test_a_formula_that_stands_alone_is_its_element() -> None:
    tex = "<annotation encoding='application/x-tex'>x^2</annotation>"
    formula = f"<math display='block'><semantics><mi>x</mi>{tex}</semantics></math>"
    source = f"<p>{PROSE[0]}</p><div>{formula}</div>{REST}"
    found = clean(source).spans.blocks[1]
    assert found.text == "$x^2$"
    assert formula in at(source, found)


def test_a_tag_that_is_text_is_not_trimmed() -> None:
    source = f"<p>{PROSE[0]}</p>{REST}<xmp>{PROSE[4]} <tr>"
    last = clean(source).spans.blocks[-1]
    assert last.text == f"{PROSE[4]} <tr>"
    assert at(source, last).endswith("<tr>")


FIXTURES = sorted((ROOT / "fixtures/blocks").glob("*.html"))
UNPLACED = {"script-jsonld", "script-next-data", "script-state"}
"""Their articles stand in JSON."""


def test_what_structures_of_pages_say_stands_in_them() -> None:
    assert FIXTURES
    for file in FIXTURES:
        data = file.read_bytes()
        spans = clean(data).spans
        source = data.decode(spans.encoding or "", "replace")
        assert all((span.start is None) == (file.stem in UNPLACED) for span in spans.blocks), file
        for span in spans.blocks:
            if span.start is not None:
                assert _holds(reread(at(source, span)), folded(span.text)), (file, span)


def _holds(said: str, wanted: str) -> bool:
    """Whether all letters of a text stand in another, in order; formulas and signs aside."""
    letters = iter(said)
    return "$" in wanted or all(letter in letters for letter in wanted if letter.isalnum())
