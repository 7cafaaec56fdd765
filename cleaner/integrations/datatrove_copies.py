"""One story once by datatrove's MinHash steps: two of them are its own, two say what it cannot.

Its steps for buckets and for the filter serve as they are. Its signatures are of a text alone, and
its clusters keep whichever document their tree begins with; ours are those of `cleaner batch`.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaner.batch.dedup.canonical import Copy, Duplicate
from cleaner.batch.dedup.copies import STORY, copy_of, facts_of_row, with_story
from cleaner.batch.dedup.duplicates import find_duplicates
from cleaner.batch.dedup.likeness import BANDS, ROWS, bands, sketches_in
from cleaner.batch.dedup.signatures import DIGEST, LENGTH
from cleaner.batch.rows import SIGNATURE
from cleaner.integrations.missing import needs

with needs("datatrove"):
    from datatrove.data import Document
    from datatrove.io import get_datafolder
    from datatrove.pipeline.base import PipelineStep
    from datatrove.pipeline.dedup.minhash import (
        MinhashConfig,
        MinhashDedupCluster,
        MinhashDedupSignature,
    )
    from datatrove.utils.hashing import HashConfig
    from datatrove.utils.typeshelper import StatHints
    from datatrove.utils.word_tokenizers import WordTokenizer

STORY_CONFIG = MinhashConfig(
    num_buckets=BANDS, hashes_per_bucket=ROWS, hash_config=HashConfig(32, "sha1")
)
"""The buckets of `cleaner batch`, for all MinHash steps: 85, of three values each."""
FACTS = "facts/{:05d}.jsonl"
"""Beside the buckets of a task: a line a document with its id, address and signature."""
STORIES = "{:06d}.stories.jsonl"
"""Beside what is to be removed of a task: a line a copy."""
Place = tuple[int, int]
"""A task, and the number of a document in it."""


class StorySignature(MinhashDedupSignature):
    """First step: what texts are compared by, in the buckets of `STORY_CONFIG`.

    Documents as `CleanPages` gives them, or with text alone; `CleanPages(columns=["signature"])`
    spares them a second signature and tells what the page said of its origin. Stops at a document
    whose `signature` is of another version, with ValueError.
    """

    name = "🧽 page-cleaner: signatures"

    def __init__(self, output_folder: Any) -> None:  # noqa: ANN401  # as datatrove takes it
        """Take the folder for buckets and facts."""
        super().__init__(output_folder, STORY_CONFIG, _Unused())
        self._known = b""

    def run(self, data: Iterable[Document], rank: int = 0, world_size: int = 1) -> None:
        """Write the buckets and facts of a task."""
        with self.output_folder.open(FACTS.format(rank), "wt") as file:
            super().run(self._noted(data, file), rank, world_size)

    def _noted(self, data: Iterable[Document], file: Any) -> Iterator[Document]:  # noqa: ANN401
        for number, document in enumerate(data):
            row = _row(document)
            told = facts_of_row(row, document.id)
            copy = copy_of(number, row | {SIGNATURE: told}, document.id)
            self._known = copy.signature if copy else b""
            kept = {name: row[name] for name in ("id", "url", "outcome")} | {SIGNATURE: told}
            file.write(json.dumps(kept) + "\n")
            yield document

    def get_shingles(self, text: str) -> NDArray[np.uint8]:
        """The signature of the document at hand; nothing for one that is nobody's copy."""
        return np.frombuffer(self._known, dtype=np.uint8)

    def get_signature(self, shingles: NDArray[np.uint8]) -> list[list[int]]:
        """Three values for each bucket; of a short text its digest, which none but it has."""
        known = shingles.tobytes()
        if len(known) == DIGEST:
            first, second, third = (int.from_bytes(known[n : n + 3]) for n in (0, 3, 5))
            return [[first | 1 << 24, second, third]] * BANDS
        found = bands(sketches_in(known[DIGEST:LENGTH])["values"])
        return [[int(band[0]) >> shift & 0xFFFF for shift in (0, 16, 32)] for band in found]


