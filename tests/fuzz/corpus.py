"""Pages to start from: every fixture, and pages made of odd parts."""

from __future__ import annotations

from functools import cache
from random import Random

from tests.cases import FIXTURES, cases, files

SENTENCES = (
    "The ferry between the two islands was cancelled on Monday after divers found a crack.",
    "Some three hundred people live on the smaller island through the winter, she said.",
    "“We had no time to carry anything out,” said Ines Rothaug, who runs the bakery.",
    "Der Verein zählt heute 1.200 Mitglieder, darunter viele aus dem Ausland.",
    "政府は来年度から新しい制度を始めると発表した。",
    "أعلنت الحكومة يوم الاثنين عن خطة جديدة لدعم المزارعين في المنطقة.",
    "Паром между островами отменили в понедельник, после того как нашли трещину.",
)
RESIDUE = (
    "By Jane Doe",
    "Advertisement",
    "Share on Facebook",
    "3 min read",
    "You May Also Like",
    "© 2024 The Harbour Gazette. All rights reserved.",
    "Sign up for our newsletter",
    "Tags: rain, river",
    "12 Comments",
    "The post Rain appeared first on The Harbour Gazette.",
    "$0.0743 -0.80% USD",
    "Home | News | Sport",
    "2024-02-30T25:61:00+99:00",
    "² ³ ½ ٣٤ १२ Ⅷ 9" + "9" * 30,
)
TAGS = tuple(
    "p div span a b i em strong u s del sub sup code kbd h1 h2 h6 ul ol li dl dt dd table tr td th "
    "thead tbody caption pre blockquote br hr img figure figcaption section article main header "
    "footer nav aside form button input select option textarea label iframe object svg math "
    "script style noscript template title head body html frameset frame base meta link center "
    "font details summary time ruby rt wbr plaintext xmp doc x:y".split()
)


@cache
def pages() -> tuple[str, ...]:
    """The fixtures' pages and fragments, as text."""
    found = [
        path.read_bytes().decode("utf-8", "replace")
        for path in sorted((FIXTURES / "pages").glob("*/page.*"))
    ]
    for folder in ("residue", "keep", "recovered"):
        found += [case.html for file in files(folder) for case in cases(file)]
    return tuple(found)


@cache
def texts() -> tuple[str, ...]:
    """The fixtures as scraped text."""
    folders = ("residue", "keep")
    return tuple(case.text for folder in folders for file in files(folder) for case in cases(file))


def line(random: Random) -> str:
    return random.choice(SENTENCES if random.random() < 0.6 else RESIDUE)


def made(random: Random) -> str:
    """A page with a head and a body of odd but closed parts."""
    parts = [part(random, 0) for _ in range(random.randint(2, 20))]
    head = f"<title>{line(random)}</title><meta property=og:title content='{line(random)}'>"
    return f"<!doctype html><html lang=en><head>{head}</head><body>{''.join(parts)}</body></html>"


def part(random: Random, depth: int) -> str:
    tag = random.choice(TAGS)
    inner = line(random)
    if depth < 6 and random.random() < 0.5:
        inner += "".join(part(random, depth + 1) for _ in range(random.randint(1, 4)))
    named = random.choice(("", " class=related-posts", " id=share", " class='ad promo'", " hidden"))
    return f"<{tag}{named}>{inner}</{tag}>"


def page(random: Random) -> str:
    return made(random) if random.random() < 0.3 else random.choice(pages())
