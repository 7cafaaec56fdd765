"""Kept back: whoever builds site memory does not read on.

A token exchange that reposts: a price card, a disclaimer, cards with excerpts.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted, ul

TERMS = (
    "The text above was supplied by a third party and appears on Zodex Square as it reached us. It "
    "speaks for its writer alone, is no invitation to buy or sell anything, and may be out of date. "
    "Zodex Square and its staff accept no blame for what you do after reading it."
)
SHOULD = "Prices of digital assets swing hard. Seek somebody qualified before you part with a sum that matters."
COINS = (
    ("Aster", "ASTR", 0.0612),
    ("Meridian", "MRD", 118.3),
    ("Polar Dust", "PLD", 0.00034),
    ("Equinox", "EQX", 4.71),
)
COIN_FACTS = "{name} stands at ${price}, having moved {change} in the past day, with {volume}M in turnover and a rank of {rank}."
COIN_BUTTON = "Get {ticker} in under a minute"
WELCOME_HEAD = "New here? A hamper is waiting"
WELCOME = "Open an account, finish three small tasks and up to {count} USDT in fee vouchers land in your wallet."
APP = "Scan to carry Zodex with you: 400 pairs, one thumb."
ALSO = "Others kept scrolling to"
SOURCES = ("Bitwire Daily", "Cointelescope", "Hashpoint", "U.Desk")
TRADERS = (
    "Talk it over with {count} traders in the Square’s own room; the loudest are not always wrong."
)
DATELINE = "HONG KONG (Hashpoint) —"
QUOTE = "“There is no hurry,” the protocol’s lead developer wrote on the forum. “We will ship when the auditors have nothing left to ask.”"
BACKGROUND = (
    "The regulator first proposed the rule in October 2022 and has pushed back its start twice. Under "
    "the draft, venues would have to keep client coins apart from their own and prove it each month."
)
POINTS = ("Spot volume across venues fell for a third week.", "Funding stayed close to neutral.")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 2, "5")
    stories = [s.opening(DATELINE) if i in (0, 3, 6, 7) else s for i, s in enumerate(stories)]
    stories = each(stories, "0348", 2, p(BACKGROUND))
    stories = each(stories, "1267", -1, p(QUOTE))
    stories = each(stories, "0149", 1, ul(*POINTS))
    stories = each(stories, "1346", 2, h2("The Bigger Picture"))
    return each(
        stories, "2389", 0, line("Chain Letters: a weekly column on code and coin", "motto")
    )


def page(sheet: Sheet) -> str:
    pieces = sheet.blocks({"motto": '<p class="richtext-kicker"><strong>{}</strong></p>\n'})
    welcome = sheet.extra(
        WELCOME.format(count=f"{sheet.rng.choice((1, 3, 5, 8))},{sheet.rng.randrange(100, 999)}")
    )
    put(
        pieces,
        4,
        f'<div class="sq-hamper"><div class="sq-hamper-title">{sheet.extra(WELCOME_HEAD)}</div><p>{welcome}</p></div>\n',
    )
    cards = "".join(_card(sheet, other) for other in sheet.picked(4))
    traders = sheet.extra(
        TRADERS.format(count=f"{sheet.rng.randrange(11, 60)},{sheet.rng.randrange(100, 999)}")
    )
    menu = "".join(
        f"<a href='/{n[:3]}'>{sheet.extra(n)}</a>" for n in ("Markets", "Swap", "Vaults", "Square")
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{sheet.title} | Zodex Square</title></head><body>
<div id="app"><div class="top-bar"><div class="logo">{sheet.extra("Zodex")}</div><div class="links">{menu}</div></div>
<div class="sq-page"><div class="sq-left">
<h1 class="sq-title">{sheet.title}</h1>
<div class="sq-source"><span>{sheet.extra(sheet.rng.choice(SOURCES))}</span><span>{sheet.extra(f"{sheet.day:%d/%m/%Y} {sheet.rng.randrange(10, 24)}:{sheet.rng.randrange(10, 60)}")}</span></div>
<div class="sq-content richtext">
{"".join(pieces)}
</div>
{_coin(sheet)}
<div class="sq-terms"><p>{sheet.extra(TERMS)}</p><p>{sheet.extra(SHOULD)}</p></div>
<div class="sq-room"><p>{traders}</p></div>
<div class="sq-also"><div class="sq-also-head">{sheet.extra(ALSO)}</div>
{cards}</div>
</div><div class="sq-right"><div class="sq-qr"><p>{sheet.extra(APP)}</p></div></div></div>
<div class="bottom"><p>{sheet.extra("Zodex Holdings, Level 9, Victoria, Seychelles")}</p></div></div></body></html>
"""


def _coin(sheet: Sheet) -> str:
    name, ticker, base = COINS[sheet.rng.randrange(4)]
    price = f"{base * sheet.rng.uniform(0.6, 1.5):.4g}"
    change = f"{sheet.rng.uniform(-12, 12):+.2f}%"
    told = COIN_FACTS.format(
        name=name,
        price=price,
        change=change,
        volume=sheet.rng.randrange(2, 800),
        rank=sheet.rng.randrange(20, 400),
    )
    return f"""<div class="sq-coin"><div class="sq-coin-name"><span>{sheet.extra(f"{name} ({ticker})")}</span><span>{sheet.extra(f"${price}")}</span><span>{sheet.extra(change)}</span></div>
<p class="sq-coin-told">{sheet.extra(told)}</p><a class="sq-coin-go" href="/t/{ticker}">{sheet.extra(COIN_BUTTON.format(ticker=ticker))}</a></div>"""


def _card(sheet: Sheet, other: Story) -> str:
    return f"""<div class="sq-card"><div class="sq-card-title"><a href="/square/{len(other.title)}">{sheet.extra(other.title)}</a></div>
<div class="sq-card-text">{sheet.extra(excerpt(other, 45))}</div><div class="sq-card-foot"><span>{sheet.extra(sheet.rng.choice(SOURCES))}</span> <span>{sheet.extra(f"{sheet.rng.randrange(2, 23)}h")}</span></div></div>
"""


SITE = Site("https://www.zodex.example/en/square/post/{number}", page, edit)
