"""Whatever comes in, a named end comes out, and never a traceback."""

from __future__ import annotations

import array
import json
import pickle
import time
from pathlib import Path

import pytest
from lxml import etree

from cleaner import Cleaned, Options, OptionsError, clean, pipeline, restore
from cleaner.batch.dedup.origin import origin_of
from cleaner.batch.inputs import Input
from cleaner.batch.setup import Setup
from cleaner.batch.workers.child import work
from cleaner.cli.explained import explained
from cleaner.cli.tried import unknown_host
from cleaner.html_report import html_report
from cleaner.sites.rules import RulesError, SiteRules

PROSE = (
    "The ferry between the two islands was cancelled on Monday after divers found a crack in the "
    "rudder, the operator said, and it will not sail again before the end of the month."
)
PAGE = f"<html><head><title>Ferry cancelled</title></head><body>{f'<p>{PROSE}</p>' * 1}" + (
    "<p>Some three hundred people live on the smaller island through the winter, and most of them "
    "buy their groceries on the mainland, where the school and the doctor are as well.</p></body></html>"
)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (b"", "empty"),
        ("", "empty"),
        (" \n\t\u00a0", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00\x00\x00", "not-html"),
        (bytes(range(256)) * 20, "not-html"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "not-html"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not-html"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not-html"),
        (b"PK\x03\x04 zip", "not-html"),
        (b"\x1f\x8b\x08\x00 gzip", "not-html"),
        (json.dumps({"headline": PROSE}).encode(), "not-html"),
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", "not-html"),
        ("<html><head></head><body></body></html>", "no-text"),
        ("<html><frameset cols='1,2'><frame src='a'><frame src='b'></frameset></html>", "frames"),
        (
            "<html><body><div id='root'></div><script>render()</script></body></html>",
            "script-shell",
        ),
        (
            "<html><body><noscript>You need to enable JavaScript to run this app.</noscript>"
            "<div id=app></div><script src=a.js></script></body></html>",
            "script-shell",
        ),
        (
            "<html><title>Just a moment...</title><body><h1>Checking your browser before accessing"
            " example.com</h1><p>Please verify you are human.</p></body></html>",
            "blocked",
        ),
        (
            "<html><body>"
            + "".join(
                f"<li><a href='/{i}'>Headline number {i} of today</a></li>" for i in range(60)
            )
            + "</body></html>",
            "list-page",
        ),
    ],
)
def test_no_article_has_a_reason(source: bytes | str, why: str) -> None:
    cleaned = clean(source)
    assert (cleaned.outcome.name, cleaned.outcome.why) == ("no-article", why)
    assert cleaned.outcome.detail
    assert cleaned.fault == ""


@pytest.mark.parametrize(
    "source",
    [
        PAGE.encode("utf-16"),
        PAGE.encode("utf-16-le"),
        PAGE.encode("utf-16-be"),
        PAGE.encode("utf-32"),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.replace("<head>", "<head><meta charset='shift_jis'>").encode(),
        PAGE.replace("<head>", "<head><meta charset='no-such-charset'>").encode(),
        PAGE.replace(" ", " \x00", 3),
        PAGE.replace("ferry", "ferry\udc80"),
        PAGE.replace("</p>", "").replace("</body></html>", ""),
        PAGE.replace("<body>", "<body>" + "<div>" * 100_000),
        "<html><body>" + "<b><i>" * 3000 + f"<p>{PROSE}" + f"<p>{PROSE.replace('two', 'three')}",
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>' + PAGE + "&c;&c;&c;",
    ],
    ids=[
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "bom",
        "lying charset",
        "unknown charset",
        "NUL",
        "lone surrogate",
        "unclosed",
        "100,000 deep",
        "3,000 deep, unclosed",
        "entity bomb",
    ],
)
def test_the_article_survives(source: bytes | str) -> None:
    cleaned = clean(source)
    assert cleaned.outcome.is_article
    assert cleaned.fault == ""
    assert "found a crack in the rudder" in cleaned.text
    cleaned.text.encode("utf-8")
    cleaned.to_json().encode("utf-8")


@pytest.mark.limits
def test_twenty_megabytes_in_one_text_node() -> None:
    start = time.process_time()
    cleaned = clean("<html><body><p>" + PROSE * 120_000 + "</p></body></html>")
    assert cleaned.outcome.name
    assert time.process_time() - start < 60


