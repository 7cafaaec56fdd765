"""What tells how much of an article is right: features of a page, for the model of confidence.

Words that are left out are counted by the words that are kept, so that a share may be above one.
"""

from __future__ import annotations

from math import log1p

import numpy as np

from cleaner.confidence.review import Review

LOST, LONG = 0.3, 12
"""From which score, and of how many words, a line may have been lost."""
OPENING = 3
UNASKED = -5.0
"""The wording of an article of which no paragraph was looked at."""


def expected(r: Review) -> float:
    """Word F1 as the scores have it, as if each were a probability."""
    right = float((r.scores * r.kept).sum())
    return 2 * right / max(1.0, float(r.kept.sum() + (r.scores * r.sizes).sum()))


def judged(r: Review) -> float:
    """The mean score of the kept lines that were looked at, by words."""
    sizes = r.kept[r.judged]
    return float((r.scores[r.judged] * sizes).sum() / sizes.sum()) if len(sizes) else 1.0


def lowest(r: Review) -> float:
    """The score that a tenth of the kept lines do not reach."""
    scores = np.sort(r.scores[r.is_kept])
    return float(scores[len(scores) // 10]) if len(scores) else 0.0


def weak(r: Review) -> float:
    """Share of words that are kept with a score below one half."""
    return float(r.kept[r.scores < 0.5].sum()) / r.words


def unsure(r: Review) -> float:
    """Words that the classifier is unsure of, kept or not, by words."""
    return float(r.sizes[r.unsure].sum()) / r.words


def entropy(r: Review) -> float:
    """How unsure the classifier is, over all words that it saw."""
    right, wrong = r.scores + 1e-6, 1 - r.scores + 1e-6
    each = -(r.scores * np.log(right) + (1 - r.scores) * np.log(wrong))
    return float((each * r.sizes).sum()) / r.words


def between(r: Review) -> float:
    """Words between the kept lines that are left out."""
    return float(r.left[r.range].sum()) / r.words


def gaps(r: Review) -> float:
    """The same, each word by its score."""
    return float((r.left * r.scores)[r.range].sum()) / r.words


def lost(r: Review) -> float:
    """Words of the longest line that is left out and may be article."""
    long = (r.scores > LOST) & (r.sizes >= LONG)
    return float(r.left[long].max(initial=0)) / r.words


def opening(r: Review) -> float:
    """The mean score of the first three paragraphs."""
    scores = r.scores[r.is_prose][:OPENING]
    return float(scores.mean()) if len(scores) else 0.0


def foreign(r: Review) -> float:
    """The wording of the paragraph that is worded least like an article, of those looked at."""
    worded = np.array(r.evidence.foreign)[r.is_prose & r.judged]
    return float(worded.min()) if len(worded) else UNASKED


def voted(r: Review) -> float:
    """Share of the kept words that trafilatura took."""
    return float(r.kept[r.voted].sum()) / r.words


def votes(r: Review) -> float:
    """Agreement of what trafilatura took with what is kept: F1 of words."""
    taken = float(r.sizes[r.voted].sum())
    return 2 * float(r.kept[r.voted].sum()) / max(1.0, r.words + taken)


def core(r: Review) -> float:
    """Agreement of what is kept with the element that holds nearly all prose: F1 of letters."""
    first, end = r.evidence.core
    letters = [(first <= b.line < end, len(b.text)) for b in r.blocks]
    inside = sum(size for is_inside, size in letters if is_inside)
    every = r.evidence.core_letters + sum(size for _, size in letters)
    return min(1.0, 2 * inside / max(1, every))


def rival(r: Review) -> float:
    """The score of the best container apart from the best one, by that one's."""
    return r.evidence.rival


def sure(r: Review) -> float:
    """Share of the extraction's words whose fate is beyond doubt."""
    return r.sure


def doubtful(r: Review) -> float:
    """Words that a finding doubts, and that stay."""
    return r.doubtful / r.words


def headings(r: Review) -> float:
    """Share of the kept lines that are headings."""
    return sum(block.is_heading for block in r.blocks) / max(1, len(r.blocks))


def prose(r: Review) -> float:
    """Share of the kept words that stand in paragraphs."""
    return sum(block.size for block in r.blocks if block.is_prose) / r.words


def length(r: Review) -> float:
    """Words of the article, as a logarithm."""
    return log1p(r.words)


MEASURES = {
    f.__name__: f
    for f in (
        *(expected, judged, lowest, weak, unsure, entropy, between, gaps, lost, opening, foreign),
        *(voted, votes, core, rival, sure, doubtful, headings, prose, length),
    )
}
"""By name, in the order of the model."""
