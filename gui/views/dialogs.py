"""The window's dialogs, each built when it is first asked for; none of them stops anything else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from gui.api.schemas import TaskStatus
from gui.settings import Settings
from gui.state.host import Host
from gui.state.outcome import Command
from gui.views.look import Look, restyle

if TYPE_CHECKING:
    from gui.views.request_log import RequestLogDialog
    from gui.views.settings_dialog import SettingsDialog
    from gui.views.sign_in_row import SignInSwitch


class Dialogs(QObject):
    """Opens settings, request log, shortcuts and About, and asks before what touches many tasks."""

    settings_changed = Signal(object)
    """A Settings."""
    updates_wanted = Signal(str)
    """The address to ask for the newest version."""
    diagnostics_requested = Signal(str)
    """Path of the file to write them to."""

    def __init__(
        self, host: Host, look: Look, settings: Settings, languages: Sequence[str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._host = host
        self._look = look
        self._settings = settings
        self._languages = tuple(languages)
        self._window = window
        self.sign_in: SignInSwitch | None = None
        """What the settings can have started at sign-in, where there is such a thing."""
        self._request_log: RequestLogDialog | None = None

    def show_settings(self) -> None:
        """Open the settings."""
        _open(self._settings_dialog())

    def check_updates(self) -> None:
        """Have the newest version asked for; without an address, ask for that."""
        if self._settings.updates_url:
            self.updates_wanted.emit(self._settings.updates_url)
            return
        dialog = self._settings_dialog()
        _open(dialog)
        dialog.ask_for_updates_address()

    def choose_theme(self, action: QAction) -> None:
        """Take the theme that an action carries."""
        theme = str(action.data())
        self._look.set_theme(theme)
        self._take_settings(replace(self._current(), theme=theme))

    def show_request_log(self) -> None:
        """Open the request log, or bring it to the front."""
        if self._request_log is None:
            from gui.views.request_log import RequestLogDialog  # noqa: PLC0415 - built on demand

            self._request_log = RequestLogDialog(self._host, self._look, self._window)
        self._request_log.show()
        self._request_log.raise_()
        self._request_log.activateWindow()

    def show_shortcuts(self, sections: Sequence[tuple[str, Sequence[QAction]]]) -> None:
        """Show every key on one sheet."""
        from gui.views.about_dialog import ShortcutsDialog  # noqa: PLC0415 - built on demand

        _open(ShortcutsDialog(sections, self._window))

    def ask_diagnostics(self) -> None:
        """Ask where the diagnostics are to be saved."""
        from gui.views.export_dialog import DiagnosticsDialog  # noqa: PLC0415 - built on demand

        dialog = DiagnosticsDialog(self._window)
        dialog.fileSelected.connect(self.diagnostics_requested)
        dialog.open()

    def show_about(self) -> None:
        """Say what this program is."""
        from gui.views.about_dialog import AboutDialog  # noqa: PLC0415 - built on demand

        dialog = AboutDialog(self._look, self._window)
        dialog.licences_wanted.connect(self.show_licences)
        _open(dialog)

    def show_licences(self) -> None:
        """Show what the program is made of, over whatever asked for it."""
        from gui import licences  # noqa: PLC0415 - read when somebody wants to know
        from gui.views.licences_dialog import LicencesDialog  # noqa: PLC0415 - built on demand

        try:
            components, problem = licences.components(), ""
        except (OSError, ValueError) as error:
            components, problem = [licences.own()], str(error)
        above = QApplication.activeModalWidget() or self._window
        _open(LicencesDialog(components, self._look, above, problem=problem))

    def ask_retry_all(self, failed: int) -> None:
        """Ask once, naming how many and how many will stay, then retry every failed task."""
        from gui.views.tasks.question_words import counts  # noqa: PLC0415 - not for the first window

        known = self._host.tasks
        run = self._host.bulk.dry_run(
            Command.RETRY, [i for i, task in known.items() if task.status == TaskStatus.FAILED]
        )
        box = QMessageBox(self._window)
        box.setObjectName("confirm_box")
        box.setWindowTitle(self.tr("Retry all failed"))
        box.setText(self.tr("Retry %n failed task(s)?", "", failed))
        after = self.tr("They go back into the queue. Tasks at their retry limit stay as they are.")
        box.setInformativeText("\n".join(filter(None, (counts(run), after))))
        retry = box.addButton(self.tr("Retry all"), QMessageBox.ButtonRole.AcceptRole)
        retry.setObjectName("confirm_box.yes")
        restyle(retry, "kind", "primary")
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        cancel.setObjectName("confirm_box.no")
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.accepted.connect(self._host.retry_all)
        _open(box)

    def _settings_dialog(self) -> "SettingsDialog":
        from gui.views.settings_dialog import SettingsDialog  # noqa: PLC0415 - built on demand

        dialog = SettingsDialog(
            self._current(), self._look, self._languages, self._window, sign_in=self.sign_in
        )
        dialog.accepted_settings.connect(self._take_settings)
        return dialog

    def _current(self) -> Settings:
        """Return the settings as they are now: the composer may have raised a ceiling."""
        return replace(self._settings, ceilings=dict(self._host.desk.ceilings))

    def _take_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.settings_changed.emit(settings)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
