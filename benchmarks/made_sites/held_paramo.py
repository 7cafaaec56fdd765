"""Kept back: whoever builds site memory does not read on.

A Spanish regional paper: ids and inline styles, divs for paragraphs.
"""
# ruff: noqa: E501
# texts and markup are read more easily on one line

from __future__ import annotations

from made_sites.sheet import Sheet, excerpt, put
from made_sites.site import Site
from made_sites.story import Story, each, h2, line, p, reposted

SOCIO = (
    "La Voz del Páramo la sostienen {n} vecinos con lo que cuesta un bocadillo al mes. Con eso se paga "
    "la gasolina de Nuria, el teléfono de Tomás y la luz de un local que fue carnicería."
)
QUIEN = (
    "Este periódico nació en 2003 en un garaje de Villarreque y nunca ha cobrado por callar. Lo hacen "
    "cinco personas y un becario, que es también quien riega las plantas."
)
ERROR = (
    "Si algo de lo que acaba de leer no es así, llame a Tomás antes de las ocho o pásese por la "
    "carnicería. Lo arreglamos el mismo día y decimos qué estaba mal."
)
AGENDA = (
    "La próxima tertulia será el {day}: vino de la cooperativa, un invitado y nadie que modere."
)
AVISO = (
    "Las firmas de opinión hablan por sí mismas. A la redacción le parecen bien algunas y otras le "
    "quitan el sueño, y por eso mismo salen."
)
RADIO = "También se nos oye: de lunes a jueves, cuarto de hora con Nuria y el café en la mano, en el 101.3."
CONTEXTO = (
    "La línea de autobús se suprimió en junio de 2019 tras un recurso de la concesionaria, que había "
    "perdido 340.000 euros en dos ejercicios. Desde entonces, el pueblo más cercano con médico queda a 38 kilómetros."
)


def edit(stories: list[Story]) -> list[Story]:
    stories = reposted(stories, 0, "24")
    stories = each(stories, "1378", 2, p(CONTEXTO))
    stories = each(stories, "0259", -1, line("Y mañana, más frío.", "line"))
    stories = each(stories, "1346", 1, h2("Las claves"))
    return [
        s.opening("Madrid, 4 mar (EFE).-") if i in (0, 2, 3, 4, 6, 9) else s
        for i, s in enumerate(stories)
    ]


def page(sheet: Sheet) -> str:
    style = "font-family:Georgia;font-size:17px;margin-bottom:18px"
    forms = {
        "p": f'<div style="{style}">{{}}</div>\n',
        "h2": '<div style="font-weight:bold;font-size:20px">{}</div>\n',
        "line": f'<div style="{style}"><i>{{}}</i></div>\n',
    }
    pieces = sheet.blocks(forms)
    socio = sheet.extra(SOCIO.format(n=f"1.{120 + 8 * sheet.number}"))
    put(pieces, 2 + sheet.number % 3, f'<div style="{style};background:#eee">{socio}</div>\n')
    if sheet.number in (1, 2, 3, 4, 7, 9):
        put(pieces, 6, f'<div style="{style}">{sheet.extra(RADIO)}</div>\n')
    tail = [QUIEN, ERROR, AGENDA.format(day=sheet.day.strftime("%d/%m")), AVISO]
    shown = "".join(f'<div style="{style}">{sheet.extra(text)}</div>\n' for text in tail)
    cards = "".join(
        f'<div style="width:32%;float:left"><div style="font-weight:bold">{sheet.extra(o.title)}</div>'
        f'<div style="font-size:13px">{sheet.extra(excerpt(o, 24))}</div></div>\n'
        for o in sheet.picked(3)
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="es"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{sheet.title} - La Voz del Páramo</title></head><body>
<div id="cabecera">{sheet.extra("La Voz del Páramo")}</div><div id="columna"><h1>{sheet.title}</h1>
<div id="cuerpo">
{"".join(pieces)}
{shown}<div style="clear:both;font-weight:bold">{sheet.extra("A la vuelta de la esquina")}</div>
{cards}</div></div></body></html>
"""


SITE = Site("https://vozdelparamo.example/noticia.php?id={number}", page, edit, language="es")