def test_too_large_is_said() -> None:
    cleaned = clean(PAGE, options=Options(max_bytes=100))
    assert str(cleaned.outcome) == "no-article: too-large"
    assert "max_bytes=100" in cleaned.outcome.detail


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_undeclared_legacy_charsets_are_detected(charset: str) -> None:
    prose = "Паром между островами отменили в понедельник, после того как водолазы нашли трещину в руле. "
    page = f"<html><body><p>{prose * 3}</p><p>{prose * 2}</p></body></html>".encode(charset)
    assert "водолазы нашли трещину" in clean(page).text


def test_a_charset_that_the_caller_knows_is_used() -> None:
    page = PAGE.replace("crack", "fêlure").encode("latin-1")
    assert "fêlure" in clean(page, options=Options(charset="latin-1")).text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"keep": {"bylines"}}, "unknown kind bylines; valid are: advert-label"),
        ({"strip": {"nonsense"}}, "strip: unknown kind"),
        ({"keep": {"byline"}, "strip": {"byline"}}, "both name byline"),
        ({"keep": "byline"}, "not a string"),
        ({"source_kind": "pdf"}, "valid are: page, fragment, text"),
        ({"max_bytes": 0}, "above 0"),
        ({"max_bytes": "1 MB"}, "above 0"),
        ({"charset": "nope"}, "charset: 'nope' is no charset"),
        ({"charset": "rot13"}, "charset: 'rot13' is no charset"),
        ({"charset": ""}, "charset: '' is no charset"),
        ({"charset": 8}, "charset: 8 is no charset"),
        ({"keep": None}, "keep takes a set of kinds, not None"),
        ({"keep": {3}}, "unknown kind 3"),
        ({"strip": [["byline"]]}, "strip: unknown kind"),
        ({"rules": "r.toml"}, r"SiteRules\.read\('r\.toml'\)"),
        ({"rules": {"strip": "p"}}, r"SiteRules\.read\(…\)"),
        ({"site_memory": "m.json"}, r"SiteMemory\.read\('m\.json'\)"),
    ],
)
def test_impossible_options_name_what_is_valid(arguments: dict[str, object], said: str) -> None:
    with pytest.raises(OptionsError, match=said):
        Options(**arguments)  # type: ignore[arg-type]


ODD = [
    "<!doctype html>\n",
    "<!doctype html>" * 3,
    "<!doctype html [<!entity a 'b'>",
    "<html",
    "<html \0",
    "<html/>",
    "<html><html lang=de><body><body><p>Hi",
    "<!-- <html> -->",
    "<!--",
    "<!-- a --><!-- b -->",
    "<?x",
    "<?xml version='1.0'?>",
    "<?php echo 1 ?><?x y?>",
    "<![CDATA[x]]>",
    "</p>",
    "</html>",
    "<",
    "</",
    "<a href='",
    "<title>",
    "<textarea>",
    "<script>",
    "<plaintext>Rain fell.",
    "<frameset>",
    "<svg xmlns='http://www.w3.org/2000/svg'><text>Hi</text></svg>",
    "<?xml version='1.0'?><doc><p>Hello</p></doc>",
    "<rain:fell>all night</rain:fell>",
    "<html><head><me<a href=x><tit&#xD800;><o'o><base<>Yes",
    " \n\0",
    "\ufeff\ufeff<html",
    "&nbsp;",
    "&#0;&#xD800;&#99999999999;",
    f"<p>&#{'9' * 5000};",
    "<base href='http://[x'><p>hi",
    "<p>\ud800</p>",
    f"<script type='application/ld+json'>{'[' * 100_000}</script><p>hi",
    f"<html><meta property='article:published_time' content='{'9' * 5000}'><p>hi",
    f"<html><meta name=author content='&#{'9' * 5000};'><p>hi",
]
"""Pages that are hardly any: no element, never closed, or of something else."""


