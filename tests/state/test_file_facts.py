import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.state.file_facts import FileFact, FileFacts, FileKind, is_here, kind_of, look_at

MP4 = b"\0\0\0\x18ftypmp42"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (MP4, FileKind.MP4),
        (b"\0\0\0\x18ftypisom", FileKind.MP4),
        (b"\0\0\0\x14ftypqt  ", FileKind.MOV),
        (b"\xff\xd8\xff\xe0", FileKind.JPG),
        (PNG, FileKind.PNG),
        (b"RIFF\0\0\0\0WEBPVP8 ", FileKind.WEBP),
        (b"RIFF\0\0\0\0AVI LIST", FileKind.AVI),
        (b"RIFF\0\0\0\0WAVE", FileKind.OTHER),
        (b"GIF89a", FileKind.GIF),
        (b"\x1aE\xdf\xa3", FileKind.MKV),
        (b"plain words", FileKind.OTHER),
        (b"\xff", FileKind.OTHER),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head: bytes, kind: FileKind) -> None:
    assert kind_of(head) is kind


def test_what_can_be_seen_of_a_file(tmp_path: Path) -> None:
    video = tmp_path / "a.txt"
    video.write_bytes(MP4)
    fact = look_at(str(video))
    assert (fact.kind, fact.size) == (FileKind.MP4, len(MP4))
    (tmp_path / "b.mp4").write_bytes(b"")
    assert look_at(str(tmp_path / "b.mp4")).kind is FileKind.EMPTY
    assert look_at(str(tmp_path)).kind is FileKind.FOLDER
    for nowhere in (str(tmp_path / "none.mp4"), r"C:\videos\a.mp4", "a\0b", ""):
        assert look_at(nowhere).kind in {FileKind.MISSING, FileKind.FOLDER}
    assert look_at(str(tmp_path / "none.mp4")) == FileFact(FileKind.MISSING)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert look_at(str(tmp_path / "pipe")).kind is FileKind.OTHER


@pytest.mark.skipif(sys.platform == "win32", reason="a mode takes no rights away on Windows")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    video = tmp_path / "a.mp4"
    video.write_bytes(MP4)
    tmp_path.chmod(0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        assert look_at(str(video)).kind is FileKind.NO_RIGHTS
    finally:
        if root:
            os.seteuid(0)
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://localhost:50809", True),
        ("http://127.0.0.1:50809", True),
        ("http://127.8.0.1", True),
        ("http://[::1]:50809", True),
        ("http://192.168.1.20:50809", False),
        ("http://tikmatrix.lan", False),
        ("http://localhost.example.org", False),
        ("", False),
    ],
)
def test_where_tikmatrix_runs(url: str, here: bool) -> None:
    assert is_here(url) is here


def test_files_are_looked_at_again_when_asked(qapp: object, qtbot: QtBot, tmp_path: Path) -> None:
    facts = FileFacts()
    path = tmp_path / "a.png"
    with qtbot.waitSignal(facts.changed):
        facts.look([str(path), str(path)])
    assert facts.facts == {str(path): FileFact(FileKind.MISSING)}
    path.write_bytes(PNG)
    with qtbot.waitSignal(facts.changed):
        facts.look([str(path)])
    assert facts.facts[str(path)].kind is FileKind.PNG
    with qtbot.assertNotEmitted(facts.changed):
        facts.look([str(path)])
        facts.look([])
        qtbot.waitUntil(lambda: not facts.busy)
    facts.deleteLater()
