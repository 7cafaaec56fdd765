"""Pages for the engines: forty good ones, a few that hold no article, and five that do harm."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cleaner.batch.inputs import Input
from cleaner.batch.rows import Row
from tests.cases import ROOT

DOCS = ROOT / "docs"
TIMEOUT = 6.0
MEMORY = 400 << 20
LIMITS = {"timeout": TIMEOUT, "memory": MEMORY}

PLACES = (
    ("Harwick", "Jane Doe", "three hundred"),
    ("Ostby", "Peter Lind", "four thousand"),
    ("Saint Orme", "Maria Castel", "eleven hundred"),
    ("Lower Tarn", "Ibrahim Noor", "two dozen"),
)
STORIES = {
    "ferry": (
        "Ferry to {place} cancelled after crack is found",
        "The ferry to {place} was cancelled on Monday after divers found a crack in its rudder, "
        "and it will not sail again before the end of the month.",
        "Some {count} people rely on the crossing through the winter, and most of them buy their "
        "groceries on the mainland.",
        "“We were told at seven in the morning, when the cars were already in line,” said {name}, "
        "who runs the bakery at the pier.",
        "The operator has chartered a smaller boat that takes passengers twice a day, but no cars "
        "and no freight.",
    ),
    "library": (
        "{place} library opens its doors on Sundays",
        "From next month the public library of {place} will be open on Sundays, the council "
        "decided after a debate that lasted until midnight.",
        "A survey among {count} readers had shown that families in particular found no time to "
        "visit it during the week.",
        "{name}, the head librarian, has hired four students who will keep the reading room and "
        "the children's corner open from noon to six.",
        "The lending desk stays closed on those days; books are handed out by a machine at the "
        "entrance instead.",
    ),
    "orchard": (
        "Late frost takes the apple blossom of {place}",
        "Two nights of frost at the end of April have destroyed most of the apple blossom around "
        "{place}, growers said after a first round through the orchards.",
        "{name} lit {count} small fires between the rows and still lost the trees in the hollow, "
        "where the cold air gathers.",
        "Pears and cherries, which bloom earlier, had set fruit before the frost came and were "
        "hardly touched.",
        "Cider makers expect to buy apples from the south this autumn, at a price that nobody "
        "wanted to name yet.",
    ),
    "bridge": (
        "Old bridge in {place} to carry trams again",
        "The iron bridge in {place}, closed to traffic for nine years, will carry trams again "
        "from the autumn, engineers announced at the end of the load tests.",
        "Workers replaced {count} rivets and laid a deck of larch planks over the girders that "
        "had been thought beyond repair.",
        "“She moved less than we had calculated, and she came back to where she was,” said "
        "{name}, who led the tests.",
        "Cyclists and walkers may use the northern footpath as soon as the railings have been "
        "painted.",
    ),
    "school": (
        "Pupils in {place} measure the air on their way to school",
        "Children of the primary school in {place} have measured the air along their way to "
        "school for a year, and their map now hangs in the town hall.",
        "With sensors that they had soldered themselves they took {count} readings, most of them "
        "at the height of a child's face.",
        "The worst values were not found on the main road but in the lane where parents wait "
        "with running engines, said their teacher, {name}.",
        "The council wants to close the lane to cars for half an hour each morning, and to "
        "measure again.",
    ),
    "museum": (
        "Museum in {place} gives a drum back",
        "The museum of local history in {place} has returned a ceremonial drum to the community "
        "from which it was taken a hundred and thirty years ago.",
        "Its origin came to light when {name} went through the {count} index cards that an "
        "earlier director had left in the attic.",
        "A delegation of six came to take it home and played it once in the courtyard, where "
        "nobody was allowed to film.",
        "In the glass case there is now a letter that tells why it is empty, and for how long it "
        "should not have been full.",
    ),
    "flood": (
        "{place} keeps its sandbags for another night",
        "The river at {place} fell by a hand's breadth on Thursday, but the mayor asked residents "
        "to leave the sandbags in place for another night.",
        "Firefighters had filled {count} bags since Tuesday, helped by the rowing club and by "
        "guests of the only hotel.",
        "“Water that goes down slowly is the kind I like,” said {name}, who has kept the gauge "
        "for twenty-six years.",
        "Two farms above the weir were still cut off, and their milk was brought out by boat.",
    ),
    "choir": (
        "A choir in {place} sings what the radio never played",
        "For its anniversary the chamber choir of {place} has recorded songs that were written "
        "for the radio in the fifties and never broadcast.",
        "The scores lay among {count} boxes in the cellar of the broadcasting house, and half of "
        "the pages had stuck together.",
        "{name}, who conducts the choir, spent two winters to copy them by hand and to find out "
        "who had written them.",
        "One of the composers is still alive; she came to the rehearsal and asked for a faster "
        "tempo.",
    ),
    "lighthouse": (
        "The lamp of {place} lighthouse goes dark for good",
        "The lighthouse of {place} will be switched off on the first of October, because ships "
        "that pass the cape have not looked for it in years.",
        "Its lamp was seen by {count} vessels a month when it was lit in 1911; last year the "
        "coast worker counted nine.",
        "{name}, whose grandfather kept it, would like to turn the tower into a weather station "
        "and has asked for the lens.",
        "The foghorn stays where it is, since nobody has found out how to carry it down the "
        "stairs.",
    ),
    "bees": (
        "Beekeepers of {place} count fewer losses",
        "Beekeepers around {place} lost fewer colonies over the winter than in any of the past "
        "ten years, their association reported on Saturday.",
        "Of the {count} hives that were visited in March, nine out of ten were alive, and most "
        "of those had stores left.",
        "{name} puts it down to a dry autumn and to the strips of wild flowers that were sown "
        "along the railway.",
        "The association nevertheless asks gardeners to let dandelions stand until the fruit "
        "trees bloom.",
    ),
}
AFTER = (
    "<p>The post {title} appeared first on The {place} Gazette.</p>",
    "<h3>You may also like</h3><ul><li><a href='/a'>Ten walks around {place}</a></li>"
    "<li><a href='/b'>What the council spent last year</a></li></ul>",
    "<p>Share this article</p>",
    "",
)
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>{title}</h1>{paragraphs}{after}</article>
<footer>Contact | Imprint</footer></body></html>
"""
HARM = ("hang", "memory", "segfault", "raise", "exit")
HOLLOW = {
    "empty-body": "<html><body></body></html>",
    "links-only": "<html><body><ul><li><a href='/a'>One</a></li><li><a href='/b'>Two</a></li></ul>"
    "</body></html>",
}


