"""The window: banner, work area, notices and status bar, and the commands that act on them."""

import base64
import binascii
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from gui.settings import Settings
from gui.state.host import Host
from gui.views.banner import Banner
from gui.views.commands import Commands, plain
from gui.views.dialogs import Dialogs
from gui.views.look import Look
from gui.views.notice_bar import NoticeBar, Offer
from gui.views.status_bar import StatusBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabWidget

    from gui.state.updates import Available, Unknown, UpToDate
    from gui.views.compose.composer_page import ComposerPage
    from gui.views.devices.device_dock import DevicePane
    from gui.views.tasks.detail_pane import DetailPane
    from gui.views.tasks.tasks_page import TasksPage
    from gui.views.work_area import WorkArea

SIZE = (1440, 900)
LEAST = (800, 560)


class MainWindow(QMainWindow):
    """One TikMatrix in one window.

    The banner comes with the first picture; the work area is built right behind it, or when it is asked for.
    """

    settings_changed = Signal(object)
    """A Settings."""
    export_requested = Signal(str, list)
    """Path, and rows of text with the titles first."""
    import_requested = Signal(str)
    """Path of a file of serials, whose text is to be handed to :meth:`show_import`."""
    updates_wanted = Signal(str)
    """The address to ask for the newest version; the answer is to be handed to :meth:`show_update`."""
    diagnostics_requested = Signal(str)
    """Path of the file to write them to."""
    closing = Signal()
    painted = Signal()
    """The first picture has been painted; the rest of the window follows it."""

    def __init__(
        self,
        host: Host,
        look: Look,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        languages: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._host = host
        self._look = look
        self._layout = settings.layout
        self._area: WorkArea | None = None
        self.setWindowTitle("MatrixDeck")
        self.resize(*SIZE)
        self.setMinimumSize(*LEAST)
        self.banner = Banner(host, look)
        self.notice = NoticeBar(look)
        self.status = StatusBar(host)
        self.commands = Commands(self)
        self.dialogs = Dialogs(host, look, settings, languages, self)
        self._build()
        self._connect()
        self._restore_geometry()

    @property
    def area(self) -> "WorkArea":
        """Devices, tabs and detail."""
        if self._area is None:
            self._area = self._build_area()
        return self._area

    @property
    def devices(self) -> "DevicePane":
        """The device pane."""
        return self.area.devices

    @property
    def tasks(self) -> "TasksPage":
        """The page of tasks."""
        return self.area.tasks

    @property
    def detail(self) -> "DetailPane":
        """The detail of one task."""
        return self.area.detail

    @property
    def tabs(self) -> "QTabWidget":
        """Tasks and new task."""
        return self.area.tabs

    @property
    def composer(self) -> "ComposerPage | None":
        """The form for a new task, once its tab has been opened."""
        return self.area.composer

    def show_message(self, kind: str, text: str, detail: str = "") -> None:
        """Show a message in the notice bar: ``success``, ``info``, ``warning`` or ``error``."""
        self.notice.show_message(kind, text, detail)

    def offer_diagnostics(self, kind: str, text: str, detail: str) -> None:
        """Show a message, and offer to save the diagnostics."""
        verb = plain(self.commands.diagnostics.text()) + "…"
        offer = Offer(text, verb, self.commands.diagnostics.trigger, detail=detail, kind=kind)
        self.notice.show_offer(offer)

    def show_import(self, text: str) -> None:
        """Show the text of a chosen file in the dialog for adding devices."""
        self.devices.show_import(text)

    def show_update(self, answer: "Available | Unknown | UpToDate") -> None:
        """Say whether a newer version is to be had."""
        from gui.views.update_notice import show_update  # noqa: PLC0415 - when somebody has asked

        show_update(self.notice, answer)

    def show_as_icon(self) -> None:
        """Show the window minimised."""
        self.setWindowIcon(self._look.app_icon())
        self.showMinimized()

    def bring_up(self) -> None:
        """Come to the front, also from an icon; ask for attention where the desktop does not allow that."""
        self.setWindowState(
            self.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive
        )
        self.show()
        front = QApplication.activeModalWidget() or self
        front.raise_()
        front.activateWindow()
        QApplication.alert(self)

    def show_tasks(self) -> None:
        """Go to the task table."""
        self.area.show_tasks()

    def show_composer(self) -> None:
        """Go to the form for a new task."""
        self.area.show_composer()

    def show_batches(self) -> None:
        """Go to the batches."""
        self.area.show_batches()

    def save_layout(self) -> dict[str, Any]:
        """Return everything that is to be remembered of the window and its parts."""
        geometry = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        # A window that was never looked at has nothing new to remember but where it is.
        parts = self._layout if self._area is None else self._area.save_layout()
        return {**parts, "geometry": geometry}

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide and tell; the application ends everything in order, then destroys the window."""
        event.ignore()
        self.hide()
        self.closing.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that somebody looks."""
        super().showEvent(event)
        self._host.set_watched(not self.isMinimized())

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that nobody looks."""
        super().hideEvent(event)
        self._host.set_watched(False)

    def changeEvent(self, event: QEvent) -> None:
        """Poll slower while the window is minimised."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._host.set_watched(self.isVisible() and not self.isMinimized())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the rest follow the first picture."""
        super().paintEvent(event)
        if self._area is None:
            QTimer.singleShot(0, self, self._complete)
            self.painted.emit()

    # Building

    def _build(self) -> None:
        middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.banner)
        self._room = QWidget()
        self._column.addWidget(self._room, 1)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.status)
        self.setCentralWidget(middle)

    def _build_area(self) -> "WorkArea":
        from gui.views.work_area import WorkArea  # noqa: PLC0415 - the first picture does not wait for it

        area = WorkArea(self._host, self._look, self.commands)
        area.export_requested.connect(self.export_requested)
        area.import_requested.connect(self.import_requested)
        area.offer_made.connect(self.notice.show_offer)
        area.restore_layout(self._layout)
        self._column.replaceWidget(self._room, area)
        self._room.deleteLater()
        self.setTabOrder(self.banner.new_task, area)
        area.tasks.setFocus()
        return area

    def _complete(self) -> None:
        if self._area is None:
            self._area = self._build_area()
            self.setWindowIcon(self._look.app_icon())

    def _connect(self) -> None:
        do = self.commands
        do.settings.triggered.connect(self.dialogs.show_settings)
        do.quit.triggered.connect(self.close)
        do.show_tasks.triggered.connect(self.show_tasks)
        do.show_composer.triggered.connect(self.show_composer)
        do.show_batches.triggered.connect(self.show_batches)
        do.new_task.triggered.connect(self.show_composer)
        do.themes.triggered.connect(self.dialogs.choose_theme)
        do.request_log.triggered.connect(self.dialogs.show_request_log)
        do.refresh.triggered.connect(self._host.refresh)
        do.retry_all.triggered.connect(self._ask_retry_all)
        do.shortcuts.triggered.connect(self._show_shortcuts)
        do.check_updates.triggered.connect(self.dialogs.check_updates)
        do.diagnostics.triggered.connect(self.dialogs.ask_diagnostics)
        do.about.triggered.connect(self.dialogs.show_about)
        do.check_theme(self._look.theme)
        self._look.changed.connect(self._take_theme)
        self.banner.new_task_requested.connect(self.show_composer)
        self.banner.settings_requested.connect(self.dialogs.show_settings)
        self.status.log_requested.connect(self.dialogs.show_request_log)
        self.dialogs.settings_changed.connect(self.settings_changed)
        self.dialogs.updates_wanted.connect(self._ask_for_update)
        self.dialogs.diagnostics_requested.connect(self.diagnostics_requested)
        self._host.command_finished.connect(self.notice.show_outcome)
        self._host.bulk.progress.connect(self.notice.show_progress)
        self.notice.cancel_requested.connect(self._host.bulk.cancel)

    def _show_shortcuts(self) -> None:
        self.dialogs.show_shortcuts(self.commands.sections())

    def _ask_for_update(self, url: str) -> None:
        from gui.web_address import host_of  # noqa: PLC0415 - when somebody has asked

        self.notice.show_message("info", self.tr("Asking {host}…").format(host=host_of(url)))
        self.updates_wanted.emit(url)

    def _ask_retry_all(self) -> None:
        if self._host.stats.failed:
            self.dialogs.ask_retry_all(self._host.stats.failed)
        else:
            self.notice.show_message("info", self.tr("No task has failed: there is nothing to retry."))

    def _take_theme(self) -> None:
        self.commands.check_theme(self._look.theme)

    def _restore_geometry(self) -> None:
        text = self._layout.get("geometry")
        if not isinstance(text, str):
            return
        try:
            geometry = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            return
        self.restoreGeometry(QByteArray(geometry))
