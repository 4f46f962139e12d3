"""The least that a Qt program can be: a window with an empty table. Tells when it was first painted."""

import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            sys.stdout.write(json.dumps({"mark": "window", "at": time.perf_counter()}) + "\n")
            sys.stdout.flush()
            QApplication.quit()
        return False


if __name__ == "__main__":
    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QTableView())
    first_paint = FirstPaint()
    window.installEventFilter(first_paint)
    window.resize(1440, 900)
    window.show()
    app.exec()
