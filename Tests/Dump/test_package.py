"""The description of the tables, read by frictionless."""

import shutil

import frictionless
import pytest


def validate(folder):
    # What the description says is checked, not what the validator would guess.
    return frictionless.validate(str(folder / "datapackage.json"))


def copy(tables, folder, name, change):
    shutil.copytree(tables.folder, folder)
    path = folder / tables.resources[name]["path"]
    text = path.read_bytes()
    assert change(text) != text
    path.write_bytes(change(text))
    return folder


def errors(report):
    return {error for error, in report.flatten(["type"])}


def test_valid(any_tables):
    report = validate(any_tables.folder)
    assert report.valid, report.flatten(["path", "type", "message"])[:5]
    assert report.stats["tasks"] == len(any_tables.resources)


@pytest.mark.parametrize(
    "options", [["--forum", "ISECG"], ["--on", "2020-09-09"], ["--known-by", "2015"], ["--with-reports"]])
def test_narrowed_or_with_more(bundled, tables, options):
    narrowed = bundled.dump(*options)
    report = validate(narrowed.folder)
    assert report.valid, report.flatten(["path", "type", "message"])[:5]
    if options == ["--with-reports"]:
        assert list(narrowed.folder.glob("reports/*"))
    else:
        assert 0 < len(narrowed.rows("memberships")) < len(tables.rows("memberships"))


def test_a_changed_byte_is_found(hostile_tables, tmp_path):
    folder = copy(hostile_tables, tmp_path / "dump", "forums", lambda text: text.replace(b"ISECG", b"ISECX", 1))
    assert "hash-count" in errors(validate(folder))


def test_a_key_to_nothing_is_found(hostile_tables, tmp_path):
    folder = copy(
        hostile_tables, tmp_path / "dump", "memberships", lambda text: text.replace(b",agency/csa,", b",agency/xxx,"))
    assert "foreign-key" in errors(validate(folder))
