"""What a job is to do; two runs are one job where their plans are the same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleaner.batch.inputs import Fields
from cleaner.batch.job.journal import Journal
from cleaner.batch.optional import needed
from cleaner.batch.readers.sources import Source
from cleaner.batch.readers.streams import UNPACKED, zstd
from cleaner.batch.rows import DUPLICATES, OPINION, SIGNATURE
from cleaner.batch.setup import Setup
from cleaner.batch.writers import writers
from cleaner.files import BadInput
from cleaner.files.safe_write import is_left, written_to

if TYPE_CHECKING:
    from cleaner.batch.job.sites import SitesOfJob

_OTHER = {
    ".csv",
    ".tsv",
    ".xml",
    ".txt",
    ".md",
    ".html",
    ".warc",
    ".arrow",
    ".avro",
    ".orc",
    ".lz4",
}
_OTHER |= {*UNPACKED}
"""Endings of files that are not written: a folder of such a name is nothing that anyone wants."""
APART = "-low-confidence"
"""Behind the name of an output, in that of the one for rows below the least confidence."""


@dataclass(frozen=True)
class Plan:
    """Sources, output, and how to clean.

    Workers and limits may change from run to run: they are no part of what a job is.
    """

    sources: Sequence[Source]
    output: Path
    setup: Setup = field(default_factory=Setup)
    fields: Fields = field(default_factory=Fields)
    duplicates: str = "off"
    """`mark`, `drop` or `off`."""
    workers: int = 1
    site_memory: Path | None = None
    """A folder of memories, one a site, which the job uses and adds to."""
    min_confidence: float | None = None
    """Rows of articles below it go to another output."""
    warn_below: float | None = None
    """Articles below it are named in the log."""

    def learning(self, folder: Path) -> Plan:
        """The same plan with memories of sites: used from a folder, and added to."""
        plan = replace(self, site_memory=folder)
        options = replace(self.setup.options, site_memory=plan.sites)
        return replace(plan, setup=replace(self.setup, options=options, learns=True))

    @property
    def sites(self) -> SitesOfJob | None:
        """The memories as the job has them; None where there is no folder for them."""
        if self.site_memory is None:
            return None
        from cleaner.batch.job.sites import SitesOfJob

        return SitesOfJob(Journal.folder_of(self.output) / "sites")

    @property
    def form(self) -> str:
        """The form of the output, by its ending."""
        name = self.output.name.lower()
        found = (form for form, writer in writers().items() if name.endswith(writer.ENDINGS))
        return next(found, "folder")

    @property
    def apart(self) -> Path | None:
        """The other output, for rows below the least confidence; None where none is asked for."""
        if self.min_confidence is None:
            return None
        name = self.output.name
        ends = [e for w in writers().values() for e in w.ENDINGS if name.lower().endswith(e)]
        stem = len(name) - max(map(len, ends), default=0)
        return self.output.with_name(f"{name[:stem]}{APART}{name[stem:]}")

    @property
    def own(self) -> tuple[Path, ...]:
        """What a job writes: the output, and what stands beside it until it is whole."""
        written = (p for output in (self.output, self.apart) if output for p in _written_by(output))
        return (*written, Journal.folder_of(self.output))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the output beside those of every row."""
        opinion = (OPINION,) if self.setup.options.second_opinion is not None else ()
        copies = DUPLICATES if self.duplicates != "off" else ()
        return (*self.setup.columns, *opinion, *copies)

    def settings(self, version: str) -> dict[str, Any]:
        """All that the rows depend on, as plain data."""
        options = self.setup.options
        return {
            "version": version,
            "keep": sorted(options.keep),
            "strip": sorted(options.strip),
            "source kind": options.source_kind,
            "site memory": str(self.site_memory) if self.site_memory else None,
            "host from page": options.host_from_page,
            "rules": options.rules.digest if options.rules else None,
            "charset": options.charset,
            "max bytes": options.max_bytes,
            "links": options.include_links,
            "images": options.include_images,
            "tables": options.include_tables,
            "formatting": options.include_formatting,
            "fast": options.fast,
            "second opinion": _named(options.second_opinion),
            "questions": self.setup.questions,
            "columns": list(self.setup.columns),
            "fields": asdict(self.fields),
            "duplicates": self.duplicates,
            "least confidence": self.min_confidence,
            "form": self.form,
            "sources": [len(self.sources), _digest(self.sources)],
        }


def _named(function: object) -> str | None:
    """The name of a function by which two runs are the same; None for none."""
    if function is None:
        return None
    named = function if hasattr(function, "__qualname__") else type(function)
    return f"{named.__module__}:{named.__qualname__}"


def _written_by(output: Path) -> tuple[Path, ...]:
    """An output, where it leads, and what a kill may have left beside that."""
    target = Path(os.path.realpath(output))
    left = (p for p in target.parent.glob(".*.part") if is_left(p.name, target))
    return output, target, *left


def check_output(plan: Plan) -> None:
    """See that the output can be made. Raises BadInput, MissingExtra."""
    if plan.output.name in ("", ".."):
        raise BadInput(f"{plan.output}: name a file or a folder of its own for the output")
    with suppress(OSError):  # which the job names when it begins
        _check_what_is_there(plan)
    if plan.form == "folder" and plan.output.suffix.lower() in _OTHER and not plan.output.is_dir():
        files = ", ".join(f"FILE{w.ENDINGS[0]}" for w in writers().values() if w.ENDINGS)
        raise BadInput(f"{plan.output}: name {files} or a folder")
    if module := writers()[plan.form].NEEDS:
        needed(module, f"writing {plan.output}")
    if plan.form == "jsonl" and plan.output.suffix.lower() == ".zst":
        zstd()
    if SIGNATURE in plan.setup.columns:
        needed("rensa", f"--with {SIGNATURE}")
    if plan.duplicates != "off":
        needed("rensa", "looking for copies (or say --duplicates off)")


def _check_what_is_there(plan: Plan) -> None:
    is_folder = plan.output.is_dir()
    if plan.apart and plan.form != "folder" and not is_folder and written_to(plan.output):
        raise BadInput(f"{plan.output}: is no file; --min-confidence needs room beside the output")
    if plan.form != "folder" and is_folder:
        raise BadInput(f"{plan.output}: is a folder; name a file")
    if plan.form == "folder" and plan.output.is_mount():
        raise BadInput(f"{plan.output}: a disk of its own; name a folder in it")
    if plan.form == "folder" and not is_folder and written_to(plan.output):
        raise BadInput(f"{plan.output}: is neither a folder nor a file; name FILE.jsonl, or -")


def _digest(sources: Sequence[Source]) -> str:
    """Of the names, sizes and times of all sources."""
    digest = hashlib.sha256()
    for source in sources:
        path = Path(source.name)
        stat = path.stat() if path.is_file() else None
        known = (source.name, source.format, stat and (stat.st_size, stat.st_mtime_ns))
        digest.update(repr(known).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:16]