class StoryCluster(MinhashDedupCluster):
    """Third step, behind datatrove's `MinhashDedupBuckets`: copies, and what is kept.

    All documents that share a bucket with another are compared as in `cleaner batch`, in one task:
    1.6 kB each. Writes what `MinhashDedupFilter` removes and what `MarkStories` tells.
    """

    name = "🧽 page-cleaner: stories"

    def __init__(
        self,
        input_folder: Any,  # noqa: ANN401  # as datatrove takes it
        signature_folder: Any,  # noqa: ANN401
        output_folder: Any,  # noqa: ANN401
    ) -> None:
        """Take the folders of the buckets' pairs, of `StorySignature`, and for the result."""
        super().__init__(input_folder, output_folder, STORY_CONFIG)
        self.signature_folder = get_datafolder(signature_folder)

    def run(self, data: None = None, rank: int = 0, world_size: int = 1) -> None:
        """Write the copies of all tasks. Raises ValueError for more than one task."""
        if world_size != 1:
            raise ValueError("StoryCluster is one task: give its executor tasks=1")
        with self.track_time():
            places = sorted(self._paired())
            found = find_duplicates(self._copies(places))
            with self.output_folder.get_output_file_manager(mode="wb") as output:
                for number, (task, document) in enumerate(places):
                    if number in found:
                        self.stat_update("to_remove")
                        output.write(f"{task:06d}.remove", struct.pack("<I", document))
                        line = asdict(found[number]) | {"document": document}
                        output.write(STORIES.format(task), json.dumps(line).encode() + b"\n")

    def _paired(self) -> set[Place]:
        """The documents that share a bucket with another: task and number."""
        found: set[Place] = set()
        for name in self.input_folder.list_files(glob_pattern="*.dups"):
            with self.input_folder.open(name, "rb") as file:
                four = np.frombuffer(file.read(), dtype="<u4").reshape(-1, 2)
            found.update(map(tuple, np.unique(four, axis=0).tolist()))
        return found

    def _copies(self, places: list[Place]) -> Iterator[Copy]:
        numbers = {place: number for number, place in enumerate(places)}
        for task in sorted({task for task, _ in places}):
            with self.signature_folder.open(FACTS.format(task), "rt") as file:
                for document, line in enumerate(file):
                    if (number := numbers.get((task, document))) is not None:
                        row = json.loads(line)
                        copy = copy_of(number, row, row["id"])
                        assert copy is not None  # what shares a bucket has a signature
                        yield copy


class MarkStories(PipelineStep):
    """Fourth step: `story_id`, `copy_of`, `relation` and `because` in the metadata.

    All documents go on. Before datatrove's `MinhashDedupFilter`, which leaves the copies out, or
    without it. Each task reads the documents that it read in the first step, in the same order.
    """

    type = "🫂 - DEDUP"
    name = "🧽 page-cleaner: mark stories"

    def __init__(self, input_folder: Any) -> None:  # noqa: ANN401  # as datatrove takes it
        """Take the folder of `StoryCluster`."""
        super().__init__()
        self.input_folder = get_datafolder(input_folder)

    def run(
        self, data: Iterable[Document], rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """The documents, each with its story."""
        found = self._found(rank)
        for number, document in enumerate(data):
            with self.track_time():
                row = with_story(_row(document), found.get(number), document.id)
                document.metadata |= {name: row[name] for name in STORY}
                self.stat_update(StatHints.total, row["relation"] or "kept")
            yield document

    def _found(self, task: int) -> dict[int, Duplicate]:
        if not self.input_folder.isfile(name := STORIES.format(task)):
            return {}
        with self.input_folder.open(name, "rt") as file:
            lines = [json.loads(line) for line in file]
        return {line.pop("document"): Duplicate(**line) for line in lines}


class _Unused(WordTokenizer):
    """datatrove loads a tokenizer for its own signatures, which are not asked for."""

    def word_tokenize(self, text: str) -> list[str]:
        raise NotImplementedError

    sent_tokenize = span_tokenize = word_tokenize


def _row(document: Document) -> dict[str, Any]:
    """The row that a document tells of; columns on request are JSON text in its metadata."""
    told = document.metadata
    row = {"id": document.id, "url": told.get("url"), "outcome": told.get("outcome")}
    given = {name: told[name] for name in (SIGNATURE, "metadata") if told.get(name) is not None}
    parsed = {n: json.loads(v) if isinstance(v, str) else v for n, v in given.items()}
    return row | {"text": document.text} | parsed
