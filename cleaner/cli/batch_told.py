"""The summary of a batch in a few lines, for standard error."""

from __future__ import annotations

from typing import Any


def told(summary: dict[str, Any]) -> str:
    """The summary in a few lines."""
    lines = [
        f"{summary['output']}: {summary['pages']:,} pages in {summary['seconds']:,} s, "
        f"{summary['pages_per_second']:,} a second",
        f"articles {summary['articles']:,}, without an article {summary['no_article']:,}, "
        f"failed {summary['failed']:,}, copies {summary['duplicates']:,}",
    ]
    lines += [f"{n:,} {outcome}" for outcome, n in summary["outcomes"].items()]
    if "warned" in summary:
        lines.append(f"low confidence (--warn-below): {summary['warned']:,}")
    if "set_apart" in summary:
        lines.append(f"set apart in {summary['set_apart_output']}: {summary['set_apart']:,}")
    if opinion := summary.get("opinion"):
        counts = ", ".join(f"{name} {n:,}" for name, n in opinion.items())
        lines.append(f"second opinion: {counts}")
    stripped = ", ".join(f"{kind} {n:,}" for kind, n in summary["stripped"].items())
    return "\n  ".join([*lines, f"stripped: {stripped or 'nothing'}"])
