"""A site that the tests make: its pages, its furniture, and what is learnt of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lxml import html

from cleaner import Action, Cleaned, Options, clean
from cleaner.learn import learn
from cleaner.sites.memory import SiteMemory
from cleaner.text.words import collapse_space

HOST = "kestle.example"
TITLES = (
    "Night at the dairy", "A bell at noon", "The unpaid stairs", "Lamps out on the river",
    "Upstairs and downstairs", "A broken lock", "Below the quarry", "Three baskets",
    "The goats of Kestle", "A short ladder", "Marsh on the map", "Wet slate", "Small change",
)  # fmt: skip
_WHO = (
    "The wind came round to the west", "Nobody in the village could say",
    "A carpenter from the lower town", "Two of the older pilots",
    "Her brother had kept the letters", "The council met behind closed doors",
    "Most of the pears had fallen", "In the summer of that year",
    "Behind the chapel there is a well", "The last train had gone by then",
    "Some of the children had learnt", "An engineer measured the wall twice",
    "By the time that the snow melted",
)  # fmt: skip
_WHAT = (
    "and took the roof off the old dairy", "why the bell had rung at noon",
    "who had never been paid for the stairs", "when the lamps along the river went out",
    "without a word to the tenants upstairs", "because the lock on the gate was broken",
    "as far as the bend below the quarry", "and carried three baskets down the lane",
    "before anyone had thought of the goats", "with a ladder that was too short by half",
    "although the map showed nothing but marsh", "under a sky as grey as a wet slate",
    "while the baker was counting his change",
)  # fmt: skip
_HOW = (
    "until spring", "at the ferry", "by the well", "or so they say", "for the asking",
    "in high nettles", "with one pump", "to the orchestra", "for the postmaster",
    "for some butter", "past the stone", "before bedtime", "over the dog",
)  # fmt: skip


def said(number: int) -> str:
    """The number-th of 169 sentences, no two of which begin or end alike."""
    who, what = number % 13, number // 13 % 13
    return f"{_WHO[who]} {_WHAT[what]} {_HOW[(who + 2 * what) % 13]}."


def own(number: int, count: int = 4) -> list[str]:
    """The paragraphs that only the number-th article has."""
    return [said(number * 7 + i) for i in range(count)]


def page(number: int, *parts: str, title: str = "") -> str:
    """A whole page: its title, and the parts of its article as HTML."""
    title, inner = title or TITLES[number % len(TITLES)], "".join(map(_paragraph, parts))
    head = f"<head><title>{title}</title></head>"
    body = f'<main><article class="story"><h1>{title}</h1>{inner}</article></main>'
    return f'<!doctype html><html lang="en">{head}<body>{body}</body></html>'


def _paragraph(part: str) -> str:
    return part if part.startswith("<") else f"<p>{part}</p>"


def scraped(source: str) -> str:
    """A page as a naive scrape gives it: one line a block."""
    blocks = html.fromstring(source).xpath("//h1|//h2|//h3|//p|//li|//tr")
    return "\n\n".join(collapse_space(" | ".join(_cells(block))) for block in blocks)


def _cells(block: html.HtmlElement) -> list[str]:
    cells = block.xpath("./td") if block.tag == "tr" else [block]
    return [cell.text_content() for cell in cells]


FORMS: dict[str, Callable[[str], str]] = {"page": str, "text": scraped}


def address(number: int, host: str = HOST) -> str:
    return f"https://www.{host}/{number}"


def taught(pages: Iterable[str], host: str = HOST) -> SiteMemory:
    """What is learnt of pages."""
    return learn([(source, address(i, host)) for i, source in enumerate(pages)])


def recalled(source: str, memory: SiteMemory, host: str = HOST) -> Cleaned:
    """A page that is cleaned with a memory."""
    return clean(source, url=f"https://{host}/later", options=Options(site_memory=memory))


def lines_of(cleaned: Cleaned) -> list[str]:
    return [block.text for block in cleaned.blocks]


def taken(cleaned: Cleaned) -> list[str]:
    """What went as the site's furniture."""
    return [
        f.text
        for f in cleaned.findings
        if f.kind == "site-furniture" and f.action is Action.STRIPPED
    ]


def lost(pages: Sequence[str], learnt: int = 6) -> list[str]:
    """What goes with a memory of the first pages and stays without it, over all of them."""
    memory, gone = taught(pages[:learnt]), list[str]()
    for source in pages:
        with_it, without = recalled(source, memory), clean(source, url=address(0))
        assert not with_it.fault
        left = [with_it.title, *lines_of(with_it)]
        gone += [line for line in [without.title, *lines_of(without)] if line not in left]
    return gone
