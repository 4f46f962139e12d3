"""The user signs out: the system says so, and hardly waits until the panel has closed in order."""

import json
import subprocess
import sys

from PySide6.QtCore import QObject

from tests.e2e.test_second_start import ENVIRONMENT, NOBODY, TIMEOUT_S


def test_at_sign_out_the_layout_is_saved_while_the_window_is_still_there(qapp, qtbot, open_panel, tmp_path):
    signal = "2commitDataRequest(QSessionManager&)"
    before = qapp.receivers(signal)
    panel = open_panel(NOBODY, data_dir=tmp_path / "data")
    qtbot.waitUntil(lambda: qapp.receivers(signal) > before)
    qapp.commitDataRequest.emit(QObject())  # nobody looks at what the system hands over
    assert json.loads(panel.paths.settings.read_text(encoding="utf-8"))["layout"]["geometry"]
    assert panel.window.isVisible()
    open_panel.close(panel)
    assert qapp.receivers(signal) == before, "a panel that is closed has nothing to save"


SIGN_OUT = """
import os, sys
from PySide6.QtCore import QObject
from gui import __main__, session
from gui.diagnostics import crash

logs = []
enable = crash.faulthandler.enable
crash.faulthandler.enable = lambda file: logs.append(file) or enable(file)

async def sign_out(self, _):
    logs[0].write("Windows fatal exception: code 0x8001010d\\n")
    logs[0].flush()
    self._panel.app.commitDataRequest.emit(QObject())
    os._exit(1)

session.Session.run = sign_out
__main__.main(sys.argv[1:])
"""
"""Windows signs out a panel that it does not wait for, after an exception that somebody had handled."""


def test_a_sign_out_is_no_crash(tmp_path):
    command = [sys.executable, "-c", SIGN_OUT, "--url", NOBODY, "--data-dir", str(tmp_path)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, timeout=TIMEOUT_S, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert (tmp_path / "logs" / "crash.log").read_bytes() == b""
