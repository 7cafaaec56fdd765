"""From a page to one that is wrong in a certain way: a function for each kind of wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from lxml import etree
from lxml import html as lxml_html

from tests.fuzz import corpus
from tests.fuzz.corpus import TAGS
from tests.fuzz.material import ADDRESSES, CHARSETS, CONTROLS, NAMES, REFERENCES, TOKENS, VALUES

Mutator = Callable[[Random], bytes | str]


def soup(random: Random) -> str:
    """Tags in any order, closed or not."""
    out = []
    for _ in range(random.randint(1, 120)):
        kind = random.random()
        tag = random.choice(TAGS)
        if kind < 0.4:
            out.append(f"<{tag}>" if kind < 0.3 else f"<{tag}{_attribute(random)}>")
        elif kind < 0.6:
            out.append(f"</{tag}>")
        else:
            out.append(random.choice(TOKENS) if kind < 0.7 else corpus.line(random))
    return "".join(out)


def subtrees(random: Random) -> str:
    """Elements taken out, doubled, swapped, wrapped, renamed."""
    tree = lxml_html.fromstring(corpus.page(random) or "<p>")
    for _ in range(random.randint(1, 8)):
        elements = [e for e in tree.iter(etree.Element) if e.getparent() is not None]
        if len(elements) < 2:
            break
        _change(random, *random.sample(elements, 2))
    return str(lxml_html.tostring(tree, encoding="unicode"))


def _change(random: Random, one: etree._Element, other: etree._Element) -> None:
    how = random.randint(0, 4)
    parent = one.getparent()
    if how == 0:
        parent.remove(one)
    elif how == 1:
        for _ in range(random.randint(1, 5)):
            one.addnext(lxml_html.fromstring(lxml_html.tostring(one, with_tail=False)))
    elif how == 2:
        one.tag = random.choice([tag for tag in TAGS if ":" not in tag])
    elif how == 3 and one not in other.iterancestors():
        other.addnext(one)
    else:
        one.text, one.tail = one.tail, corpus.line(random)


def attributes(random: Random) -> str:
    """Attributes of any name and value on any tag."""
    share = random.choice((0.02, 0.2, 1))
    return re.sub(
        r"<(\w+)",
        lambda m: m[0] + (_attribute(random) if random.random() < share else ""),
        corpus.page(random),
    )


def _attribute(random: Random) -> str:
    value = random.choice(VALUES if random.random() < 0.6 else ADDRESSES)
    quote = random.choice(("'", '"', ""))
    return f" {random.choice(NAMES)}={quote}{value}{quote}"


def encodings(random: Random) -> bytes:
    """Bytes in any charset, said to be in another, with some of them changed."""
    said = random.choice(CHARSETS)
    page = corpus.page(random).replace("<head>", f"<head><meta charset={said}>")
    data = bytearray(page.encode(random.choice(CHARSETS), "replace"))
    for _ in range(random.choice((0, 1, 20, len(data) // 20))):
        data[random.randrange(len(data))] = random.randrange(256)
    marks = (b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0", b"\x1f\x8b", b"%PDF")
    return random.choice(marks) + bytes(data)


def truncation(random: Random) -> bytes:
    """A page that ends at any byte, or begins at any."""
    data = corpus.page(random).encode()
    at = random.randrange(len(data) + 1)
    return data[:at] if random.random() < 0.8 else data[at:]


def splices(random: Random) -> str:
    """Pieces of several pages, one behind the other."""
    out = []
    for _ in range(random.randint(2, 5)):
        page = corpus.page(random)
        start, end = sorted(random.randrange(len(page) + 1) for _ in range(2))
        out.append(page[start:end])
    return "".join(out)


def characters(random: Random) -> str:
    """Control characters and references anywhere."""
    return _sprinkled(random, corpus.page(random), (*CONTROLS, *REFERENCES))


def links(random: Random) -> str:
    """Hostile addresses in links, in the base and in the head."""
    page = re.sub(
        r"href=(\"[^\"]*\"|'[^']*')",
        lambda _: f'href="{random.choice(ADDRESSES)}"',
        corpus.page(random),
    )
    linked = f"<a href='{random.choice(ADDRESSES)}'>{corpus.line(random)}</a>"
    page = _sprinkled(random, page, (linked, f"this!{linked}", f"<b>{linked}</b>"))
    base = random.choice(("<base href='{}'>", "<link rel=canonical href='{}'>", "{}"))
    return page.replace("<head>", "<head>" + base.format(random.choice(ADDRESSES)))


def depth(random: Random) -> str:
    """A page inside many elements, a part of them never closed."""
    tags = random.sample(TAGS, random.randint(1, 3))
    times = random.choice((10, 100, 300, 1000, 3000))
    opened = "".join(f"<{tag}>" for tag in tags) * times
    closed = "".join(f"</{tag}>" for tag in reversed(tags)) * random.choice((0, times))
    page = corpus.page(random)
    at = random.randrange(len(page) + 1)
    return page[:at] + opened + page[at:] + closed


def repeats(random: Random) -> str:
    """One thing thousands of times, in a page."""
    tag = random.choice(TAGS)
    pieces = (
        f"<{tag}>",
        f"<{tag} ",
        f"<{tag}>x</{tag}>",
        f"</{tag}>",
        f"<a href=/a>{corpus.line(random)}</a>",
        random.choice(TOKENS),
        random.choice(CONTROLS),
        random.choice(REFERENCES[:5]),
        corpus.line(random) + "\n",
        f"<p>{corpus.line(random)}</p>",
        f"<{tag}{_attribute(random)}>x",
    )
    piece = random.choice(pieces)
    return _sprinkled(random, corpus.page(random), (piece * (20_000 // len(piece) + 1),), most=1)


def heads(random: Random) -> str:
    """Metadata that nobody can read: JSON-LD, dates, languages, titles."""
    deep = "[" * random.choice((10, 1000, 20_000))
    jsons = (deep, deep + '"articleBody"', f'{{"@type":"Article","author":{deep}')
    date, name = random.choice(VALUES), random.choice(NAMES)
    pieces = (
        f"<script type='application/ld+json'>{random.choice(jsons)}</script>",
        f'<script type=application/ld+json>{{"datePublished":"{date}","author":{{}}}}</script>',
        f"<meta property='article:published_time' content='{date}'>",
        f"<meta name=author content='{random.choice(REFERENCES)}'><time datetime='{date}'>",
        f"<meta name={name} content='{date}'><html lang='{date}'>",
        f"<title>{corpus.line(random) * random.choice((0, 1, 300))}",
    )
    page = corpus.page(random)
    page = page if "<head>" in page else f"<html><head></head><body>{page}"
    chosen = random.sample(pieces, random.randint(1, 3))
    return page.replace("<head>", "<head>" + "".join(chosen), 1)


def lines(random: Random) -> str:
    """Scraped text: lines taken out, doubled, in another order, with odd characters."""
    parts = random.choice(corpus.texts()).split("\n")
    parts += [corpus.line(random) for _ in range(random.randint(0, 6))]
    if random.random() < 0.3:
        random.shuffle(parts)
    parts = [part for part in parts if random.random() < 0.9]
    parts += random.choices(parts, k=random.randint(0, 4)) if parts else []
    text = random.choice(("\n", "\n\n", "\r\n", "\u2028")).join(parts)
    return _sprinkled(random, text, (*CONTROLS, "- ", "1. ", " | ", "# ", "> ", "<b>", "```"))


def _sprinkled(random: Random, page: str, pieces: tuple[str, ...], most: int = 12) -> str:
    for _ in range(random.randint(1, most)):
        at = random.randrange(len(page) + 1)
        page = page[:at] + random.choice(pieces) + page[at:]
    return page


MUTATORS: dict[str, Mutator] = {
    function.__name__: function
    for function in (
        soup,
        subtrees,
        attributes,
        encodings,
        truncation,
        splices,
        characters,
        links,
        depth,
        repeats,
        heads,
        lines,
    )
}
