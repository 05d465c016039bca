"""The tables in R, by the lines that README.md of a dump shows and by read.csv alone."""

import csv
import shutil
import subprocess

import pytest
from blocks import blocks, tool

TYPES = {"string": "character", "integer": "integer", "boolean": "logical", "date": "Date"}

# Each table as R has it: the types, and the cells written again, missing ones empty.
AGAIN = """
tables <- load_tables()
dir.create("again")
for (name in names(tables)) {
  table <- tables[[name]]
  cat(name, vapply(table, function(column) class(column)[1], ""), sep = "\\t", file = "types.tsv", append = TRUE)
  cat("\\n", file = "types.tsv", append = TRUE)
  write.csv(table, file.path("again", paste0(name, ".csv")), row.names = FALSE, na = "", fileEncoding = "UTF-8")
}
"""


def run(lines, folder):
    assert shutil.which("Rscript"), "R is missing: apt-get install r-base-core"
    done = subprocess.run(["Rscript", "--vanilla", "-e", lines], cwd=folder, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{lines}\n{done.stderr}"
    return done.stdout


@pytest.fixture
def folder(any_tables, tmp_path):
    return shutil.copytree(any_tables.folder, tmp_path / "tables")


def test_types_and_cells(any_tables, folder):
    run('source("load.R")\n' + AGAIN, folder)
    types = {name: kinds for name, *kinds in csv.reader(open(folder / "types.tsv"), delimiter="\t")}
    assert list(types) == list(any_tables.resources)
    for name in any_tables.resources:
        kinds = list(any_tables.fields(name).values())
        assert types[name] == [TYPES[kind] for kind in kinds], name
        with open(folder / f"again/{name}.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[1:]
        again = [[cell.lower() if kind == "boolean" else cell for cell, kind in zip(row, kinds)] for row in rows]
        assert again == any_tables.rows(name), name


def test_lines_of_the_readme(any_tables, folder):
    shown = blocks((folder / "README.md").read_text(encoding="utf-8"))
    lines = [lines for language, lines in shown if tool(language, lines) == "R"]
    assert len(lines) == 1
    assert any_tables.rows("memberships")
    run(lines[0], folder)


def test_plain_r_loses_nothing_but_namibia(tables):
    lost = run(
        """
        for (file in list.files(pattern = "[.]csv$")) {
          read <- read.csv(file, encoding = "UTF-8")
          told <- read.csv(file, colClasses = "character", na.strings = character(), encoding = "UTF-8")
          for (column in names(told)) {
            cells <- told[[column]][is.na(read[[column]]) & told[[column]] != ""]
            if (length(cells)) cat(file, column, unique(cells), "\\n")
          }
        }
        """, tables.folder)
    assert lost.split() == ["countries.csv", "iso2", "NA"]
