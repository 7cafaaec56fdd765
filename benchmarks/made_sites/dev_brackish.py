"""Looked at when site memory was built.

Market news by a framework: each class name is a hash and all change from page to page.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted

CARRIED = (
    "Desks that Brackish carries write for themselves: we pass their copy through as it arrives and "
    "answer for none of the sums in it. Spotted a slip? The desk's own address is at the top, ours is "
    "no use to you."
)
HOLD = (
    "Nothing on Brackish nudges you to buy, sell or sit tight. The people who make the site own index "
    "funds, a rowing boat and, in one case, a regrettable amount of silver."
)
BELL = "Let Brackish ring at the close: one note, three numbers, no adjectives."
GLOW = "Voted the least shouty markets page by the readers of two rival ones."
MARKS = [("Northgate 50", 7214.0), ("Copper, spot", 9120.0), ("Harbour Rates", 3.62)]
FACT = (
    "Northgate listed in 2009 at 112 pence a share, was taken private by two of its lenders in 2014 "
    "and came back to the market four years later with half of its debt gone."
)
SAID = "“The quarter was what it was,” the finance director told analysts."


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 3, "14")
    stories = each(stories, "0257", 2, p(FACT))
    stories = each(stories, "0268", 4, p(SAID))
    stories = each(stories, "2579", 1, h2("By the numbers"))
    stories = each(stories, "0369", 0, line("The tape, read slowly", "motto"))
    return [
        s.opening("LONDON (Reuters) -") if i in (0, 1, 3, 4, 5, 8) else s
        for i, s in enumerate(stories)
    ]


def page(sheet: Sheet) -> str:
    def css() -> str:
        return f"css-{sheet.rng.randrange(36**5):x}"

    text = css()
    forms = {
        "p": f'<p class="{text}">{{}}</p>\n',
        "h2": f'<h2 class="{css()}">{{}}</h2>\n',
        "motto": f'<div class="{css()}"><p class="{text}">{{}}</p></div>\n',
    }
    pieces = sheet.blocks(forms)
    put(pieces, 2, f'<section class="{css()}">{_marks(sheet)}</section>\n')
    if sheet.number in (0, 1, 2, 5, 6, 8):
        put(pieces, 5, f'<div class="{css()}"><p class="{text}">{sheet.extra(BELL)}</p></div>\n')
    rows = "".join(
        f'<li class="{css()}"><h3>{sheet.extra(o.title)}</h3><p class="{css()}">{sheet.extra(excerpt(o, 70))}</p></li>\n'
        for o in sheet.picked(3)
    )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{sheet.title} • Brackish</title></head>
<body><div id="root"><div class="{css()}"><div class="{css()}">{sheet.extra("Brackish")}</div><main class="{css()}"><article class="{css()}">
<h1 class="{css()}">{sheet.title}</h1><div class="{css()}">
{"".join(pieces)}
</div><div class="{css()}"><p class="{css()}">{sheet.extra(CARRIED)}</p><p class="{css()}">{sheet.extra(HOLD)}</p></div>
<p class="{css()}">{sheet.extra(GLOW)}</p>
<div class="{css()}"><span class="{css()}">{sheet.extra("Also crossing the tape")}</span><ol class="{css()}">{rows}</ol></div>
</article></main></div></div><script>window.__S__={{"n":{sheet.number}}}</script></body></html>
"""


def _marks(sheet: Sheet) -> str:
    lines = []
    for name, base in MARKS:
        level = base * sheet.rng.uniform(0.9, 1.1)
        move = sheet.rng.uniform(-2, 2)
        way = "up" if move > 0 else "down"
        lines.append(
            f"{name} stood at {level:,.2f} when this page was drawn, {way} {abs(move):.2f} on the day."
        )
    return "".join(f"<p>{sheet.extra(text)}</p>" for text in lines)


SITE = Site("https://brackish.example/tape/{slug}", page, edit)
