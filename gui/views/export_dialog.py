"""Asks where something is to be saved, and as what."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.tables.columns import local_now


class ExportDialog(QFileDialog):
    """CSV or an Excel file: the suffix of the path that ``fileSelected`` tells says which was chosen.

    To be opened with ``open()``; it deletes itself once it is closed.
    """

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        """``name``: what the file is called before its date."""
        super().__init__(parent, title)
        self.setObjectName("export_dialog")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._csv = self.tr("Table (*.csv)")
        self._xlsx = self.tr("Excel (*.xlsx)")
        self.setNameFilters([self._csv, self._xlsx])
        self.setDefaultSuffix("csv")
        self.selectFile(f"{name}-{local_now():%Y%m%d-%H%M}.csv")
        self.filterSelected.connect(self._take_kind)
        self.finished.connect(self.deleteLater)

    @Slot(str)
    def _take_kind(self, kind: str) -> None:
        """Let the name that stands there end as the kind of file does."""
        suffix = "xlsx" if kind == self._xlsx else "csv"
        self.setDefaultSuffix(suffix)
        named = self.selectedFiles()
        stem, dot, old = named[0].rpartition(".") if named else ("", "", "")
        if dot and old.lower() in {"csv", "xlsx"}:
            self.selectFile(f"{stem}.{suffix}")


class DiagnosticsDialog(QFileDialog):
    """Where the diagnostics go. To be opened with ``open()``; it deletes itself once it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Save diagnostics"))
        self.setObjectName("diagnostics_dialog")
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(self.tr("Zip archive (*.zip)"))
        self.setDefaultSuffix("zip")
        self.selectFile(f"matrixdeck-diagnostics-{local_now():%Y%m%d-%H%M}.zip")
        self.finished.connect(self.deleteLater)
