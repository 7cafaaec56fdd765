"""Whether a job may begin, go on, or is done; anything else is refused with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cleaner
from cleaner.batch.job.delivery import Delivery, link_of, stamp_of
from cleaner.batch.job.journal import GIVEN, JobError, Journal, Stopped
from cleaner.batch.job.made import APART
from cleaner.batch.job.plan import Plan
from cleaner.batch.job.progress import ANEW, Records, is_pipe
from cleaner.batch.readers.sources import Pages, check
from cleaner.files import BadInput
from cleaner.files.safe_write import written_to


@dataclass(frozen=True)
class Begun:
    """What a job has at its begin: its journal, where its outputs go, its summary if finished."""

    journal: Journal
    deliveries: tuple[Delivery, ...]
    """The output, and behind it the one for rows of low confidence, if there is one."""
    finished: dict[str, Any]


def begun(plan: Plan, *, restart: bool) -> Begun:
    """A job that may run, or is finished.

    Raises JobError where sources or output cannot be used, or the output is of another job.
    """
    output = plan.output
    try:
        check(plan.sources, plan.fields)
        _refuse_foreign(output, restart=restart)
        journal = Journal(output)
    except BadInput as error:
        raise JobError(str(error)) from error
    except OSError as error:
        raise JobError(f"{output}: cannot be written: {error.strerror}") from error
    try:
        return _taken_up(journal, plan, restart=restart)
    except OSError as error:
        journal.close()
        where = error.filename or journal.folder
        raise Stopped(f"{where}: cannot be written: {error.strerror}") from error
    except BaseException:
        journal.close()
        raise


def _taken_up(journal: Journal, plan: Plan, *, restart: bool) -> Begun:
    known = {} if restart else journal.read()
    settings = plan.settings(cleaner.__version__)
    if known and known["settings"] != settings:
        raise JobError(_changed(plan.output, known["settings"], settings))
    places = known if known else _places(plan, restart=restart)
    deliveries = tuple(_deliveries(plan, journal.folder, places))
    for delivery in deliveries:
        delivery.check_link()
    finished: dict[str, Any] = known.get("finished", {})
    if finished and all(delivery.is_there() for delivery in deliveries):
        _refuse_other_input(plan, known.get("records"))
        journal.clear()
        return Begun(journal, deliveries, finished)
    for delivery in deliveries:
        delivery.check()
        delivery.clear_left()
    if finished or not known:
        journal.clear()
        if plan.site_memory is not None:
            journal.forget_sites(GIVEN)
        journal.write(
            {"settings": settings} | {n: places.get(n) for n in ("link", "over", "apart")}
        )
    journal.take_up(gaps=plan.site_memory is None)
    return Begun(journal, deliveries, {})


def _places(plan: Plan, *, restart: bool) -> dict[str, Any]:
    """Where the outputs lead, and the stamps of the files that may be written over."""
    own = _place(plan.output, restart=restart)
    return own | ({"apart": _place(plan.apart, restart=restart)} if plan.apart else {})


def _place(output: Path, *, restart: bool) -> dict[str, Any]:
    return {"link": link_of(output), "over": stamp_of(output) if restart else None}


def _deliveries(plan: Plan, folder: Path, places: dict[str, Any]) -> Iterator[Delivery]:
    yield Delivery(plan.output, folder, places.get("link"), places.get("over"))
    if plan.apart:
        place = places.get("apart") or {}
        yield Delivery(plan.apart, folder, place.get("link"), place.get("over"), APART)


def _refuse_foreign(output: Path, *, restart: bool) -> None:
    """No file or folder of the user's is written over unasked, and no folder ever."""
    if Journal.folder_of(output).exists() or not output.exists():
        return
    if output.is_dir() and any(output.iterdir()):
        raise JobError(f"{output}: not empty, and not made by this command; name another folder")
    if output.is_file() and not written_to(output) and not restart:
        raise JobError(f"{output}: not made by this command; --restart writes over it")


def _refuse_other_input(plan: Plan, before: list[int] | None) -> None:
    """Of a pipe, no name, size or time tells whether it still holds what it held."""
    pipes = ", ".join(s.name for s in plan.sources if is_pipe(s))
    if not pipes or before is None:
        return
    records = Records(Pages(plan.sources, plan.fields))
    for _ in records:
        pass
    if (now := records.fingerprint) != before:
        counts = f"{before[0]:,} pages before, {now[0]:,} now"
        held = counts if before[0] != now[0] else f"{now[0]:,} pages as before, but others"
        raise JobError(f"{plan.output}: {pipes} holds other input ({held}); {ANEW}")


def _changed(output: Path, before: dict[str, Any], now: dict[str, Any]) -> str:
    changes = "; ".join(
        "the sources have other names, sizes or times"
        if name == "sources"
        else f"{name} was {before.get(name)!r} and is {now[name]!r}"
        for name in now
        if now[name] != before.get(name)
    )
    return f"{output} was started with other settings: {changes}; {ANEW}"
