"""Title, site, section, tags, image, language and addresses of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from cleaner.metadata.facts import Facts
from cleaner.metadata.stated import Stated
from cleaner.metadata.tags import Said
from cleaner.reading.heading import headings_in
from cleaner.text import words as t
from cleaner.text.likeness import likeness_of
from cleaner.text.urls import domain_of, host_in, joined, safe_link

ALIKE = 75
MAX_TAGS = 50
LONGEST_TAG = 80
_REL_TAG = etree.XPath("//a[@rel='tag' or @rel='category tag']")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", re.I)
_SOURCES = ("syndication-source", "original-source")


def others(facts: Facts) -> Iterator[Stated]:
    """All fields but authors and dates."""
    yield from _title(facts)
    yield from facts.stated("site_name", _sites(facts))
    yield from facts.stated("description", _descriptions(facts))
    yield from _addresses(facts)
    yield from facts.stated("section", _sections(facts))
    yield from _tags(facts)
    yield from _image(facts)
    yield from _language(facts)


def _title(facts: Facts) -> Iterator[Stated]:
    """All that names the page as its title does."""
    if not facts.title:
        return
    source = facts.page.source
    heads = ((said, "h1") for said in headings_in(source.named("h1")))
    titles = ((t.collapse_space("".join(e.itertext())), "title") for e in source.named("title")[:1])
    metas = facts.tags.meta("og:title", "twitter:title", "headline")
    key, words = t.match_key(facts.title), t.words(facts.title)
    for said, where in (*heads, *titles, *metas, *facts.json_texts("headline")):
        if key in t.match_key(said) or likeness_of(words, t.words(said), ALIKE) > 0:
            yield Stated("title", facts.title, said, where)


def _sites(facts: Facts) -> Iterator[Said]:
    yield from facts.tags.meta("og:site_name")
    yield from facts.json_texts("publisher")
    yield from facts.property("publisher")
    yield from facts.tags.meta("application-name", "apple-mobile-web-app-title")
    for node in facts.json.items:
        if node.get("@type") == "WebSite" and isinstance(node.get("name"), str):
            yield t.collapse_space(node["name"]), "json-ld WebSite name"


def _descriptions(facts: Facts) -> Iterator[Said]:
    yield from facts.tags.meta("description", "og:description", "twitter:description")
    yield from facts.json_texts("description")
    yield from facts.property("description")


def _sections(facts: Facts) -> Iterator[Said]:
    yield from facts.tags.meta("article:section", "og:article:section")
    yield from facts.json_texts("articleSection")
    yield from facts.property("articleSection")
    yield from facts.tags.meta("parsely-section", "section", "cxenseparse:section")


def _addresses(facts: Facts) -> Iterator[Stated]:
    canonical = list(_absolute(facts, (*facts.tags.link("canonical"), *facts.tags.meta("og:url"))))
    yield from facts.stated("canonical_url", iter(canonical))
    if facts.page.url:
        yield Stated("canonical_url", facts.page.url, facts.page.url, "address given")
    yield from facts.stated("amp_url", _absolute(facts, facts.tags.link("amphtml")))
    host = host_in(facts.page.url or "")
    named = _absolute(
        facts, (*facts.tags.meta(*_SOURCES), *facts.json_texts("isBasedOn", inner=("url", "@id")))
    )
    elsewhere = ((said, where) for said, where in (*named, *canonical) if _is_elsewhere(said, host))
    yield from facts.stated("syndicated_from", elsewhere)


def _is_elsewhere(address: str, host: str) -> bool:
    """Whether an address is on another site than a host."""
    other = host_in(address)
    return bool(host and other) and domain_of(other) != domain_of(host)


def _absolute(facts: Facts, said: Iterable[Said]) -> Iterator[Said]:
    for link, where in said:
        address = safe_link(joined(facts.page.base or facts.own.base, link))
        if host_in(address):
            yield address, where


def _tags(facts: Facts) -> Iterator[Stated]:
    """The tags of the first place that has some."""
    links = (
        (t.collapse_space("".join(e.itertext())), "rel tag") for e in _REL_TAG(facts.page.tree)
    )
    for said in (
        facts.tags.meta("article:tag", "og:article:tag"),
        facts.json_texts("keywords"),
        facts.tags.meta("parsely-tags", "news_keywords", "keywords"),
        facts.property("keywords"),
        links,
    ):
        found = [(tag, raw, where) for raw, where in said for tag in _parted(raw)]
        if found:
            yield from (Stated("tags", *each) for each in found[:MAX_TAGS])
            return


def _parted(raw: str) -> list[str]:
    tags = (tag.strip() for tag in re.split(r"[,;，、،]", raw))
    return [tag for tag in tags if 1 < len(tag) <= LONGEST_TAG]


def _image(facts: Facts) -> Iterator[Stated]:
    said = (
        *facts.tags.meta("og:image", "og:image:url", "og:image:secure_url"),
        *facts.json_texts("image", inner=("url", "contentUrl", "@id")),
        *facts.tags.meta("twitter:image", "twitter:image:src", "thumbnail"),
        *facts.tags.link("image_src"),
    )
    yield from facts.stated("image", _absolute(facts, said))


def _language(facts: Facts) -> Iterator[Stated]:
    said = (
        (facts.page.tree.get("lang") or "", "html lang"),
        *facts.tags.meta("og:locale", "language", "content-language", "dc.language"),
        *facts.json_texts("inLanguage"),
        *facts.property("inLanguage"),
    )
    for raw, where in said:
        if _LANGUAGE.fullmatch(raw.strip()):
            yield Stated("language", raw.strip().replace("_", "-"), raw, where)
