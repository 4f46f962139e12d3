"""The operator's own files: text of any origin read, tables written as spreadsheets open them."""

import csv
import errno
import io
from collections.abc import Sequence
from pathlib import Path

from gui.replacing import replacing

IMPORT_BYTES = 5_000_000
"""Of a file of device serials: far more than any list of phones."""


XLSX_ROWS, XLSX_CHARACTERS = 1_048_576, 32_767
"""What a sheet, and a cell of one, can hold."""


def write_table(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows, the titles first, as an Excel file or as CSV: the suffix says which. Raises OSError."""
    write = write_xlsx if path.suffix.lower() == ".xlsx" else write_csv
    write(path, rows)


def write_csv(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows as CSV that Excel opens as UTF-8, all or nothing. Raises OSError."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_no_formula(cell) for cell in row] for row in rows)
    with replacing(path) as file:
        file.write(text.getvalue().encode("utf-8-sig"))


def write_xlsx(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows as the one sheet of an Excel file, all or nothing. Raises OSError."""
    from openpyxl import Workbook  # noqa: PLC0415 - nobody exports at the start
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE as UNWRITABLE  # noqa: PLC0415

    if len(rows) > XLSX_ROWS:
        raise OSError(errno.EFBIG, f"A sheet of Excel holds {XLSX_ROWS:,} rows, not {len(rows):,}", str(path))
    with replacing(path) as file:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("MatrixDeck")
        sheet.freeze_panes = "A2"
        for row in rows:
            sheet.append([_no_formula(UNWRITABLE.sub("", cell))[:XLSX_CHARACTERS] for cell in row])
        book.save(file)


def _no_formula(cell: str) -> str:
    """Keep a spreadsheet from calculating a remark that begins as a formula does."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def read_text(path: Path) -> str:
    """Read a text file of an unknown origin: UTF-8 with or without BOM, else GB18030. Raises OSError."""
    with path.open("rb") as file:
        raw = file.read(IMPORT_BYTES)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")
