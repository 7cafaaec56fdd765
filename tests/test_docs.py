"""The documents: examples run, commands and links lead somewhere, and nothing is missing."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

import cleaner
from cleaner.cli.main import main
from cleaner.learn import learn
from cleaner.text import slots as known_slots
from tests import api_document
from tests.batch.made import make_sources
from tests.cli.made import PAGE
from tests.documents import BY_NAME, DOCUMENTS, README, ROOT, Document
from tests.test_pages import PAGES, cleaned_page

RULES = '[[site]]\nhost = "example.com"\nstrip = ["aside"]\n'
LIBRARY, BATCH, COPIES, COMMAND_LINE, BENCHMARKS, SCHEMA, LEXICONS, OPINION = (
    BY_NAME[f"docs/{name}.md"]
    for name in (
        *("library", "batch", "copies", "command-line", "benchmarks", "report-schema", "lexicons"),
        "second-opinion",
    )
)
SPANS = BY_NAME["docs/spans.md"]
GUIDES = [document for document in DOCUMENTS if document.name != "CHANGELOG.md"]
RUN = [README, COMMAND_LINE, BATCH]
"""Documents whose commands all run on two small pages."""
PROGRAMS = {"cleaner", "pip", "python", "pytest", "ruff", "mypy", "curl", "zcat", "head", ".ci/run"}


def commands(program: str, *documents: Document) -> list[str]:
    return sorted({c for document in documents for c in document.commands_of(program)})


ALL = commands("cleaner", *RUN)


# Examples


@pytest.mark.parametrize(
    "document", [README, LIBRARY, BATCH, COPIES, SCHEMA, OPINION, SPANS], ids=repr
)
def test_python_examples_run_and_give_what_is_said(document: Document) -> None:
    said, count = document.run_examples()
    assert said == ""
    assert count >= 3


def test_every_program_is_known() -> None:
    for document in (*RUN, BENCHMARKS):
        assert {command.split()[0] for command in document.commands} <= PROGRAMS, document


@pytest.mark.parametrize("command", [c for c in ALL if not c.startswith("cleaner batch")])
def test_cleaner_commands_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages").mkdir()
    named = PAGE.replace("<head>", '<head><link rel="canonical" href="https://example.com/a">')
    assert named != PAGE
    for name in ("page.html", "pages/one.html", "pages/two.html"):
        (tmp_path / name).write_text(named, encoding="utf-8")
    articles = [json.dumps({"id": f"{n}", "text": "Rain fell."}) for n in range(2)]
    (tmp_path / "articles.jsonl").write_text("\n".join(articles), encoding="utf-8")
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures", target_is_directory=True)
    (tmp_path / "rules.toml").write_text(RULES, encoding="utf-8")
    (tmp_path / "example.com.txt").write_text("title: //h1\nstrip: //aside\n", encoding="utf-8")
    row = {"page": "page.html", **cleaner.clean(named.encode()).to_dict(spans=True)}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    if "learn" not in command:
        learn([named], host="example.com").write("example.com.json")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    result = CliRunner().invoke(main, shlex.split(command)[1:], input=PAGE, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    if "-o articles/" in command:
        assert len(list((tmp_path / "articles").iterdir())) == 3  # two articles and an index
    elif written := re.search(r"(?:-o|--into|--report) (\S+)", command):
        path = tmp_path / written[1]
        assert path.exists()
        assert path.stat().st_mtime_ns != before.get(path)
    else:
        assert result.stdout.strip()


@pytest.mark.parametrize("command", [c for c in ALL if c.startswith("cleaner batch")])
def test_batch_commands_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pyarrow", "fastwarc", "rensa", "fsspec"):
        pytest.importorskip(library, reason="pip install '.[ingest]'")
    monkeypatch.chdir(tmp_path)
    registry = pytest.importorskip("fsspec.registry")
    monkeypatch.setitem(registry._registry, "s3", object)  # what is made there goes with the test
    line = make_sources(tmp_path)
    result = CliRunner().invoke(main, shlex.split(command)[1:], input=line)
    assert result.exit_code == 0, result.output
    if "-o -" in command:
        assert json.loads(result.stdout)["outcome"] == "cleaned"
    else:
        assert Path(re.search(r"-o (\S+)", command)[1]).exists()  # type: ignore[index]


@pytest.mark.parametrize("command", commands("python", *DOCUMENTS))
def test_modules_exist_and_know_their_options(command: str) -> None:
    words = command.split()
    if words[1] != "-m" or words[2] in ("venv", "pip"):
        return
    package, arguments = words[2].replace(".", "/"), words[3:]
    assert (ROOT / package / "__main__.py").exists() or (ROOT / f"{package}.py").exists()
    if package == "benchmarks" and arguments:
        _assert_options(arguments[0], [a for a in arguments if a.startswith("--")])


@pytest.mark.parametrize(
    "option",
    re.findall(r"^python -m benchmarks (\w+).*?# .*?(--[\w-]+)", BENCHMARKS.text, re.M),
)
def test_options_in_remarks_exist(option: tuple[str, str]) -> None:
    _assert_options(option[0], [option[1]])


def _assert_options(module: str, options: list[str]) -> None:
    files = [ROOT / f"benchmarks/{module}.py", ROOT / "benchmarks/common/folds.py"]
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    assert all(f'"{name}"' in source for name in options)


def test_every_benchmark_is_described() -> None:
    names = {
        path.stem for path in (ROOT / "benchmarks").glob("*.py") if not path.stem.startswith("_")
    }
    assert names == set(re.findall(r"^\| `(\w+)` \|", BENCHMARKS.text, re.M))
    assert names <= set(re.findall(r"^python -m benchmarks (\w+)", BENCHMARKS.text, re.M))


def test_what_is_installed_exists() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = settings["project"]["optional-dependencies"]
    for document in GUIDES:
        for named in re.findall(r"pip install -?e? ?'\.\[([\w,]+)\]'", document.text):
            assert set(named.split(",")) <= set(extras), document


# Links and files


@pytest.mark.parametrize("document", DOCUMENTS, ids=repr)
def test_every_link_leads_somewhere(document: Document) -> None:
    for target in document.links:
        name, _, heading = target.partition("#")
        path = (document.path.parent / name).resolve() if name else document.path
        assert path.exists(), f"{document}: {target}"
        if heading:
            found = Document(path.relative_to(ROOT).as_posix())
            assert heading in found.anchors, f"{document}: {target}"


NAMED = re.compile(r"`((?:cleaner|fixtures|tests|benchmarks|docs|training)/[\w./-]+)`")


@pytest.mark.parametrize("document", GUIDES, ids=repr)
def test_files_that_are_named_exist(document: Document) -> None:
    for path in NAMED.findall(document.text):
        made_up = re.search(r"[A-Z]{2,}|event.promo|jats|csv|cleaner/(?:cleaned|untouched)$", path)
        assert made_up or (ROOT / path).exists(), path


def test_the_map_has_every_document() -> None:
    linked = {target.partition("#")[0] for target in BY_NAME["docs/index.md"].links}
    there = {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert there <= linked


# The command line


def _commands(command: click.Command, name: str = "cleaner") -> Iterator[tuple[str, click.Command]]:
    """Every command below a command, by its whole name."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for each in command.list_commands(context):
        found = command.get_command(context, each)
        assert found is not None
        yield from _commands(found, f"{name} {each}")


