"""Dumps and exports that the tests read with the tools that researchers use: of the bundled reports, and of reports whose titles are
meant to go wrong. The program is SPACEKB, or the one that `swift build` made."""

import csv
import json
import os
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
PROGRAM = os.environ.get("SPACEKB", str(ROOT / ".build/debug/spacekb"))

# What spreadsheets take for a formula, and readers for missing, a number, a date, or the end of a cell.
HOSTILE = [
    "=1+1", "+1+1", "-1+1", "@SUM(1+1)", "=cmd|' /C calc'!A0", '=HYPERLINK("https://evil.example/","x")', "＝1+1",
    " =1+1", "'=1+1", "';=1+1", '"=1+1"', "NA", "N/A", "NULL", "null", "None", "NaN", "nan", "<NA>", "#REF!", "1e5",
    "007", "1.11E+03", "TRUE", "2020-09-09", "18/09/2020", 'a "quoted" word', '"', "a;b\ta,b", "'", "''", "ends with \\",
    "한국 العربية é e\u0301", "$$ \\. {{x}} %s",
]


class Tables:
    """A folder with a dump."""

    def __init__(self, folder):
        self.folder = folder
        self.package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        self.resources = {resource["name"]: resource for resource in self.package["resources"]}

    def fields(self, name):
        """The types of a table by column."""
        return {field["name"]: field["type"] for field in self.resources[name]["schema"]["fields"]}

    def keys(self, name):
        """(column, table, its column) of each foreign key."""
        for key in self.resources[name]["schema"].get("foreignKeys", []):
            reference = key["reference"]
            yield key["fields"][0], reference["resource"] or name, reference["fields"][0]

    def rows(self, name):
        """The cells of a table as they stand in the file, without the header."""
        with open(self.folder / self.resources[name]["path"], encoding="utf-8", newline="") as file:
            return list(csv.reader(file))[1:]


class Program:
    """The program with one database."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = dict(os.environ, SPACEKB_DB=str(folder / "base.db"))

    def __call__(self, *arguments, input=None):
        run = subprocess.run(
            [PROGRAM, *arguments], input=input, capture_output=True, encoding="utf-8", env=self.environment)
        assert run.returncode == 0, f"{arguments}: {run.returncode}\n{run.stderr}"
        return run.stdout

    def dump(self, *options):
        folder = self.folder / "-".join(["tables", *options])
        self("dump", str(folder), *options)
        return Tables(folder)

    def shell(self, lines, folder, path=()):
        """Runs lines of a README in a folder, with the program and the tools of this environment before all others."""
        links = self.folder / "bin"
        links.mkdir(exist_ok=True)
        if not (links / "spacekb").exists():
            (links / "spacekb").symlink_to(PROGRAM)
        places = [str(links), str(pathlib.Path(sys.executable).parent), *path, os.environ["PATH"]]
        run = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", lines], cwd=folder, capture_output=True, encoding="utf-8",
            env=dict(self.environment, PATH=os.pathsep.join(places)))
        assert run.returncode == 0, f"{lines}\n{run.stdout}\n{run.stderr}"
        return run.stdout


@pytest.fixture(scope="session")
def bundled(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("bundled"))
    program("ingest", "--quiet", str(ROOT / "Data/reports"))
    return program


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    program = Program(tmp_path_factory.mktemp("hostile"))
    reports = [
        {"url": f"https://e.org/{index}", "title": title, "published": "2020-09-18",
         "text": f"The Canadian Space Agency joined ISECG on {index % 28 + 1} September 2020.\n\n{title}"}
        for index, title in enumerate(HOSTILE)]
    program("ingest", "--quiet", "-", input="\n".join(json.dumps(report) for report in reports))
    return program


@pytest.fixture(scope="session")
def tables(bundled):
    return bundled.dump()


@pytest.fixture(scope="session")
def hostile_tables(hostile):
    tables = hostile.dump()
    titles = {row[1] for row in tables.rows("reports")}
    assert {"=1+1", "NA", "2020-09-09", '"=1+1"'} <= titles
    return tables


@pytest.fixture(params=["tables", "hostile_tables"])
def any_tables(request):
    """Each of the two."""
    return request.getfixturevalue(request.param)
