"""The benchmarks' command: what it lists, and floors that fail when they must."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from importlib import import_module
from types import ModuleType

import pytest

from benchmarks import __main__ as command
from benchmarks.common.floors import floor, missed
from benchmarks.common.tables import table


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = ModuleType("benchmarks.made", "Made for a test.")
    module.FIGURES = {"f1": "higher is better", "ms": "lower is better"}  # type: ignore[attr-defined]
    module.LOWER_IS_BETTER = ("ms",)  # type: ignore[attr-defined]
    module.add_arguments = lambda parser: None  # type: ignore[attr-defined]
    module.run = lambda args: {"f1": 0.9, "ms": 40.0}  # type: ignore[attr-defined]
    monkeypatch.setattr(command, "summaries", lambda: {"made": "Made for a test."})
    monkeypatch.setitem(sys.modules, "benchmarks.made", module)
    return module


@pytest.mark.parametrize("name", command.summaries())
def test_every_benchmark_has_figures_options_and_a_summary(name: str) -> None:
    pytest.importorskip("rensa", reason="pip install '.[ingest]'")
    pytest.importorskip("psutil", reason="pip install '.[dev]'")
    module = import_module(f"benchmarks.{name}")
    module.add_arguments(ArgumentParser())
    assert command.summaries()[name].endswith(".")
    assert module.FIGURES
    assert set(getattr(module, "LOWER_IS_BETTER", ())) <= set(module.FIGURES)


def test_without_a_name_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    command.main([])
    printed = capsys.readouterr().out
    assert all(f"\n{name} " in printed for name in ("quality", "residue", "reposts", "sites"))


@pytest.mark.parametrize("floors", [["f1=0.9"], ["ms=40"], ["f1=0.5", "ms=100"], []])
def test_figures_at_their_floors_pass(benchmark: ModuleType, floors: list[str]) -> None:
    command.main(["made", *(word for each in floors for word in ("--floor", each))])


@pytest.mark.parametrize("given", ["f1=0.91", "ms=39"])
def test_a_figure_that_is_worse_than_its_floor_fails(benchmark: ModuleType, given: str) -> None:
    with pytest.raises(SystemExit, match=given.partition("=")[0]):
        command.main(["made", "--floor", given])


def test_a_figure_without_a_value_fails(benchmark: ModuleType) -> None:
    def run(args: Namespace) -> dict[str, float]:
        return {"f1": float("nan")}

    benchmark.run = run  # type: ignore[attr-defined]
    for given in ("f1=0", "ms=1000"):
        with pytest.raises(SystemExit, match="nan"):
            command.main(["made", "--floor", given])


@pytest.mark.parametrize("given", ["f2=0.9", "f1", "f1=high", "=1"])
def test_a_floor_that_checks_nothing_is_an_error(
    benchmark: ModuleType, given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["made", "--floor", given])
    assert ended.value.code == 2
    assert "figure" in capsys.readouterr().err.lower()


def test_floors_are_read_and_compared() -> None:
    assert floor("drop=0.92") == ("drop", 0.92)
    assert missed([("ms", 40.0)], {"ms": 41.0}) == []


def test_a_table_is_markdown() -> None:
    lines = table(["", "pages"], [["a", 1234], ["long", float("nan")]]).split("\n")
    assert lines[0] == "|      | pages |"
    assert lines[1] == "|:-----|------:|"
    assert lines[2:] == ["| a    | 1,234 |", "| long |     - |"]


def test_without_phrases_no_list_finds_anything() -> None:
    script = """if True:
        from benchmarks.common.no_phrases import forget_phrases
        from cleaner.text.gapped import search
        from cleaner.text.lexicon import scan, with_role
        forget_phrases()
        said = "sign up for our newsletter. the views of the author are not those of our site."
        assert scan(said) == {} and search(said) == {} and with_role("counted")
    """
    subprocess.run([sys.executable, "-c", script], check=True)
