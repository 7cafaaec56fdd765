"""A German regional daily: article and sections of HTML5, BEM classes, furniture in German."""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted

GRUSS = (
    "Was der Deichbote schreibt, bezahlen 9.{count} Haushalte zwischen Förde und Marsch. Gehören Sie "
    "dazu, steht morgens um fünf jemand mit klammen Fingern vor Ihrer Tür und danach die Zeitung im Kasten."
)
SCHNUPPERN = "Vierzehn Tage lang zur Probe im Kasten, danach ist von selbst Schluss."
WIR = (
    "Der Deichbote erscheint seit 1871 in Husbüll, mit zwei Unterbrechungen, für die wir nichts "
    "konnten. Die Redaktion zählt elf Köpfe, von denen keiner einer Partei angehört."
)
REGELN = (
    "Wer uns schreibt, schreibt unter vollem Namen und so, wie er am Gartenzaun sprechen würde. Die "
    "Redaktion kürzt, aber sie biegt nicht."
)
TREFF = [
    "Am Hafen gibt es jeden zweiten Mittwoch Kaffee mit der Chefin: kommen, meckern, Kuchen essen.",
    "Das Deichbote-Kochbuch mit siebzig Rezepten unserer Zustellerinnen liegt ab sofort beim Bäcker aus.",
]
TAG = "Stand dieser Seite: {day}, sechs Uhr früh."
HINTERGRUND = (
    "Der Streit um den Anleger dauert seit 2017. Damals hatte das Land den Pachtvertrag mit der "
    "Reederei gekündigt, ein Gericht in Schleswig gab ihr zwei Jahre später recht."
)
ORT = "Husbüll (dpa) –"


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 2, "58")
    stories = each(stories, "0146", 2, p(HINTERGRUND))
    stories = each(stories, "1479", 1, h2("Das ist bekannt"))
    stories = each(stories, "0369", 0, line("Jeden Tag einmal um den Deich gedacht", "motto"))
    return [s.opening(ORT) if i in (1, 2, 4, 5, 7, 8) else s for i, s in enumerate(stories)]


def page(sheet: Sheet) -> str:
    forms = {
        "p": '<p class="artikel__absatz">{}</p>\n',
        "h2": '<h2 class="artikel__zwischentitel">{}</h2>\n',
        "motto": '<p class="artikel__kolumne"><i>{}</i></p>\n',
    }
    pieces = sheet.blocks(forms)
    gruss = sheet.extra(GRUSS.format(count=410 + 13 * sheet.number))
    probe = sheet.extra(SCHNUPPERN)
    place = 2 + sheet.number % 2
    put(pieces, place, f"<section><p>{gruss}</p><p>{probe}</p></section>\n")
    cards = "".join(
        f'<li class="artikel__tipp"><strong>{sheet.extra(o.title)}</strong> '
        f"<span>{sheet.extra(excerpt(o, 26))}</span></li>\n"
        for o in sheet.picked(3)
    )
    day = sheet.day.strftime("%d.%m.%Y")
    shown = sheet.number != 5
    treff = f'<p class="artikel__absatz">{sheet.extra(sheet.rotate(TREFF))}</p>' if shown else ""
    return f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">
<title>{sheet.title} – Deichbote</title></head><body>
<header><nav><a href="/">{sheet.extra("Deichbote")}</a> <a href="/marsch">{sheet.extra("Marsch")}</a></nav></header>
<main><article class="artikel"><header><h1 class="artikel__titel">{sheet.title}</h1></header>
<section class="artikel__text">
{"".join(pieces)}
<p class="artikel__absatz">{sheet.extra(WIR)}</p>
{treff}
<p class="artikel__absatz">{sheet.extra(REGELN)}</p>
<p class="artikel__absatz artikel__absatz--klein">{sheet.extra(TAG.format(day=day))}</p>
<h3>{sheet.extra("Woanders im Blatt")}</h3><ul class="artikel__tipps">{cards}</ul>
</section></article></main>
<footer>{sheet.extra("Gedruckt in Husbüll auf der Maschine von 1974.")}</footer></body></html>
"""


SITE = Site("https://deichbote.example/lokales/{slug}.html", page, edit, language="de")
