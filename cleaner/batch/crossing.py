"""Whether functions of the options reach worker processes, and get their answers in time."""

from __future__ import annotations

import pickle
import pickletools

from cleaner.options import Options


def check_functions(options: Options, timeout: float) -> None:
    """Raise ValueError for functions that no worker can be sent or that may outlast a page."""
    for name in ("second_opinion", "fallback"):
        if (function := getattr(options, name)) is not None:
            _check(name, function)
            if options.opinion_timeout >= timeout:
                said = f"opinion_timeout must be below timeout ({timeout:g} s)"
                raise ValueError(f"{said}, not {options.opinion_timeout:g}")


def _check(name: str, function: object) -> None:
    try:
        data = pickle.dumps(function)
        hash(function)
    except Exception as error:  # whatever a class of the caller's does
        why = f"{name} cannot be sent to worker processes ({error})"
        raise ValueError(f"{why}: give a function that stands at the top of a module") from error
    if any(argument == "__main__" for _, argument, _ in pickletools.genops(data)):
        why = f"{name} stands in the script that was started, which worker processes do not run"
        raise ValueError(f"{why}: put it into a module of its own")
