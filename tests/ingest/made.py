"""Pages made for these tests: small, each with words of its own."""

from __future__ import annotations

import json
from pathlib import Path

TOWNS = "Aldmoor Brenwick Calder Dunhope Elsby Farnley Garside Hexton Irby Jarrow".split()
THINGS = "bridge ferry library mill orchard quarry school tower theatre weir".split()
ENDS = "after a flood; before the winter; for the third time; in a single week".split("; ")


def page(number: int, extra: str = "") -> str:
    """An article of three paragraphs with a title, a byline, a menu and a footer."""
    town, thing = TOWNS[number % 10], THINGS[number // 10 % 10]
    end, year = ENDS[number % 4], 1900 + number % 120
    title = f"The {thing} of {town} was rebuilt {end}, number {number}"
    return f"""<html lang="en"><head><title>{title}</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{title}</h1>
<p>By Jane Doe</p>
<p>The council of {town} said on Monday that the {thing}, which was first built in {year}, had been
rebuilt {end}, and that it would open to the public in {number % 28 + 1} days.</p>
<p>Neighbours who had collected {number * 7 + 3} signatures for it came to see the work, and the
mayor thanked them for the patience that they had shown for so long.</p>
<p>The money came from a fund that {town} set aside in {year + 3}, and from {number % 9 + 2} smaller
gifts, the council said.</p></article>
<footer>© 2024 The {town} Gazette. All rights reserved.</footer>{extra}</body></html>"""


def write_jsonl(path: Path, count: int) -> Path:
    """A file of so many pages, with ids `page-0` …"""
    lines = (
        {"id": f"page-{n}", "url": f"https://news.example/{n}", "html": page(n)}
        for n in range(count)
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path
