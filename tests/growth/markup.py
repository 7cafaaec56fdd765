"""Markup made to cost time, from bytes to blocks: `CASES[name](n)` is an input of about n bytes."""

from __future__ import annotations

from collections.abc import Callable

Case = Callable[[int], "str | bytes"]

LEAD = (
    "The ferry between the two islands was cancelled on Monday after divers found a crack in its "
    "rudder, the operator said."
)
LAST = (
    "Some three hundred people live on the smaller island through the winter, and most of them buy "
    "their groceries on the mainland."
)
BEFORE = f"<html><head><title>Ferries</title></head><body><article><p>{LEAD}</p>"
AFTER = f"<p>{LAST}</p></article></body></html>"
ARTICLE = BEFORE + AFTER.removesuffix("</body></html>")
NUMBERED = (
    "<p>The ferry between two islands was cancelled on day {n} after divers found a crack in "
    "rudder {n}, the operator said, and it will not sail again before the end of month {n}.</p>"
)


def repeated(piece: str, before: str = "", after: str = "") -> Case:
    """A piece over and over, between two texts."""
    return lambda n: before + piece * max(1, n // len(piece)) + after


def numbered(piece: str, before: str = BEFORE, after: str = AFTER) -> Case:
    """A piece over and over, `{n}` in it counted."""

    def make(n: int) -> str:
        each = len(piece.format(n=10_000))
        return before + "".join(piece.format(n=i) for i in range(max(1, n // each))) + after

    return make


def nested(start: str, end: str = "", inside: str = ARTICLE, *, deepest: int = 1 << 40) -> Case:
    """Elements in one another, an article in the innermost; then beside one another."""

    def make(n: int) -> str:
        depth = min(deepest, max(1, n // len(start + end)))
        whole = start * depth + inside + end * depth
        return f"<html><body>{whole * max(1, n // len(whole))}</body></html>"

    return make


def in_tag(before: str, piece: str, after: str) -> Case:
    """A tag that holds much, before an article."""
    return repeated(piece, f"<html><body>{before}", f"{after}{ARTICLE}</body></html>")


def attributes(n: int) -> str:
    many = " ".join(f"a{i}=x" for i in range(n // 9))
    return f"<html><body><div {many}>{ARTICLE}</div></body></html>"


def classes(n: int) -> str:
    many = " ".join(f"name{i}" for i in range(n // 10))
    return f"<html><body><div class='{many}'>{ARTICLE}</div></body></html>"


def graph(n: int) -> str:
    depth = n // 10
    data = '{"a":[' * depth + "]}" * depth
    return f"<html><head><script type='application/ld+json'>{data}</script></head>{ARTICLE}"


def streamed(n: int) -> str:
    """Pieces that React streams, each to its place."""
    count = n // 120
    places = "".join(f"<template id='B:{i}'></template>" for i in range(count))
    pieces = "".join(
        f"<div hidden id='S:{i}'><p>Boat {i} left.</p></div><script>$RC('B:{i}','S:{i}')</script>"
        for i in range(count)
    )
    return f"{BEFORE}{places}{AFTER.removesuffix('</body></html>')}{pieces}</body></html>"


def pieces_of_a_line(n: int) -> str:
    """Inline code that trafilatura makes blocks of, in one long line."""
    return f"{BEFORE}<p>{'mended <code>a</code> again ' * (n // 28)}</p>{AFTER}"


def table_in_table(n: int) -> str:
    start, end = "<table><tr><td>", "</td></tr></table>"
    return nested(start, end, deepest=400)(n)


def alternating(n: int) -> str:
    """A paragraph at each level."""
    depth = n // 60
    return "<html><body>" + "".join(
        f"<div><p>Boat {i} left the harbour of town {i} at noon.</p>" for i in range(depth)
    )


NESTED = {
    "div": ("<div>", "</div>"),
    "nav": ("<nav>", "</nav>"),
    "section": ("<section>", "</section>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "list": ("<ul><li>", "</li></ul>"),
    "numbered list": ("<ol><li>", "</li></ol>"),
    "definitions": ("<dl><dd>", "</dd></dl>"),
    "bold": ("<b>", "</b>"),
    "span": ("<span>", "</span>"),
    "font": ("<font>", "</font>"),
    "link": ("<a href=/x>", "</a>"),
    "figure": ("<figure><figcaption>", "</figcaption></figure>"),
    "details": ("<details><summary>", "</summary></details>"),
    "form": ("<form><fieldset>", "</fieldset></form>"),
    "template": ("<template>", "</template>"),
    "noscript": ("<noscript>", "</noscript>"),
    "button": ("<button><div>", "</div></button>"),
    "unclosed div": ("<div>", ""),
    "unclosed p in b": ("<b><p>", ""),
    "unclosed i": ("<i>", ""),
    "unclosed link": ("<a href=/x>", ""),
    "unclosed list": ("<ul><li>", ""),
    "h1": ("<h1><div>", "</div></h1>"),
    "aside": ("<aside>", "</aside>"),
    "object": ("<object>", "</object>"),
    "svg": ("<svg><g>", "</g></svg>"),
    "pre": ("<pre><div>", "</div></pre>"),
    "pre that never ends": ("<pre>", ""),
    "article": ("<article>", "</article>"),
    "unknown": ("<x-y>", "</x-y>"),
}
TWICE = ("div", "nav", "list", "blockquote", "span", "bold", "link", "figure", "form", "section")

OPENINGS = {
    "html and spaces": ("<html", " ", ""),
    "html and slashes": ("<html", "/", ""),
    "html over and over": ("", "<html", ""),
    "html and space over and over": ("", "<html ", ""),
    "closed html over and over": ("", "<html>", ARTICLE),
    "doctype and spaces": ("<!doctype", " ", ""),
    "doctypes": ("", "<!doctype html>", ARTICLE),
    "doctype over and over": ("", "<!doctype", ""),
    "spaces and doctype": ("", " ", "<!doctype"),
    "title over and over": ("", "<title ", ""),
    "closed title over and over": ("", "<title>", ARTICLE),
    "titles": ("<html><head>", "<title>x</title>", f"</head>{ARTICLE}"),
    "noscript over and over": ("", "<noscript ", ""),
    "open noscript": ("<html><body>", "<noscript>", ARTICLE),
    "open script": ("<html><body>", "<script>", ARTICLE),
    "open style": ("<html><body>", "<style>", ARTICLE),
    "open textarea": ("<html><body>", "<textarea>", ARTICLE),
    "comments": ("", "<!-- x -->", ARTICLE),
    "open comments": ("", "<!--", ""),
    "comment and dashes": ("<!--", "-", ""),
    "open meta": ("<html><head>", "<meta ", ARTICLE),
    "meta without an end": ("", "<meta charset", ""),
    "meta charset and spaces": ("<meta charset", " ", "="),
    "metas": (
        "<html><head>",
        "<meta property=og:title content=Ferries>",
        f"</head>{ARTICLE}",
    ),
    "bases": ("<html><head>", "<base href=/x>", f"</head>{ARTICLE}"),
    "canonical links": (
        "<html><head>",
        "<link rel=canonical href=/x>",
        f"</head>{ARTICLE}",
    ),
    "JSON-LD": (
        "<html><head>",
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>',
        f"</head>{ARTICLE}",
    ),
    "head alone": ("<html><head>", "<link rel=icon href=/x>", "</head></html>"),
    "XML and spaces": ("<?xml version='1.0'?>", " ", "<rs"),
    "XML and comments": ("<?xml version='1.0'?>", "<!-- -->", "<rs"),
    "spaces and an open comment": ("", " ", "<!--"),
    "open XML": ("", "<?xml ", ""),
    "CDATA": ("<html><body>", "<![CDATA[", ARTICLE),
    "processing": ("<html><body>", "<?x ", ARTICLE),
    "angles": ("<html><body>", "<", ARTICLE),
    "ends": ("<html><body>", "</p>", ARTICLE),
    "ends without an angle": ("<html><body>", "</", ARTICLE),
    "h1s": ("<html><body>", "<h1>x y</h1>", ARTICLE),
    "beginnings and hidden texts": (
        BEFORE,
        "<p>The boat left the harbour at…</p><p hidden>The boat left the harbour at noon.</p>",
        AFTER,
    ),
    "rows by their roles": (
        BEFORE + "<div role=table>",
        "<div role=row><i role=cell>1</i><i role=cell>2</i></div>",
        "</div>" + AFTER,
    ),
    "short paragraphs": ("<html><body><article>", "<p>It left.</p>", "</article>"),
    "parts in a script": (
        "<html><body><script>[",
        '{"type":"paragraph","content":[{"text":"It left."}]},',
        '{"text":"x"}]</script></body></html>',
    ),
    "lists in a script": ("<html><body><script>", '[{"a":[{"text":"x"},{"text":"y"},', ""),
    "questions": (BEFORE, "<div><h3>Did it leave?</h3><div><p>It did.</div></div>", AFTER),
    "a script": ("<html><body><script>", "var a = '<p>x</p>';", f"</script>{ARTICLE}"),
    "scripts": ("<html><body>", "<script>x</script>", ARTICLE),
    "hollow tags": ("<html><body>", "<div></div>", ARTICLE),
    "hollow words": (BEFORE + "<p>", "<i></i>ab", "</p>" + AFTER),
    "hollow spans in a line": (BEFORE + "<p>", "a<span> </span>", "</p>" + AFTER),
    "spans in a line": (BEFORE + "<p>", "<span>x</span>y", "</p>" + AFTER),
    "fonts in a line": (BEFORE + "<p>", "<font>x</font>y", "</p>" + AFTER),
    "styles in a line": (BEFORE + "<p>", "<style></style>ab", "</p>" + AFTER),
    "scripts in a line": (BEFORE + "<p>", "<script></script>ab", "</p>" + AFTER),
    "buttons in a line": (BEFORE + "<p>", "<button>x</button>ab", "</p>" + AFTER),
    "menus and paragraphs": (
        "<html><body>",
        "<ul>" + "<li><a href=/x>y</a>" * 5 + "</ul><p>x</p>",
        ARTICLE,
    ),
    "navs": ("<html><body>", "<nav>x</nav>", ARTICLE),
    "menus": ("<html><body>", "<ul>" + "<li><a href=/x>y</a>" * 5 + "</ul>", ARTICLE),
    "lists in a list": (
        "<html><body><ul>",
        "<li><ul>" + "<li><a href=/x>y</a>" * 5 + "</ul>",
        "</ul>" + ARTICLE,
    ),
    "items": (BEFORE + "<ul>", "<li>Boat to harbour", "</ul>" + AFTER),
    "numbered items": (BEFORE + "<ol>", "<li>Boat to harbour", "</ol>" + AFTER),
    "lines": (BEFORE, "The boat left at noon.<br>", AFTER),
    "lines in a paragraph": (BEFORE + "<p>", "The boat left.<br>", "</p>" + AFTER),
    "breaks": (BEFORE, "<br>", AFTER),
    "rules": (BEFORE, "<hr>", AFTER),
    "bold words": (BEFORE + "<p>", "<b>x</b> ", "</p>" + AFTER),
    "bold letters": (BEFORE + "<p>", "<b>x</b>", "</p>" + AFTER),
    "linked words": (BEFORE + "<p>", "<a href=x>y</a> ", "</p>" + AFTER),
    "linked words in text": (BEFORE + "<p>", "boat <a href=x>y</a>, ", "</p>" + AFTER),
    "linked words in a div": ("<html><body>" + ARTICLE + "<div>", "<a href=x>y</a> ", "</div>"),
    "words with a mark each": (BEFORE + "<p>", "x<sup>1</sup> ", "</p>" + AFTER),
    "equal paragraphs": (BEFORE, f"<p>{LEAD}</p>", AFTER),
    "equal short paragraphs": (BEFORE, "<p>The boat left.</p>", AFTER),
    "one letter paragraphs": (BEFORE, "<p>x", AFTER),
    "equal headings": (BEFORE, "<h2>The boat left</h2>", AFTER),
    "equal divs": ("<html><body>", f"<div>{LEAD}</div>", "</body>"),
    "equal quotes": (BEFORE, f"<blockquote>{LEAD}</blockquote>", AFTER),
    "a paragraph without spaces": (BEFORE + "<p>", "x", "</p>" + AFTER),
    "a long paragraph": (BEFORE + "<p>", "the boat left at noon and ", "</p>" + AFTER),
    "rows": (BEFORE + "<table>", "<tr><td>1<td>2</tr>", "</table>" + AFTER),
    "cells": (BEFORE + "<table><tr>", "<td>1", "</table>" + AFTER),
    "cells of paragraphs": (BEFORE + "<table><tr>", f"<td><p>{LEAD}", "</table>" + AFTER),
    "a cell of paragraphs": (
        BEFORE + "<table><tr><td>",
        f"<p>{LEAD}<p>{LAST}",
        "</table>" + AFTER,
    ),
    "tables": (BEFORE, "<table><tr><td>1<td>2</table>", AFTER),
    "figures": (BEFORE, "<figure><img src=x><figcaption>Boat</figcaption></figure>", AFTER),
    "captions": (BEFORE + "<figure>", "<figcaption>Boat</figcaption>", "</figure>" + AFTER),
    "tails in a caption": (BEFORE + "<figure><figcaption>", "<i>a</i>b", "</figure>" + AFTER),
    "images": (BEFORE, "<img src=x alt=boat>", AFTER),
    "definitions": (BEFORE + "<dl>", "<dt>Boat<dd>It left", "</dl>" + AFTER),
    "preformatted": (BEFORE + "<pre>", "x = 1;\n\n \n", "</pre>" + AFTER),
    "references": (BEFORE + "<p>", "&amp;", "</p>" + AFTER),
    "references to nothing": (BEFORE + "<p>", "&#x0;", "</p>" + AFTER),
    "zeros in a reference": (BEFORE + "<p>&#", "0", "</p>" + AFTER),
    "ampersands": (BEFORE + "<p>", "&", "</p>" + AFTER),
    "ampersands and hashes": (BEFORE + "<p>", "&#", "</p>" + AFTER),
    "unclosed quotes": ("<html><body>", '<a href="', ARTICLE),
    "unclosed quotes, both": ("<html><body>", "<a b='x\" ", ARTICLE),
    "open tags of a fragment": ("<p>x</p>", "<div ", ""),
    "open links of a fragment": ("<p>x</p>", "<a\n", ""),
    "paragraphs of a fragment": ("", f"<p>{LEAD}</p>", ""),
    "div in a fragment": ("", "<div>", f"<p>{LEAD}</p>"),
    "bold in a fragment": ("<p>", "<b>", "x</p>"),
    "lists in a fragment": ("", "<ul><li>", f"<p>{LEAD}</p>"),
    "rows of a fragment": ("<table>", "<tr><td>x</td></tr>", "</table>"),
    "tables in a fragment": ("", "<table><tr><td>", "x"),
    "attributes' value": ("<html><body><div title='", "x ", f"'>{ARTICLE}</div>"),
    "letters of a class": ("<html><body><div class='", "aB", f"'>{ARTICLE}</div>"),
    "spaces in a tag": ("<html><body><div", " ", f">{ARTICLE}</div>"),
    "a link's address": (BEFORE + "<p>x <a href='", "/x?", "'>y</a></p>" + AFTER),
    "a title": ("<html><head><title>", "Boats | ", f"</title></head>{ARTICLE}"),
    "a title of spaces": ("<html><head><title>Boats", " ", f"|</title></head>{ARTICLE}"),
    "a heading": ("<html><body><h1>", "Boats ", f"</h1>{ARTICLE}"),
    "a description": ("<html><head><meta name=description content='", "boat ", f"'>{ARTICLE}"),
}

CASES: dict[str, Case] = {
    "streamed-pieces": streamed,
    "pieces-of-a-line": pieces_of_a_line,
    **{name: repeated(piece, before, after) for name, (before, piece, after) in OPENINGS.items()},
    **{f"nested {name}": nested(*tags) for name, tags in NESTED.items()},
    **{f"nested {name}, 200 deep": nested(*NESTED[name], deepest=200) for name in TWICE},
    **{f"nested {name}, 1,500 deep": nested(*NESTED[name], deepest=1500) for name in TWICE},
    **{f"hollow {name}": nested(*NESTED[name], inside="") for name in ("div", "list", "span")},
    "nested tables": nested("<table><tr><td>", "</td></tr></table>"),
    "nested tables, 400 deep": table_in_table,
    "nested rows, 15 deep": nested("<table><tr><td>", "</td></tr></table>", deepest=15),
    "a paragraph at each level": alternating,
    "attributes": attributes,
    "classes": classes,
    "a deep graph": graph,
    "paragraphs": numbered(NUMBERED),
    "paragraphs in divs": numbered("<div>" + NUMBERED + "</div>"),
    "lines, each other": numbered("Boat {n} left at noon for harbour {n}.<br>"),
    "links, each other": numbered("<p><a href=/{n}>Boat {n} left the harbour at noon</a></p>"),
    "headings and paragraphs": numbered("<h2>On day {n}</h2>" + NUMBERED),
    "lists": numbered("<ol><li>Boat {n} left<li>Boat {n} came</ol>" + NUMBERED),
    "rows, each other": numbered(
        "<tr><td>Boat {n}<td>{n}</tr>", BEFORE + "<table>", "</table>" + AFTER
    ),
    "cells, each other": numbered("<td>Boat {n}", BEFORE + "<table><tr>", "</table>" + AFTER),
    "words, each bold": numbered("<b>w{n}</b> ", BEFORE + "<p>", "</p>" + AFTER),
    "words in links": numbered("<a href=/{n}>w{n}</a> ", BEFORE + "<p>", "</p>" + AFTER),
    "a class over many": lambda n: (
        f"<html><body><div class='{'aB' * (n // 4)}'>{'<p>The boat left.' * (n // 36)}</div>"
    ),
    "attributes with quoted ends": numbered("a{n}='>' ", "<html><body><p ", f">{ARTICLE}"),
    "a branch beside the article": numbered(
        "<p>Boat {n} left</p>", "<html><body><div>", f"</div>{ARTICLE * 4}"
    ),
    "a list of hollow items": repeated("<li></li>", "<html><body><ul>", f"</ul>{ARTICLE}"),
    "counts of comments": repeated("<p><a>0</a>Boats {n}", BEFORE, AFTER),
    "counts of comments in one paragraph": repeated("<a>0</a>x<i></i>", "<p>", f"</p>{ARTICLE}"),
    "a choice": repeated("<option>x", "<html><body><select>", f"</select>{ARTICLE}"),
    "ids": numbered("<p id=i{n} class=c{n}>Boat {n} left."),
    "navs, each other": numbered("<nav>Boat {n}</nav>", "<html><body>", ARTICLE),
    "menus, each other": numbered(
        "<ul>" + "<li><a href=/{n}>Boat {n}</a></li>" * 5 + "</ul>", "<html><body>", ARTICLE
    ),
    "forms": numbered("<form><input name=n{n}><label>Boat {n}</label></form>"),
    "UTF-16 with a mark": lambda n: (BEFORE + "x " * (n // 4) + AFTER).encode("utf-16"),
    "UTF-16 without a mark": lambda n: (BEFORE + "x " * (n // 4) + AFTER).encode("utf-16-le"),
    "marks of byte order": lambda n: b"\xef\xbb\xbf" * (n // 3),
    "marks of UTF-16": lambda n: b"\xff\xfe" * (n // 2),
    "bytes of no charset": lambda n: BEFORE.encode() + b"\x81\x8d\x8f \xe9" * (n // 5),
    "a charset that is wrong": lambda n: (
        b"<meta charset=utf-8><p>" + b"caf\xe9 au lait " * (n // 13)
    ),
    "zero bytes": lambda n: BEFORE.encode() + b"a\0" * (n // 2) + AFTER.encode(),
    "Chinese": repeated("船在中午离开了港口。", BEFORE + "<p>", "</p>" + AFTER),
    "JSON": lambda n: '{"a":' * (n // 6) + "1" + "}" * (n // 6),
    "JSON lists": lambda n: "[" * (n // 2) + "]" * (n // 2),
}