def _good() -> dict[str, str]:
    return {
        f"{story}-{number}": _page(story, number)
        for story in STORIES
        for number in range(len(PLACES))
    }


def _page(story: str, number: int) -> str:
    place, name, count = PLACES[number]
    said = {"place": place, "name": name, "count": count}
    title, *paragraphs = (line.format(**said) for line in STORIES[story])
    after = AFTER[(number + len(story)) % len(AFTER)].format(title=title, place=place)
    body = [f"<p>By {name}</p>", *(f"<p>{line}</p>" for line in paragraphs)]
    return PAGE.format(title=title, paragraphs="\n".join(body), after=after)


def _harmful(harm: str) -> str:
    return _page("ferry", 0).replace("<body>", f"<body><!-- poison: {harm} -->")


def _between(good: dict[str, str], others: dict[str, str]) -> dict[str, str]:
    """The others spread among the good ones, so that each has good ones before and after it."""
    pages, step = list(good.items()), len(good) // len(others)
    for place, other in enumerate(others.items()):
        pages.insert(place * (step + 1) + step // 2, other)
    return dict(pages)


SOURCES = _between(_good(), HOLLOW | {f"poison-{harm}": _harmful(harm) for harm in HARM})
"""The HTML of each page, by id."""
PAGES = [Input(html, f"https://example.com/{id_}", id_) for id_, html in SOURCES.items()]
"""The same as `clean_many` takes them."""
RECORDS = [{"id": page.id, "url": page.url, "html": page.content} for page in PAGES]
"""The same as records with fields."""


def row_from(id_: str, text: str, metadata: Mapping[str, Any]) -> Row:
    """The row that a document with such metadata tells of."""
    told = {f: metadata[f] for f in ("outcome", "title", "language", "confidence", "error")}
    told |= {name: json.loads(metadata[name]) for name in ("concerns", "stripped")}
    return Row(id_, f"https://example.com/{id_}", text=text, **told)


def code(page: str, heading: str, language: str = "python") -> str:
    """The code below a heading of a page of docs/, for the tests to run as it stands there."""
    section = (DOCS / page).read_text(encoding="utf-8").split(f"\n## {heading}\n")[1]
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", section.split("\n## ")[0], re.M | re.S)
    return "".join(blocks)


def write_jsonl(
    folder: Path, name: str, *, files: int = 1, pages: Sequence[Input] = PAGES
) -> list[Path]:
    """The pages as files of JSON lines; the files, in order of their pages."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(files):
        size = -(-len(pages) // files)
        part = pages[number * size : (number + 1) * size]
        lines = (json.dumps({"id": p.id, "url": p.url, "html": p.content}) for p in part)
        paths.append(folder / f"{name}-{number}.jsonl")
        paths[-1].write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return paths
