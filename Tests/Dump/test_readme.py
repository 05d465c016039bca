"""The lines that README.md of this project and of a dump show, run as a reader would; those for R and PostgreSQL in Heavy."""

import shutil
import subprocess
import sys

import pytest
from blocks import blocks, tool
from conftest import ROOT

HEAVY = {"R", "createdb"}


def run(program, language, lines, folder):
    if language == "python":
        lines = lines + "\nprint('done')\n"
        done = subprocess.run([sys.executable, "-c", lines], cwd=folder, capture_output=True, encoding="utf-8")
        assert done.returncode == 0 and done.stdout.endswith("done\n"), f"{lines}\n{done.stderr}"
    else:
        program.shell(lines, folder)


def test_of_a_dump(bundled, tables, tmp_path):
    folder = shutil.copytree(tables.folder, tmp_path / "tables")
    shown = blocks((folder / "README.md").read_text(encoding="utf-8"))
    assert {tool(*block) for block in shown} >= {"python", "duckdb"} | HEAVY
    for language, lines in shown:
        if tool(language, lines) not in HEAVY:
            run(bundled, language, lines, folder)
    assert (folder / "edges.csv").exists()


def test_of_the_project(bundled, tmp_path):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split("\n## In other tools\n")[1].split("\n## ")[0]
    shown = blocks(section)
    assert {tool(*block) for block in shown} == {"spacekb", "python"}
    for language, lines in shown:
        run(bundled, language, lines, tmp_path)
