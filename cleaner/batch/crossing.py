"""Whether functions of the options reach worker processes, and get their answers in time."""

from __future__ import annotations

import pickle
import pickletools

from cleaner.options import Options


def check_functions(options: Options, timeout: float) -> None:
    """Raise ValueError for functions that no worker can be sent or that may outlast a page."""
    functions = {"second_opinion": options.second_opinion, "fallback": options.fallback}
    given = {name: function for name, function in functions.items() if function is not None}
    for name, function in given.items():
        _check(name, function)
    if len(given) * options.opinion_timeout >= timeout:
        most = f"{len(given)} × opinion_timeout ({options.opinion_timeout:g} s)"
        said = f"{' and '.join(given)} may take {most}, which must be below timeout"
        raise ValueError(f"{said} ({timeout:g} s)")


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
