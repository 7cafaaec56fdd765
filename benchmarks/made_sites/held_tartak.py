"""Kept back: whoever builds site memory does not read on.

A Polish trade journal of sawmills on Joomla: modules around and within the article's body.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from dataclasses import replace

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted, table

PRZEDPLATA = (
    "Gazeta Trocinowa dociera co miesiąc do {n} tartaków i stolarni. Za roczny komplet bierzemy tyle, "
    "ile kosztuje porządne dłuto, a listonosz wkłada go między rachunki, żeby było przyjemniej."
)
KIM = (
    "Piszemy o drewnie od 1992 roku, z kantorka nad suszarnią w Borkach. Jest nas pięcioro, wszyscy "
    "mamy komplet palców i żadnego udziałowca za ścianą."
)
BLAD = (
    "Coś się nie zgadza? Pan Zenon odbiera telefon do piętnastej, a pomyłkę prostujemy tłustym "
    "drukiem w tym samym miejscu, w którym wyszła."
)
SLOWO = (
    "Za to, co mówią nasi rozmówcy, odpowiadają oni sami. Redakcja tylko spisuje, skraca i parzy im "
    "kawę, której nikt jeszcze nie pochwalił."
)
PIATEK = "W piątki o szóstej rano pani Halina wysyła trzy zdania o cenach sosny. Dłużej się nie da, bo traki ruszają."
SPOTKANIA = [
    "W trzecią sobotę miesiąca ostrzymy piły na podwórzu redakcji: wstęp za słoik ogórków, kawa z termosu.",
    "Kalendarz stolarza z fazami księżyca i rozstawem zębów już leży na ladzie, wieszak w cenie.",
]
KURS = "W Borkach dziś rano: {t} stopni, wilgotność w suszarni {w} procent, trak numer dwa {s}."
TLO = (
    "Spór o opłaty za składowanie kory trwa od jesieni 2018 roku, kiedy gmina podniosła stawkę o jedną "
    "trzecią. Dwa tartaki wygrały wtedy w sądzie, trzeci zdążył się zamknąć."
)
CYTAT = "„Drewno nie kłamie, najwyżej pęka” – mawiał stary majster Wójcik."
GATUNKI = ("sosna", "świerk", "sosna", "dąb")
OBCE = ("PropertyStock", "Zapraszamy też do subskrypcji")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted([_own(s) for s in stories], 1, "49")
    told = []
    for i, story in enumerate(stories):
        rows = table(
            f"Surowiec\t{GATUNKI[i % 4]}",
            f"Cena za metr\t{480 + 23 * i} zł",
            f"Wilgotność\t{12 + i % 5} procent",
            "Klasa\tII",
        )
        told.append(story.insert(min(4, len(story.blocks)), line("Deska miesiąca", "deska"), rows))
    told = each(told, "0168", 1, h2("Co już wiadomo"))
    told = each(told, "2357", 2, line("A co na to leśnicy?", "pytanie"))
    told = each(told, "2357", 4, line("A co na to sąsiedzi?", "pytanie"))
    told = each(told, "1358", 3, p(TLO))
    told = each(told, "0269", 2, line(CYTAT, "quote"))
    told = each(told, "0457", -1, p("Do przeczytania, i proszę nosić okulary."))
    told = each(told, "1236", 0, line("Z drugiej strony piły", "motto"))
    return [
        s.opening("Warszawa (PAP) –") if i in (0, 1, 3, 4, 6, 9) else s for i, s in enumerate(told)
    ]


def _own(story: Story) -> Story:
    """Without what the pages of the stock left in it."""
    kept = [b for b in story.blocks if not any(word in b.lines[0] for word in OBCE)]
    return replace(story, blocks=tuple(kept))


def page(sheet: Sheet) -> str:
    forms = {
        "motto": '<p class="nadtytul">{}</p>\n',
        "pytanie": '<div class="rozmowa-pytanie"><strong>{}</strong></div>\n',
        "deska": '<h4 class="deska-tytul">{}</h4>\n',
        "table": ('<table class="deska-tabela"><tbody>', "<tr>{}</tr>\n", "</tbody></table>\n"),
    }
    pieces = sheet.blocks(forms)
    module = '<div class="moduletable _wstawka"><div class="custom"><p>{}</p></div></div>\n'
    prenumerata = sheet.extra(PRZEDPLATA.format(n=f"2{sheet.number}14"))
    put(pieces, 3, module.format(prenumerata))
    put(pieces, 6, f"<p>{sheet.extra(PIATEK)}</p>\n")
    rng = sheet.rng
    kurs = KURS.format(
        t=rng.randrange(-9, 27), w=rng.randrange(8, 19), s=rng.choice(["stoi", "idzie", "zgrzyta"])
    )
    others = list({o.title: o for o in sheet.others}.values())
    rows = "".join(
        f'<li class="mod-articles__item"><h5 class="mod-articles-title">{sheet.extra(o.title)}</h5><p>{sheet.extra(excerpt(o, 24))}</p></li>\n'
        for o in rng.sample(others, 3)
    )
    order = [KIM, BLAD, SLOWO] if sheet.number % 3 else [SLOWO, KIM, BLAD]
    return f"""<!DOCTYPE html><html lang="pl-pl" dir="ltr"><head><meta charset="utf-8"><title>{sheet.title} - Gazeta Trocinowa</title></head>
<body class="site com_content view-article itemid-104"><header class="container-header">{sheet.extra("Gazeta Trocinowa")}</header>
<div class="site-grid"><div class="grid-child container-component"><main><div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article">
<div class="page-header"><h1 itemprop="headline">{sheet.title}</h1></div>
<div itemprop="articleBody" class="com-content-article__body">
{"".join(pieces)}{"".join(f"<p>{sheet.extra(text)}</p>" + chr(10) for text in order)}
<p class="stopka-dnia">{sheet.extra(kurs)}</p>
{module.format(sheet.extra(sheet.rotate(SPOTKANIA)))}
<div class="moduletable"><h3>{sheet.extra("Z tego samego pnia")}</h3><ul class="mod-articles mod-list">{rows}</ul></div>
</div></div></main></div></div></body></html>
"""


SITE = Site("https://gazetatrocinowa.example/artykuly/{number}-wpis", page, edit, language="pl")
