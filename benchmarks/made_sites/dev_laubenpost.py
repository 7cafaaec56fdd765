"""Looked at when site memory was built.

A German letter by mail, put on the web as it was sent: a table row for each paragraph.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted, ul

GELD = (
    "Die Laubenpost trägt sich, weil {n} Gärtnerinnen und Gärtner im Jahr den Gegenwert zweier Säcke "
    "Rindenmulch dafür hergeben. Wer mittut, bekommt im Februar ein Tütchen Saat, sortenrein und von Hand gezählt."
)
WIR = (
    "Gebastelt wird die Laubenpost in Parzelle 41 von Hilde, Cem und einem Komposthaufen. Wir "
    "probieren alles selbst aus, meistens zweimal, weil beim ersten Mal die Schnecken kamen."
)
GIFT = (
    "Pflanzen sind keine Apotheke: Was hier über Kräuter steht, haben wir gelesen, gehört oder "
    "geschmeckt. Bei Beschwerden hilft der Mensch im weißen Kittel weiter, nicht der im grünen."
)
TAUSCH = [
    "Am Samstag tauschen wir hinterm Vereinsheim Ableger gegen Kuchen. Hunde an die kurze Leine, Kinder an die lange.",
    "Hildes Wandkalender mit den wahren Frosttagen ist da, aufgehängt wird er im Schuppen, abgeholt in Parzelle 41.",
]
WETTER = "Auf Parzelle 41 gemessen: {t} Grad am Boden, {r} Liter Regen seit der letzten Post."
ECHO = "Antworten Sie einfach auf diesen Brief. Cem liest alles, auch das Krakelige."
SPRUCH = "Was lange gärt, wird Humus."
ZUTAT = ("Salz und Pfeffer", "1 EL Olivenöl")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 1, "26")
    stories = each(
        stories,
        "03578",
        -1,
        h2("Zutaten"),
        ul(*ZUTAT, "2 Zwiebeln"),
        h2("Zubereitung"),
        p("Alles klein schneiden und langsam garen."),
    )
    stories = each(stories, "0479", 0, line(SPRUCH, "motto"))
    stories = each(
        stories,
        "1269",
        2,
        p(
            "Das Bundessortenamt führt derzeit 3.100 Sorten, vor dreißig Jahren waren es noch rund 4.700."
        ),
    )
    return each(stories, "0358", -1, line("Bis Sonntag, und harken Sie sacht."))


def page(sheet: Sheet) -> str:
    cell = '<tr><td style="padding:0 24px 14px;font:16px Arial">{}</td></tr>\n'
    forms = {
        "p": cell,
        "h2": cell.format("<b>{}</b>"),
        "ul": ('<tr><td style="padding:0 24px 14px"><ul>', "<li>{}</li>", "</ul></td></tr>\n"),
        "motto": cell.format("<i>{}</i>"),
        "line": cell.format("<i>{}</i>"),
    }
    pieces = sheet.blocks(forms)
    put(pieces, 3, cell.format(sheet.extra(GELD.format(n=560 + 4 * sheet.number))))
    rng = sheet.rng
    wetter = WETTER.format(t=rng.randrange(-3, 19), r=rng.randrange(2, 60))
    tail = [WIR, GIFT, wetter] if sheet.number % 4 else [wetter, WIR, GIFT]
    rows = "".join(
        f'<tr><td width="64"><img src="/b/{len(o.title)}.gif" width="64"></td><td><b>{sheet.extra(o.title)}</b><br>{sheet.extra(excerpt(o, 22))}</td></tr>\n'
        for o in sheet.picked(2)
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html lang="de"><head><meta charset="utf-8"><title>{sheet.title}</title></head>
<body bgcolor="#e8eee4"><table width="100%" cellpadding="0" cellspacing="0"><tr><td align="center"><table width="600" bgcolor="#ffffff">
<tr><td style="padding:24px">{sheet.extra("Laubenpost")}</td></tr>
<tr><td style="padding:0 24px"><h1>{sheet.title}</h1></td></tr>
{"".join(pieces)}
{"".join(cell.format(sheet.extra(text)) for text in tail)}
<tr><td style="padding:14px 24px;background:#f4f7f1">{sheet.extra(sheet.rotate(TAUSCH))}</td></tr>
<tr><td style="padding:14px 24px"><b>{sheet.extra("Aus dem Schuppen geholt")}</b><table>{rows}</table></td></tr>
{cell.format(sheet.extra(ECHO))}</table></td></tr></table></body></html>
"""


SITE = Site("https://laubenpost.example/brief/{number}.html", page, edit, language="de")
