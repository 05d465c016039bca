"""The tables in DuckDB, by the SQL that lies beside them, and without it."""

import duckdb
import pytest

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE"}


@pytest.fixture
def base(any_tables, monkeypatch):
    monkeypatch.chdir(any_tables.folder)
    base = duckdb.connect()
    base.execute((any_tables.folder / "load.sql").read_text(encoding="utf-8"))
    return base


def text(value):
    """A value as it stands in the file."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_types_and_cells(any_tables, base):
    for name in any_tables.resources:
        table = base.table(name)
        assert dict(zip(table.columns, map(str, table.types))) == {
            column: TYPES[kind] for column, kind in any_tables.fields(name).items()}, name
        assert [[text(value) for value in row] for row in table.fetchall()] == any_tables.rows(name), name


def test_keys(any_tables, base):
    """Each foreign key but those of a table to itself, which DuckDB cannot fill row by row, is one there too."""
    kept = base.execute(
        "SELECT table_name, constraint_column_names[1], referenced_table FROM duckdb_constraints() "
        "WHERE constraint_type = 'FOREIGN KEY'").fetchall()
    told = [(name, *key) for name in any_tables.resources for key in any_tables.keys(name)]
    assert set(kept) == {key[:3] for key in told if key[0] != key[2]}
    for name, column, other, key in told:
        count = base.execute(f'SELECT count("{column}") FROM {name}').fetchone()
        joined = base.execute(f'SELECT count(*) FROM {name} a JOIN {other} b ON a."{column}" = b."{key}"').fetchone()
        assert joined == count, (name, column)


def test_files_as_they_are(tables, monkeypatch):
    monkeypatch.chdir(tables.folder)
    for name, resource in tables.resources.items():
        count = duckdb.execute(f"SELECT count(*) FROM '{resource['path']}'").fetchone()
        assert count == (len(tables.rows(name)),), name
