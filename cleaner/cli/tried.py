"""What becomes of one input, and what a command says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from cleaner.options import Options
from cleaner.result import Cleaned

R = TypeVar("R")


@dataclass(frozen=True)
class Tried(Generic[R]):
    """What became of one input."""

    outcome: str
    """As `cleaned`, `no-article: paywall` or `failed: timeout`."""
    usable: bool
    value: R | None
    """What there is to show; None of an input that was not read or could not be worked on."""
    says: tuple[str, ...] = ()
    """What to say of it on standard error."""
    notes: tuple[str, ...] = ()
    """The same where it is not to be quiet."""


def tried(cleaned: Cleaned, options: Options) -> Tried[Any]:
    """What became of a page, without a value."""
    outcome = cleaned.outcome
    says = [f"internal fault, returned whole: {cleaned.fault}"] if cleaned.fault else []
    if not outcome.is_article:
        says.append(f"{outcome} ({outcome.detail})")
    notes = (*cleaned.notes, *unknown_host(cleaned, options))
    return Tried(str(outcome), outcome.is_article, None, tuple(says), notes)


def unknown_host(cleaned: Cleaned, options: Options) -> tuple[str, ...]:
    """A sentence where site rules were not used because the page does not name its host."""
    page = cleaned.page
    if options.rules is None or page is None or page.problem or page.kind == "text" or page.host:
        return ()
    return ("host unknown: only rules for every page were used; name it with --url",)
