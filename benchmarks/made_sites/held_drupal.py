"""Kept back: whoever builds site memory does not read on.

A French magazine on Drupal: fields within fields.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted

SOUTIEN = (
    "Le Phare du Ponant n'a ni actionnaire ni bandeau clignotant : {n} personnes versent chaque mois le "
    "prix de deux cafés, et c'est avec ça que nous prenons le train, le bac et parfois des risques."
)
LETTRE = (
    "Le dimanche à huit heures, Maëlle raconte en dix lignes la semaine telle que vue du sémaphore."
)
MAISON = (
    "Fondé en 1989 dans l'arrière-salle d'une conserverie, le Phare paraît quand il a quelque chose à "
    "dire, c'est-à-dire à peu près tous les quinze jours. Ses sept plumes se relisent entre elles, à voix haute."
)
CHARTE = (
    "Nos articles n'engagent ni la mairie, ni la coopérative, ni la patronne du bistrot. Une erreur ? "
    "Elle sera rectifiée en haut de page et en gras, pas en catimini."
)
SORTIE = [
    "Samedi, balade commentée des anciens viviers : rendez-vous à la cale, bottes conseillées, goûter compris.",
    "Le hors-série sur les naufrages est arrivé, cent vingt pages cousues main, à retirer au sémaphore.",
]
MER = "Ce matin au sémaphore : vent de {v} nœuds, mer {m}, {t} degrés."
CONTEXTE = (
    "Le conflit autour de la criée remonte à l'automne 2016, lorsque le conseil régional avait retiré "
    "sa subvention de 1,8 million d'euros. Deux repreneurs s'étaient alors fait connaître, sans suite."
)
DEVISE = "Une heure de marche, une idée."


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 1, "35")
    stories = each(stories, "0268", 3, p(CONTEXTE))
    stories = each(stories, "0123456789", 0, line(DEVISE, "motto"))
    stories = each(stories, "0479", 2, h2("Ce que l'on sait"))
    return [
        s.opening("PARIS (AFP) –") if i in (1, 2, 3, 5, 7) else s for i, s in enumerate(stories)
    ]


def page(sheet: Sheet) -> str:
    forms = {"motto": '<p class="chapo"><em>{}</em></p>\n', "h2": "<h3>{}</h3>\n"}
    pieces = sheet.blocks(forms)
    soutien = sheet.extra(SOUTIEN.format(n=f"3 {100 + 11 * sheet.number}"))
    put(pieces, 4, f'<aside class="encart"><p>{soutien}</p></aside>\n')
    put(pieces, 7, f"<p>{sheet.extra(LETTRE)}</p>\n")
    rng = sheet.rng
    mer = MER.format(
        v=rng.randrange(4, 35), m=rng.choice(["belle", "agitée", "forte"]), t=rng.randrange(4, 19)
    )
    rows = "".join(
        f'<div class="views-row"><div class="views-field views-field-title"><span class="field-content">{sheet.extra(o.title)}</span></div>'
        f'<div class="views-field views-field-body"><div class="field-content"><p>{sheet.extra(excerpt(o, 25))}</p></div></div></div>\n'
        for o in sheet.picked(3)
    )
    order = [MAISON, CHARTE] if sheet.number % 3 else [CHARTE, MAISON]
    return f"""<!DOCTYPE html><html lang="fr" dir="ltr"><head><meta charset="utf-8"><title>{sheet.title} | Le Phare du Ponant</title></head>
<body class="page-node-type-article"><div class="layout-container"><header role="banner">{sheet.extra("Le Phare du Ponant")}</header>
<main role="main"><div class="region region-content"><article role="article" class="node node--type-article node--view-mode-full">
<h1 class="page-title"><span class="field field--name-title">{sheet.title}</span></h1><div class="node__content">
<div class="field field--name-body field--type-text-with-summary field__item">
{"".join(pieces)}
<p>{sheet.extra(order[0])}</p><p>{sheet.extra(order[1])}</p>
<p class="meteo">{sheet.extra(mer)}</p></div>
<div class="field field--name-field-agenda field__item"><p>{sheet.extra(sheet.rotate(SORTIE))}</p></div>
<div class="views-element-container"><h4>{sheet.extra("Dans le même courant")}</h4>{rows}</div>
</div></article></div></main></div></body></html>
"""


SITE = Site("https://phareduponant.example/node/{number}", page, edit, language="fr")
