"""Pages that try to break out of Markdown: what comes of each, as four renderers read it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaner import Block, Cleaned, Layout, Mark, Options, clean
from cleaner.cli.main import main
from cleaner.rendering.formats.markdown import render as markdown
from cleaner.rendering.formats.text import render as text
from cleaner.rendering.render import titled
from tests.rendering.readers import RENDERERS, Seen, differences, linked

PROSE = "The ferry between the two islands was cancelled on Monday after divers found a crack."

OTHER = "Nobody on the larger island could say when the next boat would carry them home again."

SOUP = "Harbour staff moved the passengers into the old customs house, where soup was served."
MORE = "By the evening a smaller ship had been found, and it took the first forty of them across."


def lines(*texts: str, tag: str = "p") -> list[Block]:
    """Lines that are set off by line breaks only."""
    return [Block(i, line, Layout(tag, tight=i > 0)) for i, line in enumerate(texts)]


def fragment(markup: str) -> Cleaned:
    return clean(markup, options=Options(source_kind="fragment"))


BLOCKS = {
    "an address over two lines": linked("https://example.com/\n\n<script>x()</script>"),
    "an address with a backslash at its end": linked("https://example.com/\\"),
    "an address that ends its link": linked("x) [y](javascript:x"),
    "an image": linked("https://example.com/", "this!"),
    "an image after a backslash": linked("https://example.com/", "this\\!"),
    "an image over an image": linked("/a", "!", "![x](y)"),
    "words that are a link": lines("[a](b)", "![a](b)", "[a]: http://x", "[a][b]"),
    "words that are HTML": lines("<script>x()</script>", "<!-- a", "<?x", "<![CDATA[x]]>", "</p>"),
    "words that are addresses": lines("<http://example.com>", "<javascript:x>", "<a@example.com>"),
    "entities": lines("&lt;b&gt;", "&#60;b&#62;", "&copy", "AT&T &amp; &amp;lt;"),
    "headings by a line below": lines("Rain", "=", "Rain", "-", "Rain", "---", "Rain", "-- -"),
    "tables by a line below": lines("a | b", "- | -", "a", ":-:", "|a|", "|-|"),
    "lists, headings, quotations": lines("- a", "+ a", "1. a", "1) a", "# a", "####### a", "> a"),
    "fences": lines("```", "~~~", "````x", "``` a ```"),
    "hard breaks": lines("a\\", "b  ", "c \\"),
    "footnotes": lines("[^1]", "[^1]: a"),
    "headings that end": [Block(i, f"a {'#' * i}", Layout("h2")) for i in range(4)],
    "a fence in code": [Block(0, "```\n````\n~~~\n<b>", Layout("pre"))],
    "a line of backticks in code": [Block(0, "a\n``````````", Layout("pre"))],
    "backticks in a line of code": [Block(0, "a`` ` ```", Layout(), (Mark(0, 9, "code"),))],
    "backticks of code and of words": [Block(0, "a` `b c`", Layout(), (Mark(2, 5, "code"),))],
    "an address that begins in code": [
        Block(0, "`<javascript:x>", Layout(), (Mark(1, 14, "code"),)),
        Block(1, "a <!-- b --> c", Layout(), (Mark(2, 6, "code"), Mark(9, 12, "em"))),
    ],
    "a reference that begins in a link": [
        Block(0, "[a]: b[c]", Layout(), (Mark(2, 6, "code"), Mark(0, 9, "a", "/x")))
    ],
    "newlines where none can be": [
        Block(0, "a\n# b\n\n<b>", Layout("h2")),
        Block(1, "a\n- b\r> c", Layout("li", True, 1)),
        Block(2, "a\n\n| b", Layout("tr", True, 2), (Mark(0, 6, "td"),)),
    ],
    "cells": [
        Block(0, "- | :-:", Layout("tr", True, 1), (Mark(0, 1, "th"), Mark(4, 7, "th"))),
        Block(1, "\\| | `|`", Layout("tr", True, 1), (Mark(0, 2, "td"), Mark(5, 8, "td"))),
        Block(2, "c|d", Layout("tr", True, 1), (Mark(0, 3, "td"), Mark(0, 3, "code"))),
    ],
    "rows of other lengths": [
        Block(0, "a", Layout("tr", True, 1), (Mark(0, 1, "td"),)),
        Block(
            1, "b | c | d", Layout("tr", True, 1), tuple(Mark(a, a + 1, "td") for a in (0, 4, 8))
        ),
        Block(2, "e", Layout("tr", True, 1), (Mark(0, 1, "td"),)),
    ],
    "bold and italic side by side": [
        Block(0, "onetwo", Layout(), (Mark(0, 3, "strong"), Mark(3, 6, "strong"))),
        Block(1, "onetwo", Layout(), (Mark(0, 3, "em"), Mark(3, 6, "strong"))),
        Block(2, "one, two", Layout(), (Mark(0, 4, "em"), Mark(3, 8, "em"), Mark(0, 8, "em"))),
    ],
    "bold before and after punctuation": [
        Block(0, "word“said”word", Layout(), (Mark(4, 10, "strong"),)),
        Block(1, "摘要：东部", Layout(), (Mark(0, 3, "strong"),)),
        Block(2, "sense. And", Layout(), (Mark(5, 6, "em"),)),
    ],
    "lists without the items above": [
        Block(0, "deep", Layout("li", True, 1, 3)),
        Block(1, "deeper", Layout("li", True, 1, 12)),
        Block(2, "a line of it", Layout("p", True)),
        Block(3, "number two", Layout("li", True, 1, 13, True, 2)),
    ],
    "numbers": [
        Block(i, f"item {i}", Layout("li", True, 1, i % 2, True, number))
        for i, number in enumerate((100, 1, 999_999_999, 0, 10**9, 10**4000, -1))
    ],
    "lists inside each other": [
        Block(i, f"level {i}", Layout("li", True, 1, i)) for i in range(40)
    ],
}


@pytest.mark.parametrize("name", BLOCKS)
def test_nothing_comes_of_it_but_words_and_what_html_has(name: str) -> None:
    assert not differences(BLOCKS[name])


TITLES = """
<script>x()</script>|[a](javascript:x)|![a](http://a.b/c)|C#|a ##|#|*a* _b_ `c`|&lt;b&gt;|a\nb|- a
1. a|a\n---|<!--|[a]: http://a.b|a\\|\n\n```\n<b>|<http://a.b>|a\ud800\x00|a | b
""".replace("\\n", "\n").split("|")


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_one_heading_of_words(title: str) -> None:
    assert not differences(lines("It rained."), title)
    written = titled("markdown", title, "It rained.")
    assert all(render(written).count("<h1>") == 1 for render in RENDERERS.values())
    assert titled("text", title, "It rained.").count("\n") == 3


def test_an_image_is_not_made_of_a_link() -> None:
    assert markdown(linked("/a", "this!")) == "this\\![here](/a) and on."


def test_a_mark_is_kept_where_it_can_be_shown() -> None:
    shown = markdown(BLOCKS["bold before and after punctuation"]).split("\n\n")
    assert shown == ["word“**said**”word", "**摘要**：东部", "sense. And"]
    assert markdown(BLOCKS["bold and italic side by side"][:1]) == "**onetwo**"


def test_prose_is_not_filled_with_backslashes() -> None:
    prose = "It cost $5 (or so); a well-known “half”/full price, 3.5% - see page 2. Why? Yes!"
    assert markdown(lines(prose)) == prose


ATTACK = f"""<h2>A <b>&lt;script&gt;</b> ##</h2><p>{PROSE}
<a href="javascript&amp;colon;alert(1)">one</a> this!<a href="https://example.com/&#10;&#10;<b>\\">two</a>
<a href="?a=1&amp;copy=2">three</a></p><p>{PROSE}</p>
<pre>```\n&lt;img src=x onerror=x()&gt;\n`````</pre><p>[a]: http://x</p><p>Rain<br>===</p>"""


def test_a_page_that_tries_it_all() -> None:
    cleaned = fragment(ATTACK)
    assert not differences(cleaned.blocks, cleaned.title)
    hrefs = Seen(cleaned.html).addresses
    assert hrefs == {"https://example.com/%3Cb%3E%5C", "?a=1&copy=2"}


def test_titles_in_files(tmp_path: Path) -> None:
    """Of `clean` and of `batch`, in Markdown."""
    page = f"<title>A &lt;b&gt; [c](javascript:d)</title><body><p>{PROSE}</p><p>{OTHER}</p>"
    (tmp_path / "page.html").write_text(f"<html>{page}</body></html>")
    written = r"# A \<b> \[c\](javascript:d)"
    named = CliRunner().invoke(main, ["clean", str(tmp_path / "page.html"), "--format", "markdown"])
    assert named.stdout.split("\n")[0] == written
    rows = [{"id": "a", "html": (tmp_path / "page.html").read_text()}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    made = tmp_path / "made"
    job = ["batch", str(tmp_path / "in.jsonl"), "-o", f"{made}/", "--with", "markdown"]
    assert CliRunner().invoke(main, job).exit_code == 0
    assert (made / "a.md").read_text().split("\n")[0] == written


@pytest.mark.parametrize("start", ["9" * 4301, "9" * 9, "1" + "0" * 9, "٣" * 4301, "-5", "x", ""])
def test_a_list_may_start_from_any_number(start: str) -> None:
    items = f"<li>Ask for the second boat, which is the larger one.</li><li>{OTHER}</li>"
    page = f"<h1>Rain</h1><p>{PROSE}</p><p>{SOUP}</p><ol start='{start}'>{items}</ol><p>{MORE}</p>"
    cleaned = clean(f"<html><body><article>{page}</article></body></html>")
    assert not cleaned.fault
    assert re.search(r"^\d{1,9}\. Ask for the second boat", cleaned.text, re.M)
    assert OTHER in cleaned.text
    assert not differences(cleaned.blocks)


def test_a_number_is_one_that_markdown_takes() -> None:
    assert text(BLOCKS["numbers"]).split("\n") == [
        "100. item 0",
        "1. item 1",
        "999999999. item 2",
        "1. item 3",
        "1. item 4",
        "1. item 5",
        "2. item 6",
    ]
