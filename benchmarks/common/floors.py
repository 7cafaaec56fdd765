"""Floors: values that the figures of a benchmark may not fall below."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Collection, Mapping, Sequence

Figures = Mapping[str, float]
Floor = tuple[str, float]


def floor(text: str) -> Floor:
    """A floor as the command line has it.

    >>> floor("f1=0.95")
    ('f1', 0.95)
    """
    name, _, value = text.partition("=")
    try:
        return name, float(value)
    except ValueError:
        raise ArgumentTypeError(f"FIGURE=NUMBER is expected, not {text!r}") from None


def missed(
    floors: Sequence[Floor], figures: Figures, lower_is_better: Collection[str] = ()
) -> list[str]:
    """One line for each figure on the wrong side of its floor, or without a value.

    >>> missed([("f1", 0.95), ("ms", 40)], {"f1": 0.94, "ms": 39}, {"ms"})
    ['f1 is 0.9400, its floor 0.95']
    """
    return [
        f"{name} is {figures.get(name, float('nan')):.4f}, its floor {value}"
        for name, value in floors
        if not _holds(figures.get(name), value, name in lower_is_better)
    ]


def _holds(figure: float | None, value: float, lower_is_better: bool) -> bool:
    if figure is None:
        return False
    return figure <= value if lower_is_better else figure >= value
