"""Pages that once went wrong, kept in a folder, and told about when they go wrong again.

`check(folder)` cleans each page of the folder and says what has changed since it was recorded;
`cleaner accept` records pages. The form of the folder stands in docs/regressions.md.
"""

from cleaner.regressions.case import BrokenCase, Case, cases
from cleaner.regressions.changes import Change, Sort
from cleaner.regressions.checking import check, check_case
from cleaner.regressions.result import Result

__all__ = ["BrokenCase", "Case", "Change", "Result", "Sort", "cases", "check", "check_case"]
