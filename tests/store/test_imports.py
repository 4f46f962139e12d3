import csv
import io
import os
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from gui.store import imports
from gui.store.imports import Imported, ImportFault, ImportProblem, read_lines

NAMES = ("ann", "bob.2", "中文名", "été", "😀👩‍👩‍👧", "שלום", "مرحبا")
TABLE = [["#", "Username", "note"], *[[n, name, "x, y"] for n, name in enumerate(NAMES)]]
Give = Callable[[str, bytes], Path]


@pytest.fixture
def give(tmp_path: Path) -> Give:
    def write(name: str, raw: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(raw)
        return path

    return write


def fault(path: Path) -> ImportFault:
    with pytest.raises(ImportProblem) as caught:
        read_lines(path)
    assert caught.value.name == path.name
    return caught.value.fault


def excel(*rows: list[object]) -> bytes:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.create_sheet("second").append(["not this one"])
    book.save(file)
    return file.getvalue()


def comma_text(rows: list[list[object]], delimiter: str = ",") -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_text_of_any_origin(give: Give, encoding: str, ending: str) -> None:
    text = ending.join(["", *NAMES, "  ", "ann ", ""])
    assert read_lines(give("a.txt", text.encode(encoding))) == Imported("a.txt", (*NAMES, "ann"))


@pytest.mark.parametrize("bom", [b"\xff\xfe", b"\xfe\xff"])
def test_utf16_of_either_order(give: Give, bom: bytes) -> None:
    encoding = "utf-16-le" if bom == b"\xff\xfe" else "utf-16-be"
    assert read_lines(give("a.txt", bom + "名😀\nb".encode(encoding))).lines == ("名😀", "b")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_by_its_heading(give: Give, encoding: str, delimiter: str) -> None:
    path = give("a.csv", comma_text(TABLE, delimiter).encode(encoding))
    assert read_lines(path) == Imported("a.csv", NAMES, 3, "Username")


def test_a_csv_without_a_heading_gives_its_first_column(give: Give) -> None:
    read = read_lines(give("a.csv", b"\nann,1\n,2\nbob,3,4\n"))
    assert read == Imported("a.csv", ("ann", "bob"), 2, "")


def test_cells_of_a_csv_keep_commas_and_line_breaks(give: Give) -> None:
    read = read_lines(give("a.csv", comma_text([["caption"], ["one,\ntwo"], ["three"]]).encode()))
    assert read.lines == ("one,\ntwo", "three")


def test_the_wanted_heading_comes_before_the_usual_ones(give: Give) -> None:
    path = give("a.csv", b"username,link\nann,https://vm.tiktok.com/a\n")
    assert read_lines(path).lines == ("ann",)
    assert read_lines(path, ("url", "link")).lines == ("https://vm.tiktok.com/a",)
    assert read_lines(path, ("caption",)).lines == ("ann",)


def test_the_hint_of_excel_names_the_delimiter(give: Give) -> None:
    read = read_lines(give("a.csv", b"sep=|\nid|username\n1|a,n;n\n"))
    assert read == Imported("a.csv", ("a,n;n",), 2, "username")


def test_an_excel_file_by_its_heading_whatever_it_is_called(give: Give) -> None:
    raw = excel(*TABLE)
    assert read_lines(give("a.xlsx", raw)) == Imported("a.xlsx", NAMES, 3, "Username")
    assert read_lines(give("a.txt", raw)).lines == NAMES


def test_an_excel_file_without_a_heading(give: Give) -> None:
    raw = excel([], ["ann"], [None, "x"], [12345678901], [1.5], ["=1+1"])
    assert read_lines(give("a.xlsx", raw)).lines[:3] == ("ann", "12345678901", "1.5")


def test_binary_files_are_no_texts(give: Give) -> None:
    assert fault(give("a.txt", bytes(range(256)) * 40)) is ImportFault.BINARY
    assert fault(give("b.csv", b"\x89PNG\r\n\x1a\n" + bytes(200))) is ImportFault.BINARY
    assert fault(give("c.txt", "ab".encode("utf-16-le"))) is ImportFault.BINARY
    assert fault(give("e.txt", "caf\u00e9\n".encode("latin-1"))) is ImportFault.ENCODING
    assert fault(give("d.xls", b"\xd0\xcf\x11\xe0" + bytes(600))) is ImportFault.OLD_EXCEL


@settings(max_examples=200, deadline=None)
@given(raw=st.binary(max_size=300))
def test_any_bytes_are_lines_or_a_problem(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    for name in ("a.txt", "a.csv", "a.xlsx"):
        path = tmp_path_factory.getbasetemp() / name
        path.write_bytes(raw)
        with suppress(ImportProblem):
            assert all(line.strip() for line in read_lines(path).lines)


WORKBOOK = excel(*TABLE)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_excel_file_is_lines_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    raw = bytearray(WORKBOOK)
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(4, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged.xlsx"
    path.write_bytes(bytes(raw[: data.draw(st.integers(4, len(raw)))]))
    with suppress(ImportProblem):
        assert all(line.strip() for line in read_lines(path).lines)


def test_a_broken_or_harmful_excel_file(give: Give) -> None:
    whole = excel(["ann"])
    assert fault(give("a.xlsx", whole[: len(whole) // 2])) is ImportFault.BROKEN_EXCEL
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("readme", "a zip, no workbook")
    assert fault(give("b.xlsx", other.getvalue())) is ImportFault.BROKEN_EXCEL
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in range(5):
            archive.writestr(f"xl/{part}", bytes(100_000_000))
    assert fault(give("c.xlsx", bomb.getvalue())) is ImportFault.TOO_LARGE


def test_what_is_too_large_is_refused(give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "MOST_BYTES", 10)
    assert fault(give("a.txt", b"x" * 11)) is ImportFault.TOO_LARGE
    monkeypatch.setattr(imports, "MOST_LINES", 2)
    assert read_lines(give("a.txt", b"a\n\nb\n\n")).lines == ("a", "b")
    assert fault(give("a.txt", b"a\nb\nc")) is ImportFault.TOO_MANY


@pytest.mark.parametrize(("name", "raw"), [("a.txt", b""), ("a.txt", b"\n \n"), ("a.csv", b"username\n\n")])
def test_nothing_in_it(give: Give, name: str, raw: bytes) -> None:
    assert fault(give(name, raw)) is ImportFault.EMPTY
    assert fault(give("a.xlsx", excel())) is ImportFault.EMPTY


def test_what_is_no_file(tmp_path: Path) -> None:
    assert fault(tmp_path / "none.txt") is ImportFault.MISSING
    assert fault(tmp_path) is ImportFault.NOT_A_FILE
    assert fault(tmp_path / "with\0nul") is ImportFault.UNREADABLE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert fault(tmp_path / "pipe") is ImportFault.NOT_A_FILE


@pytest.mark.skipif(sys.platform == "win32", reason="a mode takes no rights away on Windows")
def test_a_folder_without_rights(give: Give, tmp_path: Path) -> None:
    path = give("a.txt", b"ann")
    tmp_path.chmod(0)
    root = os.geteuid() == 0  # may enter everywhere: act as somebody who may not
    if root:
        os.seteuid(65534)
    try:
        assert fault(path) is ImportFault.NO_RIGHTS
    finally:
        if root:
            os.seteuid(0)
        tmp_path.chmod(0o700)


def test_a_field_of_a_csv_that_never_ends(give: Give) -> None:
    assert fault(give("a.csv", b'a,"' + b"x" * 200_000)) is ImportFault.BROKEN_CSV


def test_two_hundred_thousand_lines(give: Give) -> None:
    lines = tuple(f"user.{number}" for number in range(200_000))
    assert read_lines(give("a.txt", "\n".join(lines).encode())).lines == lines
    assert read_lines(give("a.csv", ("username\n" + "\n".join(lines)).encode())).lines == lines
