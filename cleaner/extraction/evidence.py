"""What a judgement knew of each line, as plain data for the confidence of the page."""

from __future__ import annotations

from cleaner.document.evidence import Evidence
from cleaner.extraction.classifier import Judgement
from cleaner.extraction.containers import ContainerStats
from cleaner.extraction.sequence import Candidate


def evidence_of(judgement: Judgement) -> Evidence | None:
    """The evidence of a page; None where its lines were not looked at."""
    if judgement.stats is None:
        return None
    sequence, stats = judgement.sequence, judgement.stats
    judged = [False] * len(sequence)
    foreign = [0.0] * len(sequence)
    for i in judgement.judged:
        judged[i], foreign[i] = True, sequence.worded(i)
    rival, reach = stats.scores.rival
    return Evidence(
        scores=judgement.scores,
        sizes=sequence.sizes,
        blocks=[_index(c) for c in judgement.candidates],
        lines=[-1 if c.line is None else c.line.number for c in judgement.candidates],
        judged=judged,
        voted=[c.extracted and not c.block.recovered for c in judgement.candidates],
        foreign=foreign,
        core=stats.core[0],
        core_letters=_letters(stats),
        rival=rival,
        rival_lines=reach,
    )


def _index(candidate: Candidate) -> int:
    """The index of its block in the extraction, as it was after lines came back."""
    block = candidate.block
    return block.index if candidate.extracted or block.recovered else -1


def _letters(stats: ContainerStats) -> int:
    first, end = stats.core[0]
    return stats.all[end] - stats.all[first] - (stats.linked[end] - stats.linked[first])
