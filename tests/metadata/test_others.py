"""Title, site, section, tags, image, language, addresses; pages that are broken on purpose."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Metadata, clean
from cleaner.metadata.json_ld import JsonLd
from cleaner.reading.page import parse
from tests.metadata.test_authors import OWN, TITLE, ld, read

HEAD = """
<meta property="og:title" content="Ferry is cancelled until June | The Island Post">
<meta property="og:image" content="/rudder.jpg"><meta property="article:section" content="Harbour">
<meta property="article:tag" content="ferries"><meta property="article:tag" content="rudders">
<meta property="og:locale" content="en_GB"><link rel=amphtml href="/ferry/amp">
<link rel=canonical href="https://gazette.example/ferry">"""


def test_what_else_a_head_says() -> None:
    metadata = read(HEAD)
    assert (metadata.title, metadata.section, metadata.tags, metadata.image) == (
        TITLE,
        "Harbour",
        ("ferries", "rudders"),
        "https://island.example/rudder.jpg",
    )
    assert (metadata.language, metadata.amp_url) == ("en", "https://island.example/ferry/amp")
    assert metadata.canonical_url == metadata.syndicated_from == "https://gazette.example/ferry"


def test_what_bears_a_title_out() -> None:
    assert [s.where for s in read(HEAD).stated("title")] == ["h1", "title", "meta og:title"]


@pytest.mark.parametrize(
    ("title", "headings", "found"),
    [
        (
            "How we mended the old ferry",
            ["Mending the ferry: a diary"],
            "Mending the ferry: a diary",
        ),
        ("Ferry mended now | Island Post", ["Island Post", "Ferry is mended"], "Ferry is mended"),
        ("Ferry mended now | Island Post", ["Island Post"], "Ferry mended now"),
        ("Ferry mended at last", ["Comments and replies"], "Ferry mended at last"),
    ],
)
def test_the_heading_is_the_title_and_the_site_is_not(
    title: str, headings: list[str], found: str
) -> None:
    heads = "".join(f"<h1>{heading}</h1>" for heading in headings)
    page = f"<title>{title}</title><body>{heads}{'<p>It rained for a week.</p>' * 9}"
    assert clean(f"<html>{page}").title == found


def test_a_late_heading_is_no_title() -> None:
    prose = (
        "<p>It rained on the island for a whole week, and the ferry lay in the harbour.</p>" * 30
    )
    page = f"<html><title>What ferries love</title><body>{prose}<h1>But what they love is fog</h1>"
    assert clean(page).title == "What ferries love"


def test_the_json_of_metadata_has_lists() -> None:
    plain = json.loads(json.dumps(read(HEAD).to_dict()))
    assert set(plain) == set(Metadata.__dataclass_fields__)
    assert plain["tags"] == ["ferries", "rudders"]
    assert set(plain["evidence"][0]) == {"field", "value", "raw", "where"}


BROKEN = [
    "<!-- {0} -->",
    "/*<![CDATA[*/ {0} /*]]>*/",
    "//<![CDATA[\n{0}\n//]]>",
    "{0};",
    "{0}{0}",
    "[{0},]",
]


@pytest.mark.parametrize("form", BROKEN)
def test_json_that_is_nearly_right_is_read(form: str) -> None:
    script = form.replace("{0}", json.dumps(OWN))
    head = f"<script type='application/ld+json'>{script}</script>"
    assert read(head).authors == ("Jane Doe",)


@pytest.mark.parametrize("script", ["", "{", "[" * 5000, '{"@type": "NewsArticle"', "null", "7"])
def test_json_that_is_wrong_costs_nothing_else(script: str) -> None:
    head = f"<script type='application/ld+json'>{script}</script>{ld(OWN)}"
    assert read(head).authors == ("Jane Doe",)


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "@id", "name", "url", "author"]), inner)
    ),
    max_leaves=6,
)
NAMES = "@type @id @graph headline author datePublished keywords image publisher mainEntity".split()


@given(st.dictionaries(st.sampled_from(NAMES), VALUES), st.text(max_size=40))
@settings(max_examples=25, deadline=None)
def test_no_value_makes_it_fail(item: dict[str, object], text: str) -> None:
    item = {"@type": "NewsArticle", "headline": TITLE} | item
    metadata = read(ld(item).replace("</script", "<\\/script", 0), over=f"<p>By {text}</p>")
    assert all(isinstance(s.value, str) and s.value for s in metadata.evidence)


def test_many_items_are_read_up_to_a_limit() -> None:
    items = ld([OWN | {"headline": f"Other {n}"} for n in range(5000)])
    assert len(JsonLd(parse(f"<html>{items}").iter("script")).items) == 2000
