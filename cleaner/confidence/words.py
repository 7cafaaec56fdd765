"""What is said of a page whose confidence is low."""

from __future__ import annotations

from collections.abc import Sequence


def doubted(confidence: float, concerns: Sequence[str]) -> str:
    """What is said of a page with too low a confidence.

    >>> doubted(0.614, ["few words: 34", "trafilatura found no article"])
    'confidence 0.61: few words: 34; trafilatura found no article'
    >>> doubted(0.75, [])
    'confidence 0.75'
    """
    return ": ".join(filter(None, (f"confidence {confidence:.2f}", "; ".join(concerns))))
