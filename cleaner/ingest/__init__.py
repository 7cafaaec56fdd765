"""Many pages: sources, workers under guard, rows, and jobs that go on where they were killed."""

from cleaner.ingest.guard import GuardError
from cleaner.ingest.inputs import BadRecord, Fields, Input, Record
from cleaner.ingest.many import clean_many
from cleaner.ingest.rows import Row
from cleaner.ingest.setup import COLUMNS, UnknownColumn

__all__ = [
    "COLUMNS",
    "BadRecord",
    "Fields",
    "GuardError",
    "Input",
    "Record",
    "Row",
    "UnknownColumn",
    "clean_many",
]
