"""The error of an integration whose framework is not installed: it names the extra."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cleaner.ingest.optional import MissingExtra


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """For the imports of a framework. Raises MissingExtra, an ImportError.

    >>> with needs("ray"):
    ...     import engine
    Traceback (most recent call last):
    ...
    cleaner.ingest.optional.MissingExtra: pip install 'page-cleaner[ray]' (No module named 'engine')
    """
    try:
        yield
    except ImportError as error:
        raise MissingExtra(f"pip install 'page-cleaner[{extra}]' ({error})") from error
