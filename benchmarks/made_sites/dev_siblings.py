"""A local news site where all furniture stands among the article's own paragraphs, as plain <p>."""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, put
from made_sites.site import Site
from made_sites.story import Story, each, p, reposted

STOP = (
    "Stopping you for a second: stories like this take Ana and Joel about nine days and a tank of "
    "petrol. If your week was better for knowing, leave the price of a sandwich on our table."
)
LETTER = (
    "Every weekday at seven, Joel writes four hundred words on what the council would rather you "
    "skimmed. It costs nothing and it lands before the kettle boils."
)
TAIL = [
    "Pennard Lantern belongs to the people who read it. No advertiser sees a story before you do, "
    "and none has ever asked twice.",
    "We get things wrong. When we do, we say so in the same place and at the same size, and the old "
    "wording stays visible with a line through it.",
    "Got a document, a photograph or a grudge? Slide it under the door of the old bakery on Wick "
    "Street, or ring Ana on 01555 010 199; she picks up.",
]
EVENT = (
    "The Lantern Supper is on {day}: soup, a speaker, and the chance to tell Joel to his face. "
    "Seats are twelve pounds and go quickly."
)
BACKGROUND = (
    "Harbour Homes, which runs 2,300 flats in the town, was placed under special measures in 2021 "
    "after inspectors found that one in six had no working fire alarm. It has said that all of them "
    "do now."
)
CHIMNEY = "He declined to say more."
DATELINES = ("PENNARD, Tuesday –", "WICK, Friday –")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 3, "15")
    stories = each(stories, "0269", 3, p(BACKGROUND))
    stories = each(stories, "0247", -1, p(CHIMNEY))
    return [
        s.opening(DATELINES[i % 2]) if i in (0, 2, 4, 7, 8) else s for i, s in enumerate(stories)
    ]


def page(sheet: Sheet) -> str:
    pieces = sheet.blocks({"h2": "<p><strong>{}</strong></p>\n", "line": "<p>{}</p>\n"})
    put(pieces, 2, f"<p>{sheet.extra(STOP)}</p>\n")
    if sheet.number in (0, 1, 3, 5, 6, 8):
        put(pieces, 5, f"<p>{sheet.extra(LETTER)}</p>\n")
    tail = [TAIL[i] for i in ((0, 1, 2) if sheet.number % 2 else (1, 0, 2))]
    tail.insert(1, EVENT.format(day=f"{sheet.day:%A %d %B}".replace(" 0", " ")))
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{sheet.title} - Pennard Lantern</title></head><body>
<div class="top"><a href="/">{sheet.extra("Pennard Lantern")}</a></div>
<div class="story"><h1>{sheet.title}</h1>
{"".join(pieces)}{"".join(f"<p>{sheet.extra(text)}</p>" + chr(10) for text in tail)}
</div></body></html>
"""


SITE = Site("https://pennardlantern.example/news/{slug}", page, edit)
