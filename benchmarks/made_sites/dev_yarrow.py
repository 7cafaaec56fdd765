"""Looked at when site memory was built.

A parish paper of 1997: center, font and dl, a font element within each paragraph.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, line, p, reposted, table, ul

PLATE = (
    "The Yarrow Leaf is laid in {n} porches by hand. Whoever finds it worth the paper may leave an egg, "
    "or the price of one, with the verger."
)
SCRIBES = (
    "It is set by Mr and Mrs Ogle at the kitchen table, from what people tell them over the wall. They "
    "are eighty-one and eighty-three and should not be hurried."
)
FAULT = (
    "Misprints are Mr Ogle's, opinions are Mrs Ogle's, and the map on the back is after a drawing by "
    "the late Canon. Quarrels may be brought to the side gate after tea."
)
BELLS = (
    "Ringers are wanted on Thursdays. You need no ear, but two arms, and the tower has a kettle."
)
COPIES = "Old Leaves hang on the nail in the vestry; take one, and put it back flat."
HALL = (
    "At the hall this week: whist on {a} tables, {b} cakes, and the boiler holding at {c} pounds."
)
DAYS = [
    "The outing is to the sea again. Forty seats, a bucket at the back, and home by the ten o'clock bell.",
    "Mrs Ogle's marrow chutney is on the trestle by the font, with the recipe withheld as before.",
]
OLD = (
    "The common was enclosed in 1803, when nine families lost the right to cut turf on it. Three of them "
    "still pay a penny each at Lammas, and get it back."
)
PROVERB = "“Rain on the yarrow, hay in the barrow,” as they say on the hill."
HYMN = "And the bells came over the water."
WHO = ("The old forge", "The lower mill", "The old forge")


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 1, "069")
    told = []
    for i, story in enumerate(stories):
        if i in (1, 3, 4, 7, 8):
            rows = table(
                f"Born\t{1890 + 3 * i}",
                f"Lived at\t{WHO[i % 3]}",
                f"Children\t{i + 1}",
                "Buried\tYarrow",
            )
            story = story.insert(min(3, len(story.blocks)), line("In the register", "head"), rows)
        if i in (0, 2, 5, 9):
            story = story.insert(
                min(4, len(story.blocks)),
                line("What to bring", "head"),
                ul("A stout stick", f"{1 + i} candles", "Something warm for the feet"),
            )
        told.append(story)
    told = each(told, "2357", 1, line("The vicar asks:", "ask"))
    told = each(told, "2357", 3, line("The village answers:", "ask"))
    for place in (5, 2):
        told = each(told, "3468", place, line(HYMN, "verse"))
    told = each(told, "0268", 2, line(PROVERB, "quote"))
    told = each(told, "1279", 3, p(OLD))
    told = each(told, "0457", -1, line("Yours over the wall, E. Ogle"))
    told = each(told, "1358", 0, line("What was said at the pump", "motto"))
    return [
        s.opening("YARROW, Lady Day. –") if i in (0, 2, 4, 5, 6, 9) else s
        for i, s in enumerate(told)
    ]


def page(sheet: Sheet) -> str:
    text = '<p align="justify"><font face="Garamond" size="3">{}</font></p>\n'
    forms = {
        "p": text,
        "h2": '<center><font face="Garamond" size="4" color="#003300"><b>{}</b></font></center>\n',
        "head": '<p><font face="Garamond" size="4"><u>{}</u></font></p>\n',
        "ask": '<dl><dt><font face="Garamond" size="3"><b>{}</b></font></dt></dl>\n',
        "verse": '<blockquote><font face="Garamond" size="3"><i>{}</i></font></blockquote>\n',
        "quote": '<blockquote><font face="Garamond" size="3">{}</font></blockquote>\n',
        "ul": ("<ul>\n", '<li><font face="Garamond" size="3">{}</font>\n', "</ul>\n"),
        "table": ('<table border="1" cellpadding="3">\n', "<tr>{}</tr>\n", "</table>\n"),
        "motto": '<p align="justify"><font face="Garamond" size="3"><i>{}</i></font></p>\n',
        "line": '<p align="right"><font face="Garamond" size="3">{}</font></p>\n',
    }
    pieces = sheet.blocks(forms)
    plate = sheet.extra(PLATE.format(n=240 + 3 * sheet.number))
    put(pieces, 3, text.format(plate))
    bells = sheet.extra(BELLS)
    put(
        pieces,
        6,
        f'<center><table border="2" width="60%"><tr><td><font size="3">{bells}</font></td></tr></table></center>\n',
    )
    tail = [SCRIBES, FAULT] if sheet.number % 3 else [FAULT, SCRIBES]
    hall = HALL.format(
        a=sheet.rng.randrange(2, 9), b=sheet.rng.randrange(3, 17), c=sheet.rng.randrange(8, 15)
    )
    rows = "".join(
        f'<dt><font size="3"><b>{sheet.extra(o.title)}</b></font>\n<dd><font size="2">{sheet.extra(excerpt(o, 24))}</font>\n'
        for o in sheet.picked(3)
    )
    return f"""<html><head><title>{sheet.title}</title></head>
<body bgcolor="#f6fff0" text="#101010" link="#004400"><center><font face="Garamond" size="6">{sheet.extra("The Yarrow Leaf")}</font><hr width="50%"></center>
<center><h1><font face="Garamond">{sheet.title}</font></h1></center>
{"".join(pieces)}
{"".join(text.format(sheet.extra(words)) for words in tail)}{text.format(sheet.extra(COPIES))}
<center><font face="Garamond" size="2">{sheet.extra(hall)}</font></center>
<hr><center><font size="3" color="#993300">{sheet.extra(sheet.rotate(DAYS))}</font></center>
<p><font face="Garamond" size="4">{sheet.extra("Off the other side of the Leaf")}</font></p>
<dl>{rows}</dl></body></html>
"""


SITE = Site("http://www.yarrowleaf.example/leaf{number}.html", page, edit)