COMMANDS = dict(_commands(main))
SAID = "\n".join(document.text for document in GUIDES)


def test_every_command_is_in_the_table() -> None:
    table = re.findall(r"^\| `([a-z ]+)` \| ", COMMAND_LINE.text, re.M)
    assert {name.removeprefix("cleaner ") for name in COMMANDS} <= set(table)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    assert re.search(rf"\b{name}\b", SAID), f"no document shows `{name}`"
    options = [p for p in COMMANDS[name].params if isinstance(p, click.Option)]
    said = [flag for option in options for flag in (*option.opts, *option.secondary_opts)]
    guide = BATCH if name == "cleaner batch" else COMMAND_LINE
    missing = [flag for flag in said if not re.search(rf"`{flag}[` ]", guide.text)]
    assert missing == [], f"{guide} does not name {missing} of `{name}`"


def test_no_option_is_documented_that_does_not_exist() -> None:
    known = {"--help", "--version"} | {
        flag
        for command in COMMANDS.values()
        for option in command.params
        for flag in (*option.opts, *option.secondary_opts)
    }
    for document in (COMMAND_LINE, BATCH):
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", document.text)) <= known, document


# The library and its data


def test_every_attribute_that_is_named_exists() -> None:
    rows = re.findall(r"^\| (`\w+(?:\(\))?`(?:, `\w+(?:\(\))?`)*) \| [^|]+ \|$", LIBRARY.text, re.M)
    names = [name.strip("`()") for row in rows for name in row.split(", ")]
    assert {"text", "findings", "metadata", "restore"} <= set(names)
    assert [name for name in names if not hasattr(cleaner.clean(""), name)] == []


