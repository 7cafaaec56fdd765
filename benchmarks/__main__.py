"""Run a benchmark: `python -m benchmarks NAME`; without a name, a list of them.

Each module of this folder is a benchmark. Its docstring is its help, and it has
- `FIGURES`: the names of its figures and what they are;
- `LOWER_IS_BETTER`: those of them whose floor is the highest value allowed, if there are any;
- `add_arguments(parser)`: its own options;
- `run(args)`: measures, prints its tables and returns the figures by name.
"""

from __future__ import annotations

import ast
import sys
from argparse import REMAINDER, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from benchmarks.common.floors import floor, missed
from benchmarks.common.no_phrases import forget_phrases

FOLDER = Path(__file__).parent


def summaries() -> dict[str, str]:
    """All benchmarks with the first line of their docstrings; nothing is imported."""
    names = (m.name for m in iter_modules([str(FOLDER)]) if not m.ispkg and m.name[0] != "_")
    return {name: _summary(FOLDER / f"{name}.py") for name in names}


def _summary(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the name, run that benchmark, and exit with 1 where a floor is missed."""
    known = summaries()
    parser = ArgumentParser(
        prog="python -m benchmarks",
        description="Measure the cleaner. Floors make a run fail.",
        epilog="\n".join(f"{name:10}{summary}" for name, summary in known.items()),
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", nargs="?", choices=list(known), metavar="NAME")
    parser.add_argument("options", nargs=REMAINDER, help="see NAME --help")
    given = parser.parse_args(arguments)
    if given.name is None:
        parser.print_help()
    else:
        _run(given.name, given.options)


def _run(name: str, options: list[str]) -> None:
    benchmark = import_module(f"benchmarks.{name}")
    args = _arguments(benchmark, name, options)
    if args.no_phrases:
        forget_phrases()
    figures = benchmark.run(args)
    print("\n" + "  ".join(f"{figure}={value:.4f}" for figure, value in figures.items()))
    if short := missed(args.floor, figures, getattr(benchmark, "LOWER_IS_BETTER", ())):
        sys.exit("\n".join(short))


def _arguments(benchmark: ModuleType, name: str, options: list[str]) -> Namespace:
    parser = ArgumentParser(
        prog=f"python -m benchmarks {name}",
        description=benchmark.__doc__,
        epilog="figures:\n" + "\n".join(f"  {n:18}{d}" for n, d in benchmark.FIGURES.items()),
        formatter_class=RawDescriptionHelpFormatter,
    )
    benchmark.add_arguments(parser)
    parser.add_argument(
        "--floor",
        action="append",
        type=floor,
        default=[],
        metavar="FIGURE=VALUE",
        help="exit with 1 where the figure is worse; may be repeated",
    )
    help_text = "with empty lists of phrases: what form and structure tell"
    parser.add_argument("--no-phrases", action="store_true", help=help_text)
    args = parser.parse_args(options)
    if wrong := [name for name, _ in args.floor if name not in benchmark.FIGURES]:
        parser.error(f"no figure is called {', '.join(wrong)}: {', '.join(benchmark.FIGURES)}")
    return args


if __name__ == "__main__":
    main()
