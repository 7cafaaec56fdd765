"""From a scraped page, or scraped text, to the core article and a report of all that was stripped.

>>> from cleaner import clean
>>> clean("<p>Rain fell.</p><p>All rights reserved.</p>").text
'Rain fell.'
"""

from cleaner.block import Block, Layout, Mark
from cleaner.extract import Metadata
from cleaner.finding import Action, Finding, Sureness
from cleaner.options import Options, OptionsError
from cleaner.outcome import Outcome
from cleaner.pipeline import clean
from cleaner.plain import restore
from cleaner.report import Cleaned
from cleaner.residue import Kind, kinds

__version__ = "0.4.0"
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
