"""Many pages: sources, workers that may die, rows, and jobs that go on where they stopped."""

from cleaner.batch.dedup.copies import find_copies
from cleaner.batch.dedup.mark_files import mark_copies
from cleaner.batch.inputs import BadRecord, Fields, Input, Record
from cleaner.batch.many import clean_many
from cleaner.batch.many_async import aclean_many
from cleaner.batch.rows import Row
from cleaner.batch.setup import COLUMNS, Settings, UnknownColumn
from cleaner.batch.workers.worker import GuardError

__all__ = [
    "COLUMNS",
    "BadRecord",
    "Fields",
    "GuardError",
    "Input",
    "Record",
    "Row",
    "Settings",
    "UnknownColumn",
    "aclean_many",
    "clean_many",
    "find_copies",
    "mark_copies",
]
