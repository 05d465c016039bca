"""The tables that `--spreadsheet` writes, opened in LibreOffice: nothing in them is taken for a formula."""

import html
import re
import shutil
import subprocess

import pytest


# Comma, quotation mark, UTF-8, from the first line: what the window that opens a table proposes, thanks to the byte order mark.
UTF8 = "--infilter=Text - txt - csv (StarCalc):44,34,76,1"


def opened(files, folder, *options):
    """Each file as a page of LibreOffice, by its name."""
    assert shutil.which("soffice"), "LibreOffice is missing: apt-get install libreoffice-calc"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *options,
         "--convert-to", "fods", "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=300)
    return {file.stem: (folder / f"{file.stem}.fods").read_text(encoding="utf-8") for file in files}


def formulas(page):
    assert "<table:table-row" in page
    return re.findall(r'table:formula="([^"]*)"', page)


@pytest.fixture(scope="module")
def safe(hostile):
    tables = hostile.dump("--spreadsheet")
    return [tables.folder / resource["path"] for resource in tables.resources.values()]


def test_nothing_runs(safe, hostile_tables, tmp_path):
    pages = opened(safe, tmp_path)
    assert {name: formulas(page) for name, page in pages.items()} == {name: [] for name in hostile_tables.resources}
    # Tables as programs read them are not safe to open: so the look above sees what it is to see.
    plain = opened([hostile_tables.folder / "reports.csv"], tmp_path)
    assert "of:=1+1" in formulas(plain["reports"])


def test_cells_are_shown(safe, tmp_path):
    """One that would be a formula stands behind an apostrophe; letters of all languages are whole."""
    page = opened([file for file in safe if file.stem == "reports"], tmp_path, UTF8)["reports"]
    shown = {html.unescape(cell) for cell in re.findall("<text:p>([^<]*)</text:p>", page)}
    assert {"report_id", "'=1+1", "'-1+1", "'＝1+1", "''=1+1", "NA"} <= shown
    assert any(cell.startswith("한국 العربية é") for cell in shown)
    assert formulas(page) == []
