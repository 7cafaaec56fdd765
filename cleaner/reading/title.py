"""The page's title: its heading where what the page is named bears it out.

A page is named by `<title>`, `og:title`, `twitter:title`, `itemprop="headline"` and the headline of
its JSON-LD. Search engines and networks are often told another wording than readers are: a heading
that is the only one, or that shares words with such a name, is the title all the same. The name of
the site is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice

from cleaner.reading.heading import SIGNS, headings_in, leads_home, less_what_is_set_in
from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import text_within
from cleaner.text import words as t
from cleaner.text.likeness import likeness_of
from cleaner.text.regex import regex

SITE = regex(r"\s+(?:[|·•»:–—-]|::|//)\s+|\s*[|｜]\s*|(?<=[\u3000-\u9fff])[_-](?=[\u3000-\u9fff])")
_HEADLINE = regex(r'"headline"\s*+:\s*+"((?:[^"\\]|\\.){1,400}+)"')
NAMES = ("og:title", "twitter:title")
MAX_TITLE_LETTERS = 20_000
MAX_META_NAMES = 20
MAX_HEADLINES = 5
MAX_PARTS = 12
ALIKE = 75
SHARED, SHARED_OF_SEVERAL = 20, 40
"""Likeness to a name that a heading has at least: the only one of the page, or one of several."""
LATE = 1500
"""Letters of paragraphs before a heading that is none of the page."""


def title_of(every: Sequence[Element]) -> str:
    """The title of a page, without the site's name; empty where the page names none.

    every: the page's `<title>`, `<meta>`, `<h1>` and `<script>`, in order.
    """
    named = names_in(every)
    elements = headings_in(every)
    sites = sites_in(every)
    apart = _titles(elements, named, every)
    apart = {h: e for h, e in apart.items() if t.match_key(h) not in sites}
    return (
        _named(list(apart), named)
        or _alike(list(apart), named)
        or _sharing(apart, [*named, *_headlines(every)])
        or next((_without_site(name, every) for name in named), "")
        or next(iter(elements), "")
    )


def sites_in(every: Sequence[Element]) -> set[str]:
    """The letters and digits of what may be the site's name: as it is stated, as titles end."""
    named = names_in(every)
    return {site_named(every), *(t.match_key(_site_in(name, every)) for name in named)} - {""}


def _titles(
    headings: Mapping[str, Element], named: Sequence[str], every: Sequence[Element]
) -> dict[str, Element]:
    """Headings less the masthead, and less what is set into them beside what the page is named."""
    keys = [t.match_key(name) for name in named]
    titles = {h: e for h, e in headings.items() if not leads_home(h, e)}
    others = [h for h in titles if not any(t.match_key(h) in key for key in keys)]
    cores = _cores(named, every) if others else {}
    return {less_what_is_set_in(h, e, cores) if h in others else h: e for h, e in titles.items()}


def _cores(named: Sequence[str], every: Sequence[Element]) -> dict[str, str]:
    """What may be a title, by its letters and digits, with those of the name that it begins."""
    cores: dict[str, str] = {}
    for name in named:
        ends = (match.start() for match in islice(SITE.finditer(name), MAX_PARTS))
        cores.update((t.match_key(name[:end]), t.match_key(name)) for end in ends)
    wholes = (*named, *(_without_site(name, every) for name in named), *_headlines(every))
    return cores | {t.match_key(whole): "" for whole in wholes}


def names_in(every: Sequence[Element]) -> list[str]:
    """What `<meta>` and the first `<title>` name the page, in this order."""
    titles = ("".join(each.itertext()) for each in every if each.tag == "title")
    document = t.collapse_space(next(titles, ""))
    meta = islice(filter(names_title, every), MAX_META_NAMES)
    named = [t.collapse_space(each.get("content")[:MAX_TITLE_LETTERS]) for each in meta]
    named.append(document[:MAX_TITLE_LETTERS])
    return [name for name in named if name]


def names_title(meta: Element) -> bool:
    """Whether an element is a `<meta>` that says the title."""
    says = meta.tag == "meta" and (
        meta.get("property") in NAMES
        or meta.get("name") in NAMES
        or meta.get("itemprop") == "headline"
    )
    return says and meta.get("content") is not None


def site_named(every: Iterable[Element]) -> str:
    """The letters and digits of `og:site_name`; empty where the page does not name its site."""
    sites = (each.get("content") for each in every if each.get("property") == "og:site_name")
    return t.match_key(next((said for said in sites if said is not None), ""))


def _named(headings: Sequence[str], named: Sequence[str]) -> str:
    """The heading that says a name, or else most of one, letter for letter."""
    names = [t.match_key(name) for name in named]
    keys = {h: t.match_key(h) for h in headings if len(t.words(h)) > 1}
    found = [h for h, key in keys.items() if any(key in name for name in names)]
    return max(found, key=lambda h: (keys[h] in names, len(keys[h])), default="")


def _alike(headings: Sequence[str], named: Sequence[str]) -> str:
    """The first heading that is worded nearly as a name is."""
    spelled = [t.words(name) for name in named]
    for heading in headings:
        words = t.words(heading)
        if len(words) > 2 and any(likeness_of(words, name, ALIKE) > ALIKE for name in spelled):
            return heading
    return ""


def _sharing(headings: Mapping[str, Element], named: Sequence[str]) -> str:
    """The heading that shares most words with a name, if it shares enough and opens the page."""
    least = SHARED if len(headings) == 1 else SHARED_OF_SEVERAL
    spelled = [t.words(name) for name in named]
    best, most = "", 0.0
    for heading, element in headings.items():
        words = t.words(heading)
        shared = max((likeness_of(words, name, least) for name in spelled), default=0.0)
        if len(words) > 1 and shared > max(most, least) and not _comes_late(element):
            best, most = heading, shared
    return best


def _comes_late(heading: Element) -> bool:
    """Whether paragraphs stand before a heading, as before one within the article."""
    letters = accumulate(len(text_within(p, 4 * LATE)) for p in heading.xpath("preceding::p"))
    return any(count > LATE for count in letters)


def _headlines(every: Iterable[Element]) -> Iterator[str]:
    """The first headlines in the page's JSON-LD."""
    texts = (s.text or "" for s in every if s.tag == "script" and "ld+json" in s.get("type", ""))
    found = (match[1] for text in texts for match in _HEADLINE.finditer(text))
    for quoted in islice(found, MAX_HEADLINES):
        try:
            yield t.collapse_space(t.unescaped(str(json.loads(f'"{quoted}"', strict=False))))
        except ValueError:
            continue


def _without_site(name: str, every: Sequence[Element]) -> str:
    """A document title less the site's name at its end or start."""
    return _trimmed(name, _site_in(name, every))


def _site_in(name: str, every: Sequence[Element]) -> str:
    """The site's name at the end or start of a document title; empty where there is none."""
    pieces = SITE.split(name)
    if len(pieces) < 2:
        return ""
    site = site_named(every)
    for cut in (pieces[-1], pieces[0]):
        if site and t.match_key(cut) == site:
            return cut
    last = pieces[-1]
    is_site = len(t.words(last)) <= 4 and len(t.words(_trimmed(name, last))) > 2
    return last if is_site else ""


def _trimmed(name: str, cut: str) -> str:
    if not cut:
        return name
    kept = name.removesuffix(cut) if name.endswith(cut) else name.removeprefix(cut)
    return kept.strip(SIGNS)
