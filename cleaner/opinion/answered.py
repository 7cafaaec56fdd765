"""Carries out answers: over the blocks that were asked about, and over nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cleaner.decision.guard import GUARD
from cleaner.document.finding import Action, Finding
from cleaner.opinion.decided import Decided
from cleaner.opinion.doubts import Doubt

Answers = Sequence[tuple[Doubt, bool]]
"""Doubts, and whether each is to be kept."""


def is_too_much(decided: Decided, answers: Answers) -> bool:
    """Whether more than half of what would stay goes, so that the guard keeps it."""
    going = (len(d.block.words) for d, keep in answers if d.fate == "kept" and not keep)
    coming = (len(d.block.words) for d, keep in answers if d.fate != "kept" and keep)
    return sum(going) > GUARD * (sum(len(b.words) for b in decided.body) + sum(coming))


def carried_out(decided: Decided, answers: Answers, *, guarded: bool) -> Decided:
    """The page as the answers have it. guarded: nothing is stripped that would have stayed."""
    about = {doubt.block.index for doubt, _ in answers}
    stays = {block.index: block for block in decided.body}
    findings = [f for f in decided.findings if f.block.index not in about]
    for doubt, keep in answers:
        findings += _told(doubt, keep=keep, guarded=guarded)
        if keep:
            stays[doubt.block.index] = doubt.block
        elif not guarded:
            stays.pop(doubt.block.index, None)
    findings.sort(key=lambda f: (f.block.index, f.start, f.end))
    body = replace(decided.body, blocks=tuple(stays[index] for index in sorted(stays)))
    return Decided(decided.whole, tuple(findings), body)


def _told(doubt: Doubt, *, keep: bool, guarded: bool) -> Iterator[Finding]:
    """The findings over a block as its answer leaves them; one at least."""
    stays = keep or (guarded and doubt.fate == "kept")
    said = f"the second opinion {'keeps' if keep else 'strips'} it"
    said += "; the guard keeps it" if stays and not keep else ""
    action = Action.KEPT if stays else Action.STRIPPED
    is_named = any(f.is_whole for f in doubt.findings)
    for f in doubt.findings if is_named else (doubt.named, *doubt.findings):
        told = f.explained()
        yield told.but(action=action, because=f"{told.because}; {said}")
        action = Action.KEPT if stays else Action.AGREED
