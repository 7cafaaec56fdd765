"""What a reposter changes in an article: one function an edit, paragraphs in, paragraphs out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks.synthetic.copies.templates import templates

UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
MIN_LETTERS = 60  # of a paragraph that is edited


@dataclass(frozen=True)
class Draft:
    """A headline, the paragraphs under it, and words that replace others."""

    title: str
    paragraphs: tuple[str, ...]
    strange: tuple[str, ...]

    def but(self, paragraphs: list[str]) -> Draft:
        return Draft(self.title, tuple(paragraphs), self.strange)

    @property
    def is_usable(self) -> bool:
        """Whether residue can be laid between its paragraphs."""
        return any(len(p) > MIN_LETTERS for p in self.paragraphs[:-1])


Edit = Callable[[Draft, Random], Draft]


def headline(draft: Draft, rng: Random) -> Draft:
    title = " ".join(rng.sample(draft.strange, min(7, len(draft.strange)))).capitalize()
    return Draft(title, draft.paragraphs, draft.strange)


def lead(draft: Draft, rng: Random) -> Draft:
    """Another first paragraph: a new sentence, then half of the words of the old one."""
    first, *rest = draft.paragraphs
    parts = _words(first)
    kept = _glue(parts[len(parts) // 2 :], first)
    return draft.but([f"{rng.choice(templates()['leads'])} {kept[:1].upper()}{kept[1:]}", *rest])


def words(draft: Draft, rng: Random) -> Draft:
    """One to three words exchanged in each paragraph."""
    return draft.but([_exchanged(p, draft.strange, rng) for p in draft.paragraphs])


def shortened(draft: Draft, rng: Random) -> Draft:
    """The last 10 to 50 % of the words dropped, in whole paragraphs."""
    left = rng.uniform(0.5, 0.9) * sum(map(len, draft.paragraphs))
    kept: list[str] = []
    for paragraph in draft.paragraphs:
        if kept and left < len(paragraph) / 2:
            break
        kept.append(paragraph)
        left -= len(paragraph)
    return draft.but(kept)


def joined(draft: Draft, rng: Random) -> Draft:
    """Two paragraphs made one."""
    place = rng.randrange(max(1, len(draft.paragraphs) - 1))
    both = " ".join(draft.paragraphs[place : place + 2])
    return draft.but([*draft.paragraphs[:place], both, *draft.paragraphs[place + 2 :]])


def note(draft: Draft, rng: Random) -> Draft:
    return draft.but([*draft.paragraphs, *rng.sample(templates()["notes"], rng.randint(1, 2))])


def quotes(draft: Draft, rng: Random) -> Draft:
    """Typographic quotes for typewriter's, or the other way round."""
    return draft.but([_requoted(p) for p in draft.paragraphs])


def figure(draft: Draft, rng: Random) -> Draft:
    """The first figure of one paragraph brought up to date."""
    places = [i for i, p in enumerate(draft.paragraphs) if re.search(r"\d", p)]
    if not places:
        return words(draft, rng)
    place, paragraphs = rng.choice(places), list(draft.paragraphs)
    new = str(rng.randint(3, 9999))
    paragraphs[place] = re.sub(r"\d+", new, paragraphs[place], count=1)
    return draft.but(paragraphs)


def nothing(draft: Draft, rng: Random) -> Draft:
    return draft


_EVERY = (nothing, headline, lead, words, shortened, joined, note, quotes, figure)
EDITS: dict[str, Edit] = {edit.__name__: edit for edit in _EVERY}


def edited(draft: Draft, names: tuple[str, ...], rng: Random) -> Draft:
    """All of these edits, in the order of EDITS; one that leaves too little is left out."""
    for name in sorted(names, key=list(EDITS).index):
        changed = EDITS[name](draft, rng)
        draft = changed if changed.is_usable else draft
    return draft


def _words(text: str) -> list[str]:
    return list(text) if UNSPACED.search(text) else text.split()


def _glue(parts: list[str], like: str) -> str:
    return ("" if UNSPACED.search(like) else " ").join(parts)


def _exchanged(text: str, strange: tuple[str, ...], rng: Random) -> str:
    parts = _words(text)
    if len(text) < MIN_LETTERS / (3 if UNSPACED.search(text) else 1):
        return text
    for place in rng.sample(range(len(parts)), min(len(parts), rng.randint(1, 3))):
        parts[place] = rng.choice(strange)
    return _glue(parts, text)


def _requoted(text: str) -> str:
    if '"' not in text and "'" not in text:
        return text.translate(str.maketrans("“”‘’", "\"\"''"))
    text = re.sub(r'"([^"]*)"', r"“\1”", text)
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)
