"""Addresses of links: those that are safe lead four renderers to where the HTML leads."""

from __future__ import annotations

import pytest

from cleaner.rendering.formats.html import render as html
from cleaner.rendering.formats.markdown import render as markdown
from cleaner.rendering.links import LONGEST_BASE, absolute
from cleaner.text.urls import safe_link
from tests.rendering.readers import differences, linked

UNSAFE = """
javascript:alert(1) JaVaScRiPt:alert(1) javascript&colon;alert(1) &#106;avascript:alert(1)
&#x6A;avascript:alert(1) java&Tab;script:alert(1) java&NewLine;script:alert(1) vbscript:x
file:///etc/passwd blob:https://example.com/1 about:blank view-source:x ftp://example.com x-y:z
data:text/html,x feed:javascript:x jar:x 1:2
javascript&#58;alert(1) javascript&#x3a;alert(1) &Tab;javascript:x
""".split()
UNSAFE += ["", " ", "\x01javascript:x", "java\tscript:x", "java\r\nscript:x", "\u00a0javascript:x"]
UNSAFE += ["\x0cdata:x", "\ufeffjavascript:x", "java\x00script:x", "javascript\u200b:x", "a b:x"]


@pytest.mark.parametrize("href", UNSAFE)
def test_an_unsafe_address_is_no_link(href: str) -> None:
    assert safe_link(href) == ""
    assert html(linked(href)) == "<p>here and on.</p>"
    assert markdown(linked(href)) == "here and on."


SAFE = {
    "https://example.com/?a=1&b=2": "https://example.com/?a=1&b=2",
    "HTTPS://example.com": "HTTPS://example.com",
    "//example.com/a": "//example.com/a",
    "mailto:a@example.com": "mailto:a@example.com",
    "tel:+44-20": "tel:+44-20",
    "?t=12:30": "?t=12:30",
    "page.html?t=12:30": "page.html?t=12:30",
    "/wiki/Talk:Rain_(weather)": "/wiki/Talk:Rain_%28weather%29",
    "?a=1&copy=2&page=3": "?a=1&amp;copy=2&page=3",
    "?region=1&region=2": "?region=1&amp;region=2",
    "?a&lt;b": "?a&amp;%6Ct%3Bb",
    "?a&unknown;b": "?a&unknown%3Bb",
    "#&#60": "#&amp;#60",
    "/a b\tc": "/a%20bc",
    " /a\n/b ": "/a/b",
    "/\\": "/%5C",
    "/<b>": "/%3Cb%3E",
    "/\"'": "/%22'",
    "/[a]`|^{}": "/%5Ba%5D%60%7C%5E%7B%7D",
    "/100%": "/100%25",
    "/%41%zz": "/%41%25zz",
    "/Äpfel": "/%C3%84pfel",
    "/\ud800": "/%EF%BF%BD",
    "/~a/b_c*d": "/~a/b_c*d",
}


@pytest.mark.parametrize("href", SAFE)
def test_a_safe_address_is_encoded_and_led_to_by_all(href: str) -> None:
    assert markdown(linked(href)) == f"[here]({SAFE[href]}) and on."
    assert not differences(linked(href))


def test_an_address_that_is_too_long_is_not_repeated_for_each_link() -> None:
    base = "https://example.com/" + "a" * LONGEST_BASE + "/"
    assert absolute(linked("b"), base) == tuple(linked("b"))
    assert absolute(linked("b"), base[:100] + "/")[0].marks[0].href == base[:100] + "/b"
