"""The Jinja environment of all templates."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def environment(folder: Path) -> Environment:
    """An environment for the templates of a folder; lines with a block tag leave no line behind."""
    return Environment(  # the templates escape what they insert
        loader=FileSystemLoader(folder),
        extensions=["jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
