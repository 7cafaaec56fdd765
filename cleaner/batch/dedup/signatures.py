"""What is kept of an article to compare it with others: a digest, three MinHash sketches with their
sizes, and its sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from cleaner.batch.dedup.outline import SENTENCE, outline
from cleaner.batch.optional import needed
from cleaner.text.words import ends_sentence, words

MIN_WORDS = 40
SHINGLE_LETTERS = 10
SHINGLE_WORDS = 2
SPACE = ord(" ")
DENSE = 0x2E80
DENSE_WEIGHT = 3
"""From here on in Unicode a letter says about as much as three Latin ones."""
PARTS = (128, 32, 64)
"""Values of the sketches of text, figures and names."""
SEED = 20240301
DIGEST = 8
"""Bytes of the digest of the text as it is, with which every signature begins."""
SKETCH = 4 * len(PARTS) + 2 * sum(PARTS)
"""Bytes behind it: the sizes of the three sets (32 bits each), then 16 bits of each value."""
LENGTH = DIGEST + SKETCH
"""Bytes of a signature before the sentences of its text."""

WRAPPED = 10
"""Spaces from which a line that ends no sentence is taken for a part of one."""
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_LOWER_CASE = "["
_ASCII = "\x7f"
_NOT_LETTERS = re.compile(r"\W")

Values = NDArray[np.uint16]


def signature(text: str) -> bytes:
    """What an article's text is compared by, the same in every process and on every machine.

    b"" of a text without a word, which is nobody's copy. Eight bytes where it has fewer than 40
    words (letters, in scripts without spaces): such a text is a copy only of one that is the same
    to the byte, for of paragraphs of real pages with 20 to 25 words 44 in 5,000 were taken for
    copies of another page's, with 40 and more 2 to 4. Else 468 bytes, and five for each sentence.
    1 ms for 1,000 words on an idle core (python -m benchmarks copies). Only signatures by one
    version of rensa may be compared. Raises MissingExtra without the extra `ingest`.
    """
    plain = text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
    found = words(plain)
    if not found:
        return b""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()
    if len(found) < MIN_WORDS:
        return digest
    sets = (_shingles(found), *_facts(_prose(plain)))
    sizes = np.array([len(s) for s in sets], dtype="<u4")
    sketches = [_sketch(s, n) for s, n in zip(sets, PARTS, strict=True)]
    sketch = sizes.tobytes() + np.concatenate(sketches).astype("<u2").tobytes()
    return digest + sketch + outline(plain)


def is_signature(value: bytes) -> bool:
    """Whether bytes may be what `signature` gives."""
    sentences = len(value) - LENGTH
    return len(value) in (0, DIGEST) or (sentences >= 0 and sentences % SENTENCE.itemsize == 0)


def _sketch(items: Collection[str], values: int) -> Values:
    """The low 16 bits of each minimum: two sets agree by chance in one value of 65,536."""
    sketch = needed("rensa", "a signature").RMinHash(num_perm=values, seed=SEED)
    sketch.update(items)
    return np.array(sketch.digest(), dtype=np.uint32).astype(np.uint16)


def _shingles(found: list[str]) -> set[str]:
    """Runs of at least two words and ten letters, one from each word on."""
    line = " ".join(found)
    codes = np.frombuffer(f"{line} ".encode("utf-32-le"), dtype=np.uint32)
    spaces = np.flatnonzero(codes == SPACE)
    weights = np.where(codes >= DENSE, DENSE_WEIGHT, codes != SPACE)
    reach = np.cumsum(weights)[spaces]
    starts = np.concatenate(([0], spaces[:-1] + 1))
    ends = np.searchsorted(reach, np.concatenate(([0], reach[:-1])) + SHINGLE_LETTERS)
    ends = np.maximum(ends, np.arange(len(found)) + SHINGLE_WORDS - 1)
    last = int(np.searchsorted(ends, len(found)))
    spans = zip(starts[:last].tolist(), spaces[ends[:last]].tolist(), strict=True)
    return {line[start:end] for start, end in spans}


def _prose(text: str) -> str:
    """The lines of sentences: no headings, no cards, no lists of links."""
    return "\n".join(line for line in text.split("\n") if _is_prose(line))


def _is_prose(line: str) -> bool:
    return (ends_sentence(line) or line.count(" ") >= WRAPPED) and not line.isupper()


def _facts(prose: str) -> tuple[set[str], set[str]]:
    """Figures; and words with a capital letter within a sentence, up to an apostrophe."""
    pairs = [(a, b) for a, b in pairwise(prose.split()) if b < _LOWER_CASE or b > _ASCII]
    figures = _FIGURE.findall(" ".join(b for _, b in pairs))
    named = (b for a, b in pairs if b[0].isupper() and not ends_sentence(a))
    return set(figures), {_NOT_LETTERS.split(name, maxsplit=1)[0] for name in named}
