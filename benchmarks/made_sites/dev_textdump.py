"""A magazine that was scraped to text: every line that could be seen, one after another."""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, line, p, reposted, ul

MENU = ("Long Way Round", "Trails", "Kitchen", "Sheds", "People", "Shop window")
CLUB = (
    "Long Way Round is walked, cooked and written by its readers. A year of it costs thirty pounds, "
    "which also brings you the hut key and a say in where the next bench goes."
)
HUT = "The hut at Carrow Gap sleeps eight and is free on {nights} nights this month."
CARE = (
    "Paths move, bridges fall and farmers change their minds. Go with a map that you can read, tell "
    "somebody when you mean to be back, and do not blame a magazine if it rains."
)
TRADE = (
    "Makers of boots and stoves sometimes send us things. We wear them out and say what happened; "
    "the sending has never bought a kind word, as several makers can tell you."
)
ASK = "Walked it too? Tell Marjorie how it went; she reads every line and answers most."
STAFF = "Marjorie Eames · Tom Pike · The hut committee"
MOTTO = "One good path, once a week."
SIGN = "See you at the stile."


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 0, "37")
    kit = ("Salt and pepper", "1 tbsp olive oil")
    more = [("2 onions", *kit), (*kit, "300 g lentils"), (*kit, "4 eggs"), ("1 leek", *kit)]
    for at, page in enumerate("1258"):
        stories = each(stories, page, 3, line("Ingredients"), ul(*more[at]), line("Method"))
    stories = each(stories, "0237", 0, line(MOTTO, "motto"))
    stories = each(stories, "024789", -1, line(SIGN))
    return each(stories, "1469", 2, p("“Nobody owns a view,” as the old club's first rule has it."))


def page(sheet: Sheet) -> str:
    plain = dict.fromkeys(("p", "h2", "line", "motto"), "{}\n")
    pieces = sheet.blocks({**plain, "ul": ("", "{}\n", "")})
    pieces = [
        piece.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">") for piece in pieces
    ]
    say = sheet.furniture.append
    hut = HUT.format(nights=3 + (7 * sheet.number) % 11)
    put(pieces, 4, hut + "\n")
    tail = [CLUB, TRADE, CARE] if sheet.number % 3 else [CLUB, CARE, TRADE]
    shelf = ["Further along"]
    for other in sheet.picked(3):
        shelf += [other.title, excerpt(other, 30)]
    lines = [*tail, ASK, *shelf, STAFF]
    for text in (*MENU, hut, *lines):
        say(text)
    head = "\n".join(MENU)
    return f"{head}\n{sheet.story.title}\n{''.join(pieces)}" + "\n".join(lines) + "\n"


SITE = Site("https://longwayround.example/paths/{slug}", page, edit, ending="txt")
