"""Kept back: whoever builds site memory does not read on.

A local radio in WordPress's Elementor: sections, columns and widgets nested, ids on each of them.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, line, p, reposted, ul

LISTEN = (
    "Valley FM has been on the wire from a henhouse in Upper Cray since 1994, on 107.{n} and through "
    "the lamp post outside the bakery. Twenty-six people speak on it and none of them is paid."
)
MAST = (
    "The mast was raised by listeners, a tenner at a time, and each spring it wants painting. Chip in "
    "for a tin and we read your name out between the weather and the lost dogs."
)
REQUEST = "A song for somebody? Call it through the henhouse window or ring Dilys before the eight o'clock pips."
HEARD = (
    "What guests say into our microphone is theirs. If it stings, Dilys will give you the same "
    "microphone for the same number of minutes."
)
TEAM = (
    "Looking for a voice of your own? On Wednesdays Gwil shows newcomers which button not to press. "
    "Bring slippers, the floor is cold."
)
SHOP = [
    "Our mug has a handle on either side so that you can pass it. It is four pounds at the bakery.",
    "On Saturday the whole of Valley FM goes out from the back of the bread van. Wave it down and be on.",
]
NEXT = "Up at {hour}: {name}, and after that an hour of brass."
NAMES = ("Gwil before breakfast", "The hedge report", "Dilys and the dogs", "Quiet valves")
CHORUS = "Oh the Cray runs cold and the Cray runs slow."
MAYOR = "“We will have the bridge by Michaelmas,” the mayor has said each year since 2016."
FLOOD = (
    "The bridge at Lower Cray was shut in October 2016, after a lorry had taken off the parapet. The "
    "county has put the repair at 1.3 million, and then at 2.2."
)
TUNES = ("Trad.: The Drover's Return", "Cray Silver Band: Evening Hill", "Mair Tudor: Blue Slate")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 0, "37")
    told = []
    for i, story in enumerate(stories):
        if i in (0, 1, 4, 5, 8):
            story = story.insert(
                min(4, len(story.blocks)),
                line("What was played", "head"),
                ul(TUNES[i % 3], TUNES[(i + 1) % 3], f"The Hollow Men: Take {i + 2}"),
                line(f"Gwil's ear: {2 + i % 4} of 5 tuning forks", "stars"),
            )
        if i in (2, 6, 9):
            story = story.insert(1, line("The first side", "number"))
            story = story.insert(4, line("The second side", "number"))
        told.append(story)
    for place in (4, 2):
        told = each(told, "1358", place, line(CHORUS, "verse"))
    told = each(told, "0258", 3, p(MAYOR))
    told = each(told, "2479", 2, p(FLOOD))
    told = each(told, "1246", 0, line("Heard over the hedge, and written down.", "motto"))
    told = each(told, "2578", -1, p("That is the lot. Mind the ford."))
    return [
        s.opening("UPPER CRAY (PA) —") if i in (0, 1, 2, 5, 6, 9) else s for i, s in enumerate(told)
    ]


def _widget(kind: str, inner: str, name: str) -> str:
    return (
        f'<div class="elementor-element elementor-element-{name} elementor-widget elementor-widget-{kind}" data-id="{name}" '
        f'data-element_type="widget" data-widget_type="{kind}.default"><div class="elementor-widget-container">{inner}</div></div>\n'
    )


def _section(inner: str, name: str) -> str:
    return (
        f'<section class="elementor-section elementor-top-section elementor-element elementor-element-{name} elementor-section-boxed" data-id="{name}">'
        f'<div class="elementor-container elementor-column-gap-default"><div class="elementor-column elementor-col-100 elementor-top-column">'
        f'<div class="elementor-widget-wrap elementor-element-populated">\n{inner}</div></div></div></section>\n'
    )


def page(sheet: Sheet) -> str:
    def fresh() -> str:
        return f"{sheet.rng.randrange(16**7):07x}"

    text = _widget("text-editor", "<p>{}</p>", fresh())
    listing = ('<ul class="elementor-icon-list-items">', "</ul>")
    tunes = _widget("icon-list", "|".join(listing), fresh()).split("|")
    forms = {
        "p": text,
        "h2": _widget("heading", '<h2 class="elementor-heading-title elementor-size-default">{}</h2>', fresh()),
        "head": _widget("heading", '<h3 class="elementor-heading-title elementor-size-small">{}</h3>', fresh()),
        "ul": (
            tunes[0],
            '<li class="elementor-icon-list-item"><span class="elementor-icon-list-text">{}</span></li>',
            tunes[1],
        ),
        "stars": _widget("rating", "<p>{}</p>", fresh()),
        "number": _widget("counter", '<h4 class="elementor-counter-title">{}</h4>', fresh()),
        "verse": _widget("text-editor", "<p><em>{}</em></p>", fresh()),
        "motto": _widget("heading", '<p class="elementor-heading-title elementor-size-medium">{}</p>', fresh()),
    }  # fmt: skip
    pieces = sheet.blocks(forms)
    put(pieces, 3, _widget("text-editor", f"<p>{sheet.extra(REQUEST)}</p>", "5c1e0aa"))
    put(pieces, 6, text.format(sheet.extra(MAST)))
    coming = NEXT.format(hour=sheet.rng.randrange(5, 12), name=sheet.rng.choice(NAMES))
    tail = [HEARD, TEAM] if sheet.number % 2 else [TEAM, HEARD]
    after = "".join(text.format(sheet.extra(words)) for words in tail)
    heard = sheet.extra(LISTEN.format(n=1 + sheet.number % 7))
    after += _widget("text-editor", f"<p>{heard}</p>", "77d0b3f")
    box = _widget("text-editor", f"<p>{sheet.extra(sheet.rotate(SHOP))}</p>", "1f9c2e4")
    box += _widget("alert", f"<span>{sheet.extra(coming)}</span>", "0b44e19")
    cards = "".join(
        f'<article class="elementor-post elementor-grid-item post-{len(o.title)} type-post"><div class="elementor-post__text"><h3 class="elementor-post__title">{sheet.extra(o.title)}</h3>'
        f'<div class="elementor-post__excerpt"><p>{sheet.extra(excerpt(o, 24))}</p></div></div></article>\n'
        for o in sheet.picked(3)
    )
    title = _widget(
        "heading",
        f'<h3 class="elementor-heading-title">{sheet.extra("Off the same shelf of tapes")}</h3>',
        "a8e3310",
    )
    posts = title + _widget(
        "posts", f'<div class="elementor-posts-container elementor-grid">{cards}</div>', "e20914c"
    )
    name = _widget(
        "heading",
        f'<h1 class="elementor-heading-title elementor-size-xl">{sheet.title}</h1>',
        "32cc71d",
    )
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="UTF-8"><title>{sheet.title} - Valley FM</title></head>
<body class="post-template-default single elementor-default elementor-page"><div data-elementor-type="header" class="elementor elementor-12 elementor-location-header">{sheet.extra("Valley FM")}</div>
<div data-elementor-type="single-post" data-elementor-id="88" class="elementor elementor-88 elementor-location-single post type-post hentry">
{_section(name, "90ab1c2")}{_section("".join(pieces) + after, fresh())}
{_section(box, "4d4d019")}{_section(posts, "c7716e5")}</div></body></html>
"""


SITE = Site("https://valleyfm.example/{slug}/", page, edit)
