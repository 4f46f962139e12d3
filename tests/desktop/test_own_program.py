"""The program's own file under the running panel."""

import os
import sys

import pytest

from gui.desktop.own_program import OwnProgram, keep_libraries_to_itself


def test_only_another_file_in_its_place_counts(tmp_path):
    file = tmp_path / "matrixdeck"
    file.write_text("old")
    program = OwnProgram(file)
    assert not program.replaced()
    file.unlink()
    assert not program.replaced()  # an update may be under way
    file.write_text("new")
    os.utime(file, (1, 1))
    assert program.replaced()


def test_a_file_written_over_counts_as_well(tmp_path):
    file = tmp_path / "matrixdeck"
    file.write_text("old")
    program = OwnProgram(file)
    file.write_text("newer")
    assert program.replaced()


def test_this_program_is_there_and_the_same():
    assert not OwnProgram().replaced()
    assert OwnProgram()._look() is not None


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({}, {}),
        ({"LD_LIBRARY_PATH": "/opt/matrixdeck/_internal"}, {}),
        (
            {"LD_LIBRARY_PATH": "/opt/matrixdeck/_internal:/own", "LD_LIBRARY_PATH_ORIG": "/own"},
            {"LD_LIBRARY_PATH": "/own"},
        ),
    ],
)
def test_a_browser_gets_the_libraries_of_the_system(monkeypatch, given, left):
    monkeypatch.setattr(os, "environ", dict(given))
    keep_libraries_to_itself()
    assert os.environ == given  # nothing was set for a start from the source
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    keep_libraries_to_itself()
    assert os.environ == left
