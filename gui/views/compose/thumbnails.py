"""Small pictures of image files, read in a thread."""

import weakref
from collections import OrderedDict

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from gui.state.worker import Worker

_KEPT = 400


class Thumbnails(QObject):
    """Gives what it has and reads what it has not."""

    ready = Signal()

    _read = Signal(str, QImage)

    def __init__(self, side: int, parent: QObject | None = None) -> None:
        """``side``: of the square that a picture must fit into, px of the screen."""
        super().__init__(parent)
        self._side = side
        self._pictures: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._worker = Worker("thumbnails")
        weakref.finalize(self, self._worker.close, 0)
        self._read.connect(self._take)

    def get(self, path: str, changed_at: float) -> QPixmap | None:
        """Return the picture of a file, None where there is none, or not yet."""
        key = f"{changed_at} {path}"
        if key not in self._pictures:
            self._pictures[key] = None
            self._worker.do(lambda: self._look(key, path))
            if len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        return self._pictures[key]

    def _look(self, key: str, path: str) -> None:
        """In the thread."""
        reader = QImageReader(path)
        reader.setAutoTransform(True)
        reader.setDecideFormatFromContent(True)
        size = reader.size()
        if size.isValid():
            bound = QSize(self._side, self._side)
            reader.setScaledSize(size.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        try:
            self._read.emit(key, image)
        except RuntimeError:
            return  # nobody is left who looks at it

    def _take(self, key: str, image: QImage) -> None:
        if not image.isNull() and key in self._pictures:
            self._pictures[key] = QPixmap.fromImage(image)
            self.ready.emit()
