"""One HTML file to look at: articles, what went and why, and the pages with the blocks outlined.

The file needs no network and runs no script but its own. What comes from a page passes three
gates: it is sanitised to bare structure, it is shown in a frame that may run nothing, and the
file's Content-Security-Policy allows one script and two style sheets, each by its hash.
"""

from cleaner.html_report.report import html_report

__all__ = ["html_report"]
