"""Every status mark has a shape of its own: a status is never colour alone."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from gui.views.marks import StatusMark, paint_mark

KINDS = ("running", "completed", "failed", "pending", "waiting", "warning", "unknown", "dot")


def shape(kind, look):
    image = QImage(16, 16, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_mark(painter, QRectF(0, 0, 16, 16), kind, look.color("text"))
    painter.end()
    return bytes(image.constBits())


def test_no_two_marks_have_the_same_shape(look):
    shapes = {shape(kind, look) for kind in KINDS}
    assert len(shapes) == len(KINDS)
    assert shape("running", look) == shape("running", look)
    assert bytes(len(shape("dot", look))) not in shapes


def test_a_mark_follows_the_theme(qtbot, look):
    mark = StatusMark(look)
    qtbot.addWidget(mark)
    mark.show_mark("dot", "failed")
    middle = mark.rect().center()
    assert mark.grab().toImage().pixelColor(middle) == look.color("failed")
    look.set_theme("light")
    assert mark.grab().toImage().pixelColor(middle) == look.color("failed")