def reach_everything(cleaned: Cleaned) -> None:
    """Ask for all that hangs on a result."""
    assert cleaned.outcome.detail or cleaned.outcome.is_article
    for rendered in (cleaned.text, cleaned.markdown, cleaned.html, cleaned.restore()):
        rendered.encode("utf-8")
    assert restore(json.loads(cleaned.to_json(metadata=True))) == cleaned.restore()
    assert pickle.loads(pickle.dumps(cleaned)).to_dict() == cleaned.to_dict()
    page = cleaned.page
    assert page is not None
    assert isinstance(page.host + page.base, str)
    assert page.source.lines is not None
    assert explained("page", cleaned).plain.startswith("page: ")
    assert "</html>" in html_report([("page", cleaned)])
    assert unknown_host(cleaned, Options()) == ()
    origin_of(cleaned)


@pytest.mark.parametrize("source_kind", [None, "page", "fragment", "text"])
@pytest.mark.parametrize("source", ODD, ids=[repr(source[:30]) for source in ODD])
def test_pages_that_are_hardly_any_raise_nothing(source: str, source_kind: str | None) -> None:
    options = Options(source_kind=source_kind)  # type: ignore[arg-type]
    for form in (source, source.encode("utf-8", "replace"), source.encode("utf-16", "replace")):
        for url in (None, "http://[x", "https://harbour.example/a"):
            cleaned = clean(form, url, options)
            assert cleaned.fault == ""
            reach_everything(cleaned)


def test_the_end_tag_of_plaintext_is_no_text() -> None:
    assert clean("<body><xmp><>").text == "<>"
    cleaned = clean(">through td.<u><em id=s><nav>r.</nav><plaintext>9</h1><h6 hidden>")
    assert "plaintext" not in cleaned.text
    assert "body" not in cleaned.text


def test_a_tree_that_cannot_be_read_leaves_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("made to fail")

    monkeypatch.setattr(etree, "HTMLParser", broken)
    cleaned = clean(PAGE)
    assert cleaned.fault == "extract: RuntimeError: made to fail"
    assert "found a crack in the rudder" in cleaned.text
    assert "buy their groceries" in cleaned.text
    reach_everything(cleaned)


@pytest.mark.parametrize("broken", ["outcome_of", "reconsidered", "absolute", "detect"])
@pytest.mark.parametrize("source", [PAGE, f"<p>{PROSE}</p><p>{PROSE}</p>", PROSE])
def test_a_fault_anywhere_leaves_the_text(
    source: str, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("made to fail")

    monkeypatch.setattr(pipeline, broken, fail)
    cleaned = clean(source)
    assert cleaned.fault == "RecursionError: made to fail"
    assert str(cleaned.outcome) == "nothing-to-strip"
    assert "found a crack in the rudder" in cleaned.text
    reach_everything(cleaned)


def test_what_is_read_late_costs_no_more_than_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OverflowError("made to fail")

    cleaned = clean(PAGE.replace("<body>", "<body><p>By Jane Doe</p>"))
    monkeypatch.setattr("cleaner.reading.places.Places.of", fail)
    monkeypatch.setattr("cleaner.metadata.read.authors", fail)
    assert [(f.kind, f.xpath) for f in cleaned.stripped] == [("byline", "")]
    assert cleaned.metadata.author is None
    reach_everything(cleaned)


@pytest.mark.parametrize(
    ("source", "named"),
    [
        (None, "not NoneType"),
        (3, "not int"),
        (["<p>"], "not list"),
        (array.array("b", b"<p>"), "not array"),
        (Path("page.html"), "read_bytes"),
        (Path(__file__).open("rb"), r"read\(\)"),  # noqa: SIM115  # closed with the process
    ],
)
def test_other_types_are_refused(source: object, named: str) -> None:
    with pytest.raises(TypeError, match=f"bytes or str, .*{named}"):
        clean(source)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", [bytearray, memoryview])
def test_what_holds_bytes_is_taken(form: type) -> None:
    assert clean(form(PAGE.encode())).text == clean(PAGE).text


def test_the_address_and_the_options_stand_in_this_order() -> None:
    options = Options(keep={"byline"})
    linked = "<p>By <a href='/jane'>Jane Doe</a></p>" + f"<p>{PROSE}</p>" * 2
    cleaned = clean(linked, "https://harbour.example/a", options)
    assert cleaned.html == clean(linked, url="https://harbour.example/a", options=options).html
    assert 'href="https://harbour.example/jane"' in cleaned.html


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"options": {}}, r"options as Options or None, not dict: write Options\(\*\*options\)"),
        ({"options": {"keep": {"byline"}}}, "not dict"),
        ({"options": "text"}, "not str"),
        ({"options": False}, "not bool"),
        ({"url": Options()}, "write options="),
        ({"url": b"https://harbour.example/a"}, "address as str or None, not bytes"),
        ({"url": Path("a")}, "address as str or None"),
    ],
)
def test_wrong_use_names_what_is_expected(arguments: dict[str, object], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        clean(PAGE, **arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "why", "said"),
    [
        ("https://example.com/story", "only-an-address", "nothing is fetched"),
        (b" http://example.com/story?a=b#c\n", "only-an-address", "its address as url"),
        ("www.example.com/story", "only-an-address", "nothing is fetched"),
        ("file:///tmp/page.html", "only-an-address", "nothing is fetched"),
        ("page.html", "only-a-file-name", "no file is opened"),
        ("/tmp/pages/page.htm\n", "only-a-file-name", "no file is opened"),
        ("..\\pages\\page.xhtml", "only-a-file-name", "no file is opened"),
    ],
)
def test_the_name_of_a_page_is_no_page(source: bytes | str, why: str, said: str) -> None:
    cleaned = clean(source)
    assert (cleaned.outcome.name, cleaned.outcome.why) == ("no-article", why)
    assert said in cleaned.outcome.detail
    reach_everything(cleaned)


