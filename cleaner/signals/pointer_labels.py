"""Labels of pointers without a colon: in capitals, in brackets, or within a link of their own."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document.block import Block, Mark
from cleaner.text import words as t
from cleaner.text.lexicon import scan
from cleaner.text.regex import regex

LABEL_LETTERS, LABEL_WORDS = 5, 4
TITLE_WORDS = 3
"""Letters of a label in capitals at least, as LEE and LEA are names, too; words of one at most, and
of the title behind it at least."""
PROSE_LETTERS = 60
"""Of a paragraph before a link that ends it."""
_BRACKETED = regex(r"\W*[【\[［〔]\s*([^】\]］〕]{2,24}?)\s*[】\]］〕]")
_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAMED = regex(r"([^\W\d_][^:：.!?]{2,22}?)\s?[:：]\s")
_STOPPED = regex(r"[.!?…。！？]['\"”’»)\]]*$")


def labelled_title(text: str) -> int:
    """Where the title begins behind a pointer in capitals or brackets; 0 where there is none.

    Capitals and brackets stand for the colon that a phrase would need.

    >>> labelled_title("RELATED The bridge that nobody wanted")
    7
    >>> labelled_title("RELATED THE BRIDGE"), labelled_title("NASA counts the moons of Saturn")
    (0, 0)
    """
    if (match := _BRACKETED.match(text)) is not None:
        at = match.end() if _is_pointer(match[1]) else 0
    else:
        ends = (end for end in _capitals(text) if end >= LABEL_LETTERS)
        at = next((end for end in ends if _is_pointer(text[:end])), 0)
        at = 0 if _goes_on(text, at) else at
    return at if at and _is_title(text[at:]) else 0


def _goes_on(text: str, at: int) -> bool:
    """Whether a single word in capitals begins a line of which more is in capitals."""
    after = _WORD.match(text[at:].lstrip())
    is_single = len(text[:at].split()) == 1
    return is_single and after is not None and len(after[0]) > 1 and after[0].isupper()


def _capitals(text: str) -> Iterator[int]:
    """Where the words in capitals may end that begin a text, the longest first."""
    ends: list[int] = []
    for word in _WORD.finditer(text[: 30 * LABEL_WORDS]):
        if not word[0].isupper() or len(ends) == LABEL_WORDS:
            if word[0][:3].isupper() and len(ends) < LABEL_WORDS:
                ends.append(word.start() + _glued(word[0]))
            break
        ends.append(word.end())
    return reversed(ends)


def _glued(word: str) -> int:
    """Where capitals end that a title was glued to: before the last of them."""
    return next((n for n, sign in enumerate(word) if not sign.isupper()), len(word)) - 1


def _is_pointer(label: str) -> bool:
    """Whether a label says that another article follows, if a colon is behind it."""
    plain = t.fold(label.strip()) + ":"
    hits = scan(plain).get(("inline-related", "opening"), ())
    return any(hit.start == 0 and hit.end >= len(plain) - 1 for hit in hits)


def _is_title(rest: str) -> bool:
    """Whether what is behind a label is a title: some words, not in capitals, no sentence."""
    leads_on = rest.rstrip().endswith((":", "：", ","))
    rest = rest.strip(" |:：→>–—-")
    asks = rest.endswith(("?", "!", "？", "！", "؟"))
    if not rest or leads_on or rest[0].islower() or rest.isupper():
        return False
    if t.ends_sentence(rest) and not asks:
        return False
    return len(t.words(rest)) >= TITLE_WORDS


def linked_pointer(block: Block) -> Mark | None:
    """The link behind the last full stop of a paragraph that names and shows another article."""
    links = [m for m in block.marks if m.tag == "a"]
    link = links[-1] if links and links[-1].end == len(block.text) else None
    if link is None or link.start < PROSE_LETTERS or block.tag != "p":
        return None
    if not _STOPPED.search(block.text[: link.start].rstrip()):
        return None
    text = block.text[link.start :]
    return link if _is_labelled(text) else None


def _is_labelled(text: str) -> bool:
    if (named := _NAMED.match(text)) and len(named[1].split()) <= LABEL_WORDS:
        return _is_title(text[named.end() :])
    if labelled_title(text):
        return True
    ends = [w.end() for w in _WORD.finditer(text[: 30 * LABEL_WORDS])][:LABEL_WORDS]
    return any(_is_pointer(text[:end]) and _is_title(text[end:]) for end in reversed(ends))
