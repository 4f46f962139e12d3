"""Lists out of files of any origin: text, CSV and Excel, told apart by what is in them."""

import csv
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.etree.ElementTree import ParseError

MOST_BYTES = 20_000_000
MOST_LINES = 500_000
_MOST_UNPACKED = 400_000_000
"""Of an Excel file, which is an archive: one that unpacks to more was made to do harm."""
_COLUMN_NAMES = (
    *("username", "usernames", "user", "account", "accounts", "用户名", "账号", "帐号", "账户"),
    *("target", "targets", "target_user", "target_users", "目标"),
    *("url", "urls", "post_url", "target_post_url", "link", "links", "链接", "网址"),
    *(
        "caption",
        "captions",
        "文案",
        "comment",
        "comments",
        "评论",
        "text",
        "title",
        "标题",
        "topic",
        "topics",
        "话题",
    ),
    *("nickname", "nicknames", "昵称", "bio", "bios", "file", "files", "path", "name", "names"),
)
"""Headings of the column that is meant; where several of them stand, the first of these wins."""
_WRONG_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What the reader of Excel files raises when one is damaged."""


class ImportFault(StrEnum):
    """Why nothing could be taken from a file."""

    MISSING = "There is no such file."
    NO_RIGHTS = "This file may not be read."
    NOT_A_FILE = "This is not a file."
    UNREADABLE = "The file could not be read."
    TOO_LARGE = "The file is too large."
    TOO_MANY = "The file has too many lines."
    BINARY = "This is not a text file."
    ENCODING = "The text is in an encoding that is not known."
    OLD_EXCEL = "This is a file of an old Excel."
    BROKEN_EXCEL = "This Excel file is damaged or locked by a password."
    BROKEN_CSV = "This CSV file is damaged."
    EMPTY = "The file holds no lines."


class ImportProblem(Exception):
    """Nothing was taken. ``fault`` says why, ``detail`` what the system said, where it said something."""

    def __init__(self, fault: ImportFault, path: Path, detail: str = "") -> None:
        super().__init__(f"{path.name}: {fault.value}")
        self.fault = fault
        self.name = path.name
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file held, top to bottom: blank lines left out, repeats kept."""

    name: str
    """Of the file, without its folder."""
    lines: tuple[str, ...]
    """A cell of a table may hold line breaks."""
    columns: int = 1
    column: str = ""
    """The heading of the column that was taken, which is not among the lines; empty where there was none."""


def read_lines(path: Path, wanted: Sequence[str] = ()) -> Imported:
    """Read a list: a text line by line, of a table the first column or the one named for what it holds.

    ``wanted``: headings that come before the usual ones. Raises ImportProblem.
    """
    raw = _raw(path)
    if raw.startswith(b"PK\x03\x04"):
        rows = _excel_rows(path, raw)
    elif raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImportProblem(ImportFault.OLD_EXCEL, path)
    else:
        text = _text(path, raw)
        if path.suffix.lower() in {".csv", ".tsv"}:
            rows = _csv_rows(path, text)
        else:
            return _checked(path, Imported(path.name, _filled(path, text.splitlines())))
    return _checked(path, _column_of(path, rows, wanted))


def _raw(path: Path) -> bytes:
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):  # a pipe would be waited for without end
            raise ImportProblem(ImportFault.NOT_A_FILE, path)
        if facts.st_size > MOST_BYTES:
            raise ImportProblem(ImportFault.TOO_LARGE, path)
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise ImportProblem(ImportFault.MISSING, path, str(error)) from None
    except PermissionError as error:
        raise ImportProblem(ImportFault.NO_RIGHTS, path, str(error)) from None
    except (OSError, ValueError) as error:
        raise ImportProblem(ImportFault.UNREADABLE, path, str(error)) from None
    if len(raw) > MOST_BYTES:
        raise ImportProblem(ImportFault.TOO_LARGE, path)
    return raw


def _text(path: Path, raw: bytes) -> str:
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _WRONG_IN_TEXT.search(text):
            raise ImportProblem(ImportFault.BINARY, path)
        return text
    plain = not _WRONG_IN_TEXT.search(raw.decode("latin-1"))
    raise ImportProblem(ImportFault.ENCODING if plain else ImportFault.BINARY, path)


def _csv_rows(path: Path, text: str) -> Iterator[tuple[str, ...]]:
    first = text.partition("\n")[0].strip()
    if first.casefold().startswith("sep=") and len(first) == 5:  # Excel's own hint
        delimiter, text = first[4], text.partition("\n")[2]
    else:
        delimiter = "\t" if path.suffix.lower() == ".tsv" else max(",;\t", key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield tuple(row)
    except csv.Error as error:
        raise ImportProblem(ImportFault.BROKEN_CSV, path, str(error)) from None


def _excel_rows(path: Path, raw: bytes) -> Iterator[tuple[str, ...]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to import, and only needed here

    file = io.BytesIO(raw)
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
                raise ImportProblem(ImportFault.TOO_LARGE, path)
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            for row in book.worksheets[0].iter_rows(values_only=True):
                yield tuple(_cell(value) for value in row)
        finally:
            book.close()
    except _BROKEN as error:
        raise ImportProblem(ImportFault.BROKEN_EXCEL, path, f"{type(error).__name__}: {error}") from None


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a user name of digits, as Excel keeps it
    return str(value)


def _column_of(path: Path, rows: Iterable[tuple[str, ...]], wanted: Sequence[str]) -> Imported:
    rows = iter(rows)
    head = next((row for row in rows if any(cell.strip() for cell in row)), ())
    names = [cell.strip() for cell in head]
    known = [name.casefold() for name in names]
    named = next((known.index(name) for name in (*wanted, *_COLUMN_NAMES) if name in known), None)
    at = named or 0

    def cells() -> Iterator[str]:
        if named is None:
            yield names[0] if names else ""
        for row in rows:
            yield row[at] if at < len(row) else ""

    columns = sum(1 for name in names if name) if names else 1
    return Imported(path.name, _filled(path, cells()), columns, names[at] if named is not None else "")


def _filled(path: Path, lines: Iterable[str]) -> tuple[str, ...]:
    found: list[str] = []
    for line in lines:
        if text := line.strip():
            if len(found) == MOST_LINES:
                raise ImportProblem(ImportFault.TOO_MANY, path)
            found.append(text)
    return tuple(found)


def _checked(path: Path, imported: Imported) -> Imported:
    if not imported.lines:
        raise ImportProblem(ImportFault.EMPTY, path)
    return imported