@pytest.mark.parametrize(
    "source",
    [
        "See https://example.com/story for more of it.",
        "https://example.com/one\nhttps://example.com/two",
        "<p>https://example.com/story</p>",
        "He saved it as page.html",
        "<a>page.html",
    ],
)
def test_an_address_in_a_text_is_the_text(source: str) -> None:
    assert "only-a" not in str(clean(source).outcome)


def test_a_text_that_is_said_to_be_one_may_be_an_address() -> None:
    text = "https://example.com/story"
    assert clean(text, options=Options(source_kind="text")).text == text


def test_a_server_may_name_any_charset() -> None:
    page = Input(PAGE.encode(), "https://harbour.example/a", "a", "utf-nonsense")
    row = work(page, Setup(Options()))
    assert (row.error, "found a crack" in row.text) == ("", True)


@pytest.mark.parametrize("report", ["{}", [], None])
def test_what_is_no_report_is_not_restored(report: object) -> None:
    with pytest.raises(TypeError, match=r"what to_dict\(\) or json.loads\(\) gave"):
        restore(report)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "report",
    [{}, {"blocks": 3, "findings": []}, {"blocks": [{}], "findings": []}, {"blocks": ["a"]}],
)
def test_a_report_with_something_missing_is_named(report: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no report of a cleaned page"):
        restore(report)


DEEP = 5000


@pytest.mark.parametrize(
    ("rule", "line", "said"),
    [
        ("strip = " + "[" * DEEP + "]" * DEEP, 3, "nested too deeply"),
        ("strip = " + "[\n" * DEEP + "]\n" * DEEP, 35, "nested too deeply"),
        ("strip = " + "{a = " * DEEP + "1" + "}" * DEEP, 3, "nested too deeply"),
        ("strip = " + "[" * DEEP, 3, "nested too deeply"),
        (f"strip = '{'div > ' * DEEP}p'", 3, "too long, or nested"),
        (f"strip = '{'div ' * DEEP}p'", 3, "too long, or nested"),
        (f"strip = 'p{'.a' * DEEP}'", 3, "too long, or nested"),
        (f"strip = 'p{'[a]' * DEEP}'", 3, "too long, or nested"),
        (f"strip = '{':is(' * DEEP}p{')' * DEEP}'", 3, "too long, or nested"),
        (f"strip = '{'(' * DEEP}//p{')' * DEEP}'", 3, "recursion limit"),
        (f"strip = '//p{'[p' * DEEP}{']' * DEEP}'", 3, "recursion limit"),
    ],
)
def test_rules_nested_deep_are_told_with_their_line(rule: str, line: int, said: str) -> None:
    with pytest.raises(RulesError, match=f"^rules:{line}: [^\n]{{0,200}}{said}"):
        SiteRules.from_text(f'[[site]]\nhost = "*"\n{rule}')


@pytest.mark.parametrize(
    "text", ["[" * 100_000 + "]" * 100_000, '{"a":' * 90_000 + "1" + "}" * 90_000]
)
def test_json_nested_deep_is_json(text: str) -> None:
    assert str(clean(text).outcome) == "no-article: not-html"
