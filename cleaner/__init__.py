"""From a scraped page, or scraped text, to the core article and a report of all that was stripped.

>>> from cleaner import clean
>>> clean("<p>Rain fell.</p><p>All rights reserved.</p>").text
'Rain fell.'
"""

from cleaner.document.block import Block, Layout, Mark
from cleaner.document.finding import Action, Finding, Sureness
from cleaner.extraction.trafilatura import Metadata
from cleaner.options import Options, OptionsError
from cleaner.outcome import Outcome
from cleaner.pipeline import clean
from cleaner.plain_data import restore
from cleaner.residue import Kind, kinds
from cleaner.result import Cleaned

__version__ = "0.5.0"
__all__ = [
    "Action",
    "Block",
    "Cleaned",
    "Finding",
    "Kind",
    "Layout",
    "Mark",
    "Metadata",
    "Options",
    "OptionsError",
    "Outcome",
    "Sureness",
    "clean",
    "kinds",
    "restore",
]
