"""A crypto portal that reposts: CSS modules, some of whose hashes change from build to build."""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted

NOTICE = (
    "Pieces on the Coinquay wire come from outside desks and are carried here so that you can see "
    "what others write. Coinquay has not checked them, does not stand behind them, and nobody at "
    "Coinquay was paid to agree. If a piece is yours and you would like it gone, write to "
    "takedown@coinquay.example and it will be within two working days."
)
RISK = (
    "Tokens can go to zero and some have by the time you read this. Decide with a clear head and "
    "with money whose absence you would not notice."
)
APP = "Coinquay in your pocket rings once when a level that you chose is crossed, and then keeps quiet."
COINS = [
    ("Harbor Swap", "HSW", 0.0743), ("Lumen Bay", "LBAY", 1.27), ("Quarry", "QRY", 31.4),
    ("Tidewater", "TDW", 0.00218),
]  # fmt: skip
DESKS = ("Ledger Post", "Block & Bell", "Night Desk", "The Chain Gang")
DATELINE = "SINGAPORE (Tickwire) –"
QUOTE = (
    "“We said that we would publish the reserves every quarter, and we will publish them every "
    "quarter,” the exchange’s founder told reporters in May. “There is nothing else to add.”"
)


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 0, "26")
    stories = [s.opening(DATELINE) if i in (1, 3, 4, 8) else s for i, s in enumerate(stories)]
    stories = each(stories, "1357", 2, p(QUOTE))
    stories = each(stories, "59", 3, h2("What we know"))
    return each(stories, "1348", 1, line("What happened?", "h2"))


def page(sheet: Sheet) -> str:
    build = f"{sheet.rng.randrange(16**5):05x}"
    pieces = sheet.blocks({"p": '<div class="ace-line"><p>{}</p></div>\n'})
    app = sheet.extra(APP)
    if sheet.number in (0, 2, 3, 5, 6, 9):
        put(pieces, 2, f'<div class="tip_box__{build}"><p>{app}</p></div>\n')
    cards = "".join(_card(sheet, other) for other in sheet.picked(3))
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{sheet.title} | Coinquay Wire</title></head><body><div id="__next">
<div class="layout_wrap__Qm3xZ"><main class="wire_page__r8TfW"><div class="wire_main__{build}">
<h1 class="wire_title__b3NnR">{sheet.title}</h1>
<div class="rich-text_content__e5VmK">
{"".join(pieces)}
{_coin(sheet, build)}
<div class="wire_note__C6pqJ"><p>{sheet.extra(NOTICE)}</p></div>
<div class="wire_note__C6pqJ"><p>{sheet.extra(RISK)}</p></div>
<div class="more_box__{build}"><div class="more_head__kk19Z">{sheet.extra("On other people’s screens")}</div>
{cards}</div></div></div></main></div></div></body></html>
"""


def _coin(sheet: Sheet, build: str) -> str:
    name, ticker, base = COINS[sheet.number % 2 + (2 if sheet.number in (4, 7) else 0)]
    price = f"${base * sheet.rng.uniform(0.7, 1.4):.4g}"
    change = f"{sheet.rng.uniform(-9, 9):+.2f}%"
    told = (
        f"{name} ({ticker}) last changed hands at {price}, {change} against this time yesterday, "
        f"on a volume of {sheet.rng.randrange(3, 90)} million dollars across nine venues."
    )
    return f"""<div class="coin_card__o9GhS"><div class="coin_head__{build}">{sheet.extra("Within reach")}</div>
<p class="coin_told__aa1Bd">{sheet.extra(told)}</p><p>{sheet.extra(f"Trade {ticker} without leaving the page")}</p></div>"""


def _card(sheet: Sheet, other: Story) -> str:
    desk, hour = sheet.rng.choice(DESKS), f"{sheet.day:%Y/%m/%d} {sheet.rng.randrange(10, 24)}:05"
    return f"""<a class="card_row__H8yQw" href="/wire/{len(other.title)}"><h3 class="card_title__s5DkN">
{sheet.extra(other.title)}</h3><p class="card_desc__L0aXe">{sheet.extra(excerpt(other, 60))}</p>
<div><span>{sheet.extra(desk)}</span><time>{sheet.extra(hour)}</time></div></a>
"""


SITE = Site("https://www.coinquay.example/wire/{number}", page, edit)
