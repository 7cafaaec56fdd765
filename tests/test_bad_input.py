"""Whatever comes in, a named end comes out, and never a traceback."""

from __future__ import annotations

import json
import time

import pytest

from cleaner import Options, OptionsError, clean

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
    ],
)
def test_impossible_options_name_what_is_valid(arguments: dict[str, object], said: str) -> None:
    with pytest.raises(OptionsError, match=said):
        Options(**arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [None, 3, ["<p>"], bytearray(b"<p>")])
def test_other_types_are_refused(source: object) -> None:
    with pytest.raises(TypeError, match="bytes or str"):
        clean(source)  # type: ignore[arg-type]
