"""Draws the program's icon as pictures: one drawing for every system."""

import os
from pathlib import Path


def draw(drawing: Path, target: Path, size: int, margin: float = 0.0) -> None:
    """Draw an SVG as a square picture of so many pixels; ``margin``, a part of it, stays empty."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])  # noqa: F841 - it must live while we draw
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = size * margin
    QSvgRenderer(str(drawing)).render(painter, QRectF(edge, edge, size - 2 * edge, size - 2 * edge))
    painter.end()
    if not image.save(str(target)):
        raise SystemExit(f"{target} could not be written")