FIELDS = {
    heading: re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`[^|]+) \|", section, re.M)))
    for heading, section in re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", SCHEMA.text, re.M | re.S)
}
OPTIONAL = {"page", "notes", "images", "concerns", "opinion"}
"""Fields of a page that are not always there."""


def _named(section: str, value: dict[str, Any]) -> None:
    assert list(value) == FIELDS[section], section


@pytest.mark.parametrize("page", ["seed-html", "seed-text", "live-blog", "table-layout"])
def test_a_report_has_exactly_the_documented_fields(page: str) -> None:
    report = cleaned_page(PAGES / page).to_dict(metadata=True, lines=True, spans=True)
    assert list(report) == [name for name in FIELDS["Page"] if name in report]
    assert set(FIELDS["Page"]) - set(report) <= OPTIONAL
    assert f"`{report['schema']}`" in SCHEMA.text
    assert report["blocks"]
    assert report["findings"]
    for block in report["blocks"]:
        _named("Block", block)
        _named("Layout", block["layout"])
        for mark in block["marks"]:
            _named("Mark", mark)
    for finding in report["findings"]:
        _named("Finding", finding)
        _named("Layout", finding["layout"])
    _named("Metadata", report["metadata"])
    for line in report["lines"]:
        _named("Line", line)
    _named("Spans", report["spans"])
    for span in report["spans"]["blocks"]:
        _named("Span", span)


def test_an_image_of_a_report_has_the_documented_fields() -> None:
    page = '<p>Half of the 20 islands have no ferry.</p><img src="/map.png">'
    report = cleaner.clean(page, options=cleaner.Options(include_images=True)).to_dict()
    assert list(report) == [name for name in FIELDS["Page"] if name in report]
    for image in report["images"]:
        _named("Image", image)


def test_a_named_report_begins_with_its_page(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE, encoding="utf-8")
    file = tmp_path / "report.json"
    CliRunner().invoke(main, ["clean", f"{tmp_path}/one.html", "--report", str(file)])
    (report,) = json.loads(file.read_text(encoding="utf-8"))
    assert list(report) == [
        name
        for name in FIELDS["Page"]
        if name not in ("images", "concerns", "opinion", "notes", "lines", "spans")
    ]


def test_every_column_of_a_row_is_documented() -> None:
    from cleaner.batch import COLUMNS, Row
    from cleaner.batch.rows import DUPLICATES

    section = BATCH.text.partition("## Rows")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`[^|]+) \|", section, re.M))))
    assert {*Row("", None, "").to_dict(), *COLUMNS, *DUPLICATES} <= named


def test_every_column_and_relation_of_a_story_is_documented() -> None:
    from cleaner.batch.dedup.copies import STORY
    from cleaner.batch.dedup.outline import RELATIONS

    section = COPIES.text.partition("## What each row gets")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `([\w ]+)` \|", section, re.M) == [*STORY, *RELATIONS]


def test_every_slot_and_role_of_a_lexicon_is_named() -> None:
    named = set(re.findall(r"^\| `([\w-]+)` \|", LEXICONS.text, re.M))
    slots: set[str] = set()
    for file in sorted((Path(cleaner.__file__).parent / "lexicons").glob("*.toml")):
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        slots |= {*tables, *tables.get(known_slots.ROLES, {})}
    assert slots == named


def test_slots_are_described_by_how_they_match() -> None:
    ways = {
        "The whole line": known_slots.WHOLE,
        "The start": known_slots.START,
        "The end": known_slots.END,
        "A number": known_slots.NUMBERED,
        "Anywhere": known_slots.WITHIN,
        "Word classes with gaps": known_slots.GAPPED,
        "Never searched": known_slots.LISTS,
    }
    for heading, slots in ways.items():
        section = LEXICONS.text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
        assert set(re.findall(r"^\| `([\w-]+)` \|", section, re.M)) == set(slots), heading


# docs/tuning.md


STEP = r"<!-- rules.toml: (.+?) -> (.+?) -->|```console\n\$ (.*?)\n(.*?)```"
"""An edit of the rules, or a command with what it says."""


def test_the_tuned_page_goes_as_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = BY_NAME["docs/tuning.md"].text
    folder = shutil.copytree(ROOT / "docs/tuning", tmp_path / "tuning")
    monkeypatch.chdir(folder)
    rules = folder / "rules.toml"
    assert f"```toml\n{rules.read_text(encoding='utf-8')}```" in text
    steps = re.findall(STEP, text, re.S)
    for old, new, command, shown in steps:
        if old:
            changed = rules.read_text(encoding="utf-8").replace(old, new)
            rules.write_text(changed, encoding="utf-8")
            continue
        result = CliRunner().invoke(main, shlex.split(command)[1:], catch_exceptions=False)
        parts = re.split(r"^…$", shown.rstrip("\n"), flags=re.M)
        wanted = "(?s:.*)".join(map(re.escape, parts))
        assert re.fullmatch(wanted, result.output.rstrip("\n")), f"{command}\n{result.output}"
    assert len(steps) == 10
    assert result.exit_code == 1


# docs/api.md


def test_the_api_is_what_the_docstrings_say() -> None:
    written = BY_NAME["docs/api.md"].text
    assert api_document.document() == written, "run `python -m tests.api_document > docs/api.md`"


def test_every_public_name_is_in_the_api() -> None:
    for name in cleaner.__all__:
        assert f"### `{name}`\n" in BY_NAME["docs/api.md"].text
