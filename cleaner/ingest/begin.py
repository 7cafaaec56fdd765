"""Whether a job may begin, go on, or is done; anything else is refused with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cleaner
from cleaner.files import BadInput
from cleaner.ingest.ledger import JobError, Ledger, Stopped
from cleaner.ingest.plan import Plan
from cleaner.ingest.sources import check

ANEW = "--restart begins anew"


def begun(plan: Plan, *, restart: bool) -> tuple[Ledger, dict[str, Any]]:
    """The ledger of a job that may run, and its summary where it is finished.

    Raises JobError where sources or output cannot be used, or the output is of another job.
    """
    output = plan.output
    try:
        check(plan.sources, plan.fields)
        _refuse_foreign(output, restart=restart)
        ledger = Ledger(output)
    except BadInput as error:
        raise JobError(str(error)) from error
    except OSError as error:
        raise JobError(f"{output}: cannot be written: {error.strerror}") from error
    try:
        return ledger, _taken_up(ledger, plan, restart=restart)
    except OSError as error:
        ledger.close()
        where = error.filename or ledger.folder
        raise Stopped(f"{where}: cannot be written: {error.strerror}") from error
    except BaseException:
        ledger.close()
        raise


def _taken_up(ledger: Ledger, plan: Plan, *, restart: bool) -> dict[str, Any]:
    known = {} if restart else ledger.read()
    settings = plan.settings(cleaner.__version__)
    if known and known["settings"] != settings:
        raise JobError(_changed(plan.output, known["settings"], settings))
    finished: dict[str, Any] = known.get("finished", {})
    if finished and plan.output.exists():
        ledger.clear()
        return finished
    if finished or not known:
        ledger.clear()
        ledger.write({"settings": settings})
    return {}


def _refuse_foreign(output: Path, *, restart: bool) -> None:
    """No file or folder of the user's is written over unasked, and no folder ever."""
    if Ledger.folder_of(output).exists() or not output.exists():
        return
    if output.is_dir() and any(output.iterdir()):
        raise JobError(f"{output}: not empty, and not made by this command; name another folder")
    if output.is_file() and not restart:
        raise JobError(f"{output}: not made by this command; --restart writes over it")


def _changed(output: Path, before: dict[str, Any], now: dict[str, Any]) -> str:
    changes = "; ".join(
        "the sources have other names, sizes or times"
        if name == "sources"
        else f"{name} was {before.get(name)!r} and is {now[name]!r}"
        for name in now
        if now[name] != before.get(name)
    )
    return f"{output} was begun otherwise: {changes}. {ANEW}"
