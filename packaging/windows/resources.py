"""What Windows shows of the program's file: its icon, and the version in its properties."""

import struct
import tempfile
from pathlib import Path

from pictures import draw

ICON = "matrixdeck.ico"
VERSION = "version.txt"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels: what Explorer and the task bar ask for at 100 to 250 %."""
LANGUAGE, UNICODE = 0x0409, 1200


def write_icon(drawing: Path, folder: Path) -> Path:
    """Draw the icon in every size into one file in ``folder``."""
    pictures = []
    with tempfile.TemporaryDirectory() as temporary:
        for size in SIZES:
            picture = Path(temporary) / f"{size}.png"
            draw(drawing, picture, size)
            pictures.append((size, picture.read_bytes()))
    target = folder / ICON
    target.write_bytes(ico(pictures))
    return target


def ico(pictures: list[tuple[int, bytes]]) -> bytes:
    """Return a Windows icon of square PNG pictures, each with its size in pixels."""
    head, entries, offset = struct.pack("<HHH", 0, 1, len(pictures)), b"", 6 + 16 * len(pictures)
    for size, png in pictures:
        edge = size % 256  # a byte: 0 stands for 256
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return head + entries + b"".join(png for _, png in pictures)


def four(version: str) -> tuple[int, ...]:
    """Return the four numbers that Windows compares; words behind the numbers ("1.2.0rc1") are not for it."""
    numbers = []
    for part in version.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        numbers.append(int(digits or 0))
    return tuple([*numbers, 0, 0, 0, 0][:4])


def version_text(version: str, *, verification: bool) -> str:
    """Return the version resource in the notation that PyInstaller reads."""
    words = {
        "CompanyName": "The MatrixDeck authors",
        "FileDescription": "MatrixDeck" + (" (for verification only, not for users)" if verification else ""),
        "FileVersion": version,
        "InternalName": "MatrixDeck",
        "LegalCopyright": "MIT licence. The MatrixDeck authors",
        "OriginalFilename": "MatrixDeck.exe",
        "ProductName": "MatrixDeck",
        "ProductVersion": version,
    }
    numbers = four(version)
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in words.items())
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004,\n"
        "    fileType=0x1, subtype=0x0, date=(0, 0)),\n"
        f"  kids=[StringFileInfo([StringTable('{LANGUAGE:04X}{UNICODE:04X}', [{strings}])]),\n"
        f"    VarFileInfo([VarStruct('Translation', [{LANGUAGE}, {UNICODE}])])],\n"
        ")\n"
    )
