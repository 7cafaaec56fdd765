"""CPU time of a command from nothing, beside that of `import trafilatura`.

Each command is a process of its own. The processes take turns, so that a machine that slows down
slows all of them, and the fastest of each counts. User time, with that of child processes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

from benchmarks.common.tables import table

PAGE = Path(__file__).parents[1] / "fixtures/pages/ar-news/page.html"
BESIDE = "import trafilatura"
COMMANDS: dict[str, Sequence[str]] = {
    BESIDE: ("-c", BESIDE),
    "help": ("-m", "cleaner", "--help"),
    "page": ("-m", "cleaner", "clean", "--no-config", str(PAGE)),
}
FIGURES = {
    "help": "CPU time of `cleaner --help` by that of `import trafilatura`",
    "page": "CPU time of `cleaner clean` on one small page by that of `import trafilatura`",
}
LOWER_IS_BETTER = ("help", "page")


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--rounds", type=int, default=5, metavar="N", help="of all commands in turn"
    )


def run(args: Namespace) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        for arguments in COMMANDS.values():
            seconds(arguments, folder)  # writes bytecode, and the index of a checkout
        rounds = [
            {name: seconds(arguments, folder) for name, arguments in COMMANDS.items()}
            for _ in range(args.rounds)
        ]
    least = {name: min(each[name] for each in rounds) for name in COMMANDS}
    rows = [[name, f"{s * 1e3:.0f}", f"{s / least[BESIDE]:.2f}"] for name, s in least.items()]
    print(table(["command", "ms", f"by {BESIDE}"], rows))
    return {name: least[name] / least[BESIDE] for name in FIGURES}


def seconds(arguments: Sequence[str], folder: str) -> float:
    """User seconds of a process of Python in a folder. Raises CalledProcessError."""
    command = [sys.executable, *arguments]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    before = getrusage(RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return getrusage(RUSAGE_CHILDREN).ru_utime - before
