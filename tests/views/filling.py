"""Forms of their own on the screen, and what a hand does to them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl, qVersion
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.scripts.registry import REGISTRY
from gui.views.compose.form import ScriptForm


def form_of(qtbot: QtBot, name: str, width: int = 700) -> ScriptForm:
    model = REGISTRY[name].model
    assert model is not None
    form = ScriptForm(model)
    form.changed.connect(form.refresh)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.resize(width, 700)
        form.show()
        form.activateWindow()
    return form


def find(form: QWidget, kind: type[Any], name: str) -> Any:
    found = form.findChild(kind, name)
    assert found is not None, name
    return found


def said(form: QWidget, name: str) -> str:
    """What a label in sight says."""
    label = find(form, QLabel, name)
    return label.text() if label.isVisible() else ""


def click(qtbot: QtBot, form: QWidget, name: str) -> None:
    button = find(form, QPushButton, name)
    assert button.isVisible(), name
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def mime(*, text: str = "", files: Sequence[str] = ()) -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if files:
        data.setUrls([QUrl.fromLocalFile(path) for path in files])
    return data


def drop(area: QAbstractScrollArea, data: QMimeData) -> bool:
    """Drag something over a widget and let go; returns whether it was taken."""
    viewport = area.viewport()
    copy, left, no_keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = viewport.rect().center()
    series = tuple(int(number) for number in qVersion().split(".")[:2])
    point = QPoint if series < (6, 12) else QPointF  # each takes only its own without a word
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(point(middle), copy, data, left, no_keys)
        QApplication.sendEvent(viewport, event)
        if not event.isAccepted():
            return False
    event = QDropEvent(QPointF(middle), copy, data, left, no_keys)
    QApplication.sendEvent(viewport, event)
    return event.isAccepted()
