"""Makes the index of the lexicons where a wheel is built, so that no installation has to."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LexiconIndex(BuildHookInterface):
    """Puts `cleaner/lexicons/index.txt` into a wheel; a checkout makes its own on first use."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the file in a folder that goes with this hook; the checkout is only read."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from cleaner.text import index_file
        from cleaner.text.lists import sources

        lexicons = sources()
        self._folder = TemporaryDirectory()
        file = Path(self._folder.name, index_file.NAME)
        file.write_bytes(index_file.filed_under(index_file.title_of(lexicons), lexicons))
        build_data["force_include"][str(file)] = f"cleaner/lexicons/{index_file.NAME}"

    def finalize(self, *_: object) -> None:
        """Remove the folder."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
