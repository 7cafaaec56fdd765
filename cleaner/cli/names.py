"""Names of files and folders on the command line: shells complete them."""

from __future__ import annotations

from typing import Any

import click


class Name(click.Path):
    """A file, a folder, a glob or `-`; whoever opens it says what is wrong with it."""

    def convert(self, value: Any, _: click.Parameter | None, __: click.Context | None) -> Any:  # noqa: ANN401  # as click has it
        """Take the name as it is."""
        return value


FILE = Name()
FOLDER = Name(file_okay=False)
