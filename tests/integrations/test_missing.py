"""What is not installed is named with a command that works, and only what needs it fails."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.batch.made import page, write_jsonl
from tests.cases import ROOT

PACKAGES = {
    "datatrove": "datatrove",
    "haystack": "haystack",
    "langchain": "langchain_core",
    "ray": "ray",
    "scrapy": "scrapy",
    "spark": "pyspark",
}


@pytest.mark.parametrize("extra", PACKAGES)
def test_the_error_names_the_extra(extra: str) -> None:
    hidden = f"import sys; sys.modules[{PACKAGES[extra]!r}] = None"
    command = [sys.executable, "-c", f"{hidden}; import cleaner.integrations.{extra}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    *_, last = done.stderr.splitlines()
    assert last.startswith(
        f"cleaner.batch.optional.MissingExtra: needs {PACKAGES[extra]}: "
        f"pip install '.[{extra}]' in a checkout of page-cleaner ("
    )


def test_no_doc_and_no_message_names_what_no_index_has() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    files = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "cleaner").rglob("*.py")]
    for file in files:
        text = file.read_text("utf-8")
        assert "page-cleaner[" not in text, file
        for named in re.findall(r"pip install '\.\[([\w,]+)\]'", text):
            assert set(named.split(",")) <= set(extras["optional-dependencies"]), (file, named)


PLAIN = """
import sys

OPTIONAL = ("pyarrow", "fastwarc", "rensa", "fsspec", "backports", "compression", "pandas")

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in OPTIONAL:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
for name in [name for name in sys.modules if name.split(".")[0] in OPTIONAL]:
    del sys.modules[name]
from cleaner.cli.main import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize("output", ["out.jsonl", "out.jsonl.gz", "out", "-"])
@pytest.mark.parametrize("source", ["pages", "pages.jsonl", "pages.jsonl.gz"])
def test_folders_and_json_lines_need_no_extra(tmp_path: Path, source: str, output: str) -> None:
    (tmp_path / "pages").mkdir()
    for number in range(2):
        (tmp_path / f"pages/{number}.html").write_text(page(number), "utf-8")
    lines = write_jsonl(tmp_path / "pages.jsonl", 2).read_bytes()
    (tmp_path / "pages.jsonl.gz").write_bytes(gzip.compress(lines))
    given = ["batch", source, "-o", output, "--duplicates", "off", "--workers", "1"]
    command = [sys.executable, "-c", PLAIN, *given, "--site-memory", "known", "--summary", "told"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "told").read_text("utf-8"))["articles"] == 2


def test_what_needs_an_extra_says_so_on_a_plain_install(tmp_path: Path) -> None:
    (tmp_path / "x.warc").write_bytes(b"")
    command = [sys.executable, "-c", PLAIN, "batch", "x.warc", "-o", "out.jsonl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    install = "pip install '.[ingest]' in a checkout of page-cleaner (No module named "
    assert install in done.stderr
    assert "Traceback" not in done.stderr
