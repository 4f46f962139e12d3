"""The operator's own files: text of any origin read, tables written as spreadsheets open them."""

import csv
import os
from collections.abc import Sequence
from pathlib import Path

IMPORT_BYTES = 5_000_000
"""Of a file of device serials: far more than any list of phones."""


def write_csv(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows as CSV that Excel opens as UTF-8, all or nothing. Raises OSError."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([_no_formula(cell) for cell in row] for row in rows)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


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
