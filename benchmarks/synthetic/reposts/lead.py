"""A lead told again: the copies and rewordings with which summaries stand over reposts."""

from __future__ import annotations

import re

from benchmarks.synthetic.reposts.page import Group, Piece, Role
from benchmarks.synthetic.reposts.voice import UNSPACED, Voice

KIND = "duplicate-lead"
SENTENCE = re.compile(r"(?<=[.!?؟…])[\"”»’]?\s+(?=\S)|(?<=[。！？])(?![」”])")
CLAUSE = re.compile(r"(?<=[，、；,،])")


def lead(voice: Voice) -> Group:
    """The summary over the article, in one of the ways in which pages repeat themselves."""
    rng = voice.rng
    told = rng.choice([_same, _reworded, _shortened, _joined, _joined])(voice)
    role: Role = rng.choice(["paragraph", "paragraph", "small", "heading"])
    times = rng.choice([1, 1, 2, 3])  # once; glued to itself; twice, as two blocks
    if times == 2:
        return Group(KIND, (Piece((told, told), KIND, "paragraph"),))
    return Group(KIND, (Piece((told,), KIND, role),) * (2 if times == 3 else 1))


def _same(voice: Voice) -> str:
    return voice.article.paragraphs[0]


def _reworded(voice: Voice) -> str:
    return bracket(thin(voice.article.paragraphs[0], voice), voice)


def _shortened(voice: Voice) -> str:
    """The first sentence, cut after a clause."""
    first = sentences(voice.article.paragraphs[0])[0]
    clauses = [c for c in CLAUSE.split(first) if c]
    if len(clauses) > 1 and len("".join(clauses[:-1])) > 0.45 * len(first):
        stop = "。" if voice.language in UNSPACED else "."
        return "".join(clauses[:-1]).rstrip("，、；,،; ") + stop
    return thin(first, voice)


def _joined(voice: Voice) -> str:
    """A sentence of the first paragraph, and one or two from further down, with words dropped."""
    rng = voice.rng
    first, *rest = voice.article.paragraphs[:6]
    later = [s for p in rest for s in sentences(p)[:1] if len(s) > 30 or voice.language in UNSPACED]
    chosen = [sentences(first)[0], *rng.sample(later, min(len(later), rng.choice([1, 2])))]
    told = [thin(s, voice) if rng.random() < 0.6 else s for s in chosen]
    return bracket(voice.space.join(told), voice)


def sentences(text: str) -> list[str]:
    """The text's sentences, the stops with them.

    >>> sentences("It rained. It stopped.")
    ['It rained.', 'It stopped.']
    """
    return [s.strip() for s in SENTENCE.split(text) if s and s.strip()]


def thin(text: str, voice: Voice) -> str:
    """The text with some of its words dropped, in the middle; in Chinese and Japanese a clause."""
    rng = voice.rng
    if voice.language in UNSPACED:
        clauses = [c for c in CLAUSE.split(text) if c]
        if len(clauses) > 2:
            del clauses[rng.randrange(1, len(clauses) - 1)]
        return "".join(clauses)
    words = text.split()
    share = rng.uniform(0.06, 0.18)
    kept = [w for i, w in enumerate(words) if i < 2 or i == len(words) - 1 or rng.random() > share]
    return " ".join(kept)


def bracket(text: str, voice: Voice) -> str:
    """The text with one word in square brackets, as rewriters mark their changes."""
    rng = voice.rng
    if voice.language in UNSPACED:
        place = rng.randrange(len(text) // 3, len(text) // 2)
        return f"{text[:place]}[{text[place : place + 2]}]{text[place + 2 :]}"
    words = text.split()
    plain = [i for i, word in enumerate(words) if i and word.isalpha() and len(word) > 4]
    if plain:
        place = rng.choice(plain)
        words[place] = f"[{words[place]}]"
    return " ".join(words)
