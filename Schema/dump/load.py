"""The tables of this folder in pandas, with the types that datapackage.json gives them.

    import load
    tables = load.tables()
    tables["memberships"].merge(tables["agencies"], left_on="party_id", right_on="agency_id")
"""

import json
import pathlib

import pandas

HERE = pathlib.Path(__file__).parent
TYPES = {"string": "string", "integer": "Int64", "boolean": "boolean"}


def tables(folder=HERE):
    """All tables by name. A missing value is pandas.NA (NaT in a date); nothing else is taken for missing."""
    folder = pathlib.Path(folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    if package["spacekb"]["spreadsheet"]:
        raise ValueError("these tables were written for spreadsheets; dump again without --spreadsheet")
    return {resource["name"]: table(folder, resource) for resource in package["resources"]}


def table(folder, resource):
    """One table, given its resource in datapackage.json."""
    fields = resource["schema"]["fields"]
    dates = [field["name"] for field in fields if field["type"] == "date"]
    types = {field["name"]: TYPES.get(field["type"], "string") for field in fields}
    frame = pandas.read_csv(
        folder / resource["path"], dtype=types, keep_default_na=False, na_values=[""], encoding="utf-8")
    for name in dates:
        frame[name] = pandas.to_datetime(frame[name], format="%Y-%m-%d").astype("datetime64[s]")
    return frame


if __name__ == "__main__":
    for name, frame in tables().items():
        print(f"{name}: {len(frame)} rows")
