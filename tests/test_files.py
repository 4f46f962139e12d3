"""Tables on the disk: CSV and Excel files, read back as a spreadsheet reads them."""

import pytest
from openpyxl import load_workbook

from gui import files

ROWS = [["ID", "Remark"], ["7", "=HYPERLINK(1)"], ["8", "-1 left, 需要验证码"], ["0042", "a\x0bb\nc"]]


def cells(path):
    book = load_workbook(path)
    read = [[(cell.data_type, cell.value) for cell in row] for row in book.active.iter_rows()]
    book.close()
    return read


def test_an_excel_file_holds_text_and_calculates_nothing(tmp_path):
    path = tmp_path / "tasks.XLSX"
    files.write_table(path, ROWS)
    read = cells(path)
    assert {kind for row in read for kind, _ in row} == {"s"}
    assert [[value for _, value in row] for row in read] == [
        ["ID", "Remark"],
        ["7", "'=HYPERLINK(1)"],
        ["8", "'-1 left, 需要验证码"],
        ["0042", "ab\nc"],
    ]
    assert [p.name for p in tmp_path.iterdir()] == ["tasks.XLSX"]


def test_any_other_suffix_is_csv(tmp_path):
    path = tmp_path / "tasks.csv"
    files.write_table(path, ROWS[:2])
    assert path.read_text(encoding="utf-8-sig").splitlines() == ["ID,Remark", "7,'=HYPERLINK(1)"]


def test_a_remark_longer_than_a_cell_is_cut(tmp_path):
    path = tmp_path / "long.xlsx"
    files.write_table(path, [["Remark"], ["x" * 40_000]])
    assert len(cells(path)[1][0][1]) == files.XLSX_CHARACTERS


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx"])
def test_what_cannot_be_written_leaves_the_old_file(tmp_path, name):
    path = tmp_path / name
    files.write_table(path, ROWS)
    before = path.read_bytes()
    (tmp_path / f"{name}.new").mkdir()
    with pytest.raises((IsADirectoryError, PermissionError)):  # the latter on Windows
        files.write_table(path, ROWS[:1])
    assert path.read_bytes() == before


def test_more_rows_than_a_sheet_holds_are_refused_before_anything_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "XLSX_ROWS", 2)
    with pytest.raises(OSError, match="holds 2 rows, not 4"):
        files.write_table(tmp_path / "t.xlsx", ROWS)
    assert not list(tmp_path.iterdir())
