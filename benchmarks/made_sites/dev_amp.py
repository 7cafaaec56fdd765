"""A broadcaster's AMP pages: amp- elements, live coverage by the clock, mentions of its apps."""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Block, Story, each, h2, line, p, reposted

BACKGROUND = (
    "The strike began on 11 February, when talks over night shifts broke down in their ninth hour. "
    "Some 6,400 drivers and signallers have since stayed away on eleven days, and the operator puts "
    "its losses at 90 million."
)
LATEST = [
    "Radio Estuary is on 96.4 from the bridge to the sea, and wherever you are with the blue button "
    "on your speaker. Say its name twice.",
    "Hear this story read aloud tonight at ten past nine, between the tide tables and the jazz.",
]
RECEIVER = (
    "Licence payers in the five parishes keep Estuary on the air, at 41 pence a day between them. "
    "What it was spent on, to the last valve, is laid out on the town hall steps each January."
)
TRUST = (
    "Estuary's newsroom takes no instruction from parties, churches or breweries. Its charter may be "
    "read at the front desk, and complaints go to a panel on which no one draws a wage from us."
)
WEATHER = "Bar and beach: high water {hour}:{minute:02} at {height} metres, wind {wind} knots."
DATELINE = "ESTUARY CITY (Reuters) -"


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 3, "9")
    stories = [_live(s) if i in (1, 2, 5, 8) else s for i, s in enumerate(stories)]
    stories = each(stories, "0246", 2, p(BACKGROUND))
    stories = each(stories, "3479", 1, h2("What we know"))
    return [s.opening(DATELINE) if i in (0, 3, 6, 7, 9) else s for i, s in enumerate(stories)]


def _live(story: Story) -> Story:
    """With a clock time over each paragraph from the second on."""
    clock, blocks = 9 * 60 + 10, list[Block](story.blocks[:1])
    for block in story.blocks[1:]:
        clock += 20
        blocks += [line(f"{clock // 60}:{clock % 60:02}", "clock"), block]
    return Story(story.title, tuple(blocks))


def page(sheet: Sheet) -> str:
    forms = {
        "p": '<p class="c-text">{}</p>\n',
        "h2": '<h2 class="c-sub">{}</h2>\n',
        "clock": '<h3 class="c-clock">{}</h3>\n',
    }
    pieces = sheet.blocks(forms)
    latest = sheet.extra(sheet.rotate(LATEST))
    put(pieces, 4, f'<p class="c-text c-air">{latest}</p>\n')
    rng = sheet.rng
    weather = WEATHER.format(
        hour=rng.randrange(1, 12),
        minute=rng.randrange(60),
        height=rng.randrange(2, 6),
        wind=rng.randrange(4, 30),
    )
    rows = "".join(
        f'<div class="c-next__row" role="listitem"><a class="c-next__link" href="/amp/{len(o.title)}">'
        f'{sheet.extra(o.title)}</a><p class="c-next__text">{sheet.extra(excerpt(o, 22))}</p></div>\n'
        for o in sheet.picked(3)
    )
    return f"""<!doctype html>
<html amp lang="en"><head><meta charset="utf-8"><title>{sheet.title} | Radio Estuary</title>
<script async src="https://cdn.ampproject.org/v0.js"></script></head>
<body><amp-sidebar id="s" layout="nodisplay"><ul><li>{sheet.extra("Live desk")}</li></ul></amp-sidebar>
<header class="c-bar">{sheet.extra("Radio Estuary 96.4")}</header>
<article class="c-story"><h1 class="c-headline">{sheet.title}</h1>
<amp-img src="/i/{sheet.number}.jpg" width="16" height="9" layout="responsive"></amp-img>
<section class="c-body">
<p class="c-text c-tide">{sheet.extra(weather)}</p>
{"".join(pieces)}
<p class="c-text">{sheet.extra(RECEIVER)}</p>
<p class="c-text">{sheet.extra(TRUST)}</p>
<div class="c-next" role="list"><h4 class="c-next__head">{sheet.extra("After this")}</h4>
{rows}</div></section></article>
<amp-analytics type="none"></amp-analytics></body></html>
"""


SITE = Site("https://radioestuary.example/amp/story/{number}", page, edit)
