"""What MatrixDeck needs of the Qt binding itself, and what one release of it broke."""

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_keeps_none_alive(qapp):
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 500
