"""What renderings show: the same words in all, and the blocks and the report with everything."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Block, Options, clean, restore
from cleaner.rendering.content import Content
from cleaner.rendering.formats.html import render as html
from cleaner.rendering.formats.text import render as text
from tests import laws
from tests.cases import FIXTURES
from tests.rendering import tei
from tests.rendering.readers import Seen, differences
from tests.rendering.test_any_blocks import articles

PAGES = [*sorted((FIXTURES / "pages").glob("*/page.*")), *sorted(FIXTURES.glob("blocks/*.html"))]
CONTENTS = [Content(*flags) for flags in itertools.product([True, False], repeat=3)]
BARE = Options(include_links=False, include_tables=False, include_formatting=False)
SAID = """<h2>The bridge and its <i>long</i> repairs</h2>
<p>The <b>bridge</b> of 10<sup>6</sup> tons reopens on Monday, the <a href="/c">council</a> said in
<code>a_note</code>, and <del>two</del> three lanes of it are ready.</p>
<table><tr><th>Span</th><th>Length</th></tr><tr><td>North</td><td>21 m</td></tr></table>
<p>Some three hundred people live on the other side, and most of them work in the town.</p>"""


def test_each_part_is_shown_or_not() -> None:
    assert "](/c)" in clean(SAID).markdown
    assert "](/c)" not in clean(SAID, options=Options(include_links=False)).markdown
    assert "21 m" not in clean(SAID, options=Options(include_tables=False)).text
    plain = clean(SAID, options=Options(include_formatting=False)).markdown
    assert "The bridge of 106 tons reopens on Monday, the [council](/c) said" in plain
    assert "`a_note`, and ~~two~~ three" in plain


def test_everything_is_in_the_blocks_and_in_the_report() -> None:
    whole, bare = clean(SAID), clean(SAID, options=BARE)
    assert bare.blocks == whole.blocks
    assert bare.fates == whole.fates
    assert bare.restore() == whole.restore() == restore(json.loads(bare.to_json()))
    assert {**bare.to_dict(), "text": whole.text} == whole.to_dict()
    assert [block.tag for block in bare.shown] == ["h2", "p", "p"]


def test_nothing_hidden_costs_nothing() -> None:
    blocks = clean(SAID).blocks
    assert Content().of(blocks) is blocks


@settings(max_examples=150, deadline=None)
@given(articles(), st.sampled_from(CONTENTS))
def test_any_blocks_say_the_same_in_all_formats(blocks: list[Block], content: Content) -> None:
    shown = list(content.of(blocks))
    assert differences(shown) == []
    assert content.links or "<a " not in html(shown)
    assert content.tables or "<table" not in html(shown)
    assert content.formatting or not re.search("<(?:em|strong|u|sub|sup)>", html(shown))
    if content.tables:
        assert text(shown) == text(blocks)
        assert Seen(html(shown)).words == Seen(html(blocks)).words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_the_laws_hold_whatever_is_shown(page: Path) -> None:
    data = page.read_bytes()
    bare = clean(data, options=BARE)
    laws.nothing_disappears(data, bare)
    laws.gives_back(data, bare)
    assert tei.faults(bare.xmltei) == []
    assert tei.words(bare.xmltei) == Seen(bare.html).words
