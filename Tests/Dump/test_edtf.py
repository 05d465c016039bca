"""Dates, read by edtf-validate."""

import datetime

from edtf_validate.valid_edtf import is_valid


def test_every_edtf_cell_is_valid(any_tables):
    seen = set()
    for name in any_tables.resources:
        columns = [column.endswith("_edtf") for column in any_tables.fields(name)]
        for row in any_tables.rows(name):
            seen.update(cell for cell, isEDTF in zip(row, columns) if isEDTF and cell)
    assert seen
    assert [date for date in sorted(seen) if not is_valid(date)] == []


def test_every_date_is_a_day(any_tables):
    for name in any_tables.resources:
        columns = [kind == "date" for kind in any_tables.fields(name).values()]
        for row in any_tables.rows(name):
            for cell, isDay in zip(row, columns):
                if isDay and cell:
                    assert datetime.date.fromisoformat(cell).isoformat() == cell
