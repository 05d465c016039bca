"""The tables in PostgreSQL, by the lines that README.md of a dump shows, in a server of this test's own."""

import csv
import glob
import os
import pathlib
import shutil
import subprocess
import tempfile

import pytest
from blocks import blocks, tool

TYPES = {"string": "text", "integer": "bigint", "boolean": "boolean", "date": "date"}


@pytest.fixture(scope="module")
def server():
    """A server that listens to a socket alone; the environment that reaches it."""
    places = sorted(glob.glob("/usr/lib/postgresql/*/bin")) + [os.path.dirname(shutil.which("initdb") or "")]
    programs = next((place for place in reversed(places) if os.path.exists(f"{place}/initdb")), None)
    assert programs, "PostgreSQL is missing: apt-get install postgresql"
    folder = tempfile.mkdtemp(prefix="spacekb-postgresql-", dir="/tmp")
    # It refuses to run as root.
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres", "postgres")

    def run(name, *arguments):
        done = subprocess.run(
            [*user, f"{programs}/{name}", "-D", f"{folder}/data", *arguments], cwd=folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        assert done.returncode == 0, done.stdout

    try:
        run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync")
        # What it says goes into a file: a pipe would stay open as long as it runs.
        run("pg_ctl", "-w", "-l", f"{folder}/log", "-o", f"-k {folder} -c listen_addresses= -c fsync=off", "start")
        yield {"PGHOST": folder, "PGUSER": "postgres"}
        run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def sql(any_tables, server, monkeypatch, bundled, request):
    """Asks a database that was filled as README.md says; rows of text, an empty one for NULL."""
    for name, value in server.items():
        monkeypatch.setitem(bundled.environment, name, value)
    shown = blocks((any_tables.folder / "README.md").read_text(encoding="utf-8"))
    lines = [lines for language, lines in shown if tool(language, lines) == "createdb"]
    assert len(lines) == 1
    assert "JAXA" in bundled.shell(lines[0], any_tables.folder) or "hostile" in request.node.name

    def ask(query):
        text = subprocess.run(
            ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", "space", "-c", f"COPY ({query}) TO STDOUT (FORMAT csv)"],
            env=bundled.environment, capture_output=True, encoding="utf-8", check=True).stdout
        return list(csv.reader(text.splitlines(keepends=True)))

    yield ask
    bundled.shell("dropdb space", any_tables.folder)


def test_types_cells_and_keys(any_tables, sql):
    for name in any_tables.resources:
        columns = sql(
            "SELECT column_name, data_type FROM information_schema.columns "
            f"WHERE table_schema = 'spacekb' AND table_name = '{name}' ORDER BY ordinal_position")
        assert dict(columns) == {column: TYPES[kind] for column, kind in any_tables.fields(name).items()}, name
        flags = [i for i, kind in enumerate(any_tables.fields(name).values()) if kind == "boolean"]
        rows = sql(f"SELECT * FROM spacekb.{name}")
        for row in rows:
            for i in flags:
                row[i] = {"t": "true", "f": "false", "": ""}[row[i]]
        assert rows == any_tables.rows(name), name
    keys = sql(
        "SELECT c.conrelid::regclass, a.attname, c.confrelid::regclass FROM pg_constraint c JOIN pg_attribute a "
        "ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] WHERE c.contype = 'f'")
    assert {tuple(cell.removeprefix("spacekb.") for cell in row) for row in keys} == {
        (name, column, other) for name in any_tables.resources for column, other, _ in any_tables.keys(name)}


def test_a_key_to_nothing_is_refused(any_tables, sql, bundled):
    with pytest.raises(AssertionError, match="foreign key"):
        bundled.shell(
            "psql -X -d space -v ON_ERROR_STOP=1 -c \"UPDATE spacekb.memberships SET party_id = 'agency/xxx'\"",
            any_tables.folder)
