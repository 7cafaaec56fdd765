"""The error of an integration whose framework is not installed: it names the command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from cleaner.batch.optional import MissingExtra, installing


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """For the imports of a framework. Raises MissingExtra, an ImportError.

    >>> with needs("ray"):  # doctest: +ELLIPSIS
    ...     import engine
    Traceback (most recent call last):
    ...
    cleaner.batch.optional.MissingExtra: needs engine: pip install '.[ray]' in a checkout of ...
    """
    try:
        yield
    except ImportError as error:
        library = (error.name or extra).split(".")[0]
        raise MissingExtra(f"needs {library}: {installing(extra)} ({error})") from error
