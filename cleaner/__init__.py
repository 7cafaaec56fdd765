"""From a scraped page, or scraped text, to the core article and a report of all that was stripped.

>>> from cleaner import clean
>>> clean("<p>Rain fell.</p><p>All rights reserved.</p>").text
'Rain fell.'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.document.block import Block, Layout, Mark
    from cleaner.document.finding import Action, Finding, Sureness
    from cleaner.document.image import Image
    from cleaner.document.question import Opinion, Passage, Question
    from cleaner.document.span import Span, Spans
    from cleaner.metadata.stated import Metadata, Stated
    from cleaner.options import Options, OptionsError
    from cleaner.outcome import Outcome
    from cleaner.pipeline import clean
    from cleaner.rendering.plain_data import restore
    from cleaner.residue import Kind, kinds
    from cleaner.result import Cleaned
    from cleaner.spans.located import Checked, Located, locate

__version__ = "0.5.0"
__all__ = [
    "Action",
    "Block",
    "Checked",
    "Cleaned",
    "Finding",
    "Image",
    "Kind",
    "Layout",
    "Located",
    "Mark",
    "Metadata",
    "Opinion",
    "Options",
    "OptionsError",
    "Outcome",
    "Passage",
    "Question",
    "Span",
    "Spans",
    "Stated",
    "Sureness",
    "clean",
    "kinds",
    "locate",
    "restore",
]

_WHERE = {
    "Block": "cleaner.document.block",
    "Layout": "cleaner.document.block",
    "Mark": "cleaner.document.block",
    "Action": "cleaner.document.finding",
    "Finding": "cleaner.document.finding",
    "Sureness": "cleaner.document.finding",
    "Image": "cleaner.document.image",
    "Opinion": "cleaner.document.question",
    "Passage": "cleaner.document.question",
    "Question": "cleaner.document.question",
    "Span": "cleaner.document.span",
    "Spans": "cleaner.document.span",
    "Metadata": "cleaner.metadata.stated",
    "Stated": "cleaner.metadata.stated",
    "Options": "cleaner.options",
    "OptionsError": "cleaner.options",
    "Outcome": "cleaner.outcome",
    "clean": "cleaner.pipeline",
    "restore": "cleaner.rendering.plain_data",
    "Kind": "cleaner.residue",
    "kinds": "cleaner.residue",
    "Cleaned": "cleaner.result",
    "Checked": "cleaner.spans.located",
    "Located": "cleaner.spans.located",
    "locate": "cleaner.spans.located",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is asked for: `cleaner --help` needs none of them."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_WHERE[name]), name)
    return value


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return sorted({*globals(), *__all__})
