"""The tables in pandas, by the loader that lies beside them, and without it."""

import importlib.util

import pandas
import pytest

TYPES = {"string": "string", "integer": "Int64", "boolean": "boolean", "date": "datetime64[s]"}


@pytest.fixture
def frames(any_tables):
    spec = importlib.util.spec_from_file_location("load", any_tables.folder / "load.py")
    load = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(load)
    return load.tables()


def text(value):
    """A value as it stands in the file."""
    if value is pandas.NA or value is pandas.NaT:
        return ""
    if isinstance(value, pandas.Timestamp):
        return value.date().isoformat()
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_types_and_cells(any_tables, frames):
    assert list(frames) == list(any_tables.resources)
    for name, frame in frames.items():
        assert {column: str(kind) for column, kind in frame.dtypes.items()} == {
            column: TYPES[kind] for column, kind in any_tables.fields(name).items()}, name
        columns = [frame[column].astype(object) for column in frame]
        assert [[text(value) for value in row] for row in zip(*columns)] == any_tables.rows(name), name


def test_joins(any_tables, frames):
    for name, frame in frames.items():
        for column, other, key in any_tables.keys(name):
            left = frame[[column]].dropna()
            assert len(left.merge(frames[other], left_on=column, right_on=key)) == len(left), (name, column)


def test_plain_pandas_loses_nothing_but_namibia(tables):
    lost = set()
    for name, resource in tables.resources.items():
        plain = pandas.read_csv(tables.folder / resource["path"])
        for column, cells in zip(plain, zip(*tables.rows(name))):
            lost.update((name, column, cell) for cell, isNone in zip(cells, plain[column].isna()) if isNone and cell)
    assert lost == {("countries", "iso2", "NA")}
