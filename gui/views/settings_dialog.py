"""The settings: where TikMatrix is, how often it is asked, theme, language, ceilings and updates."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.settings import MAX_INTERVAL_S, MIN_INTERVAL_S, Settings
from gui.views.ceilings_page import CeilingsPage
from gui.views.look import Look, indent, restyle
from gui.views.sign_in_row import SignInRow, SignInSwitch
from gui.views.updates_page import UpdatesPage

FIELD_WIDTH = 200

translate = QCoreApplication.translate


def url_problem(text: str) -> str:
    """Return what is wrong with an address as it is typed; empty when it could be one.

    Empty, a bare port, ``host:port`` and full addresses are fine; the state floor has the last word.
    """
    text = text.strip()
    scheme, mark, _ = text.partition("://")
    if any(character.isspace() for character in text):
        return translate("SettingsDialog", "An address has no spaces.")
    if mark and scheme.lower() not in {"http", "https"}:
        return translate("SettingsDialog", "The address begins with http:// or https://.")
    if text.isdecimal():
        text = f"localhost:{text}"
    try:
        parts = urlsplit(text if mark else f"http://{text}")
        wrong_port = parts.port == 0
    except ValueError:
        wrong_port = True
    if wrong_port:
        return translate("SettingsDialog", "A port is a number from 1 to 65535.")
    if text and not parts.hostname:
        return translate("SettingsDialog", "This is not an address. Example: localhost:50809")
    return ""


class SettingsDialog(QDialog):
    """Edits a copy; the theme is shown while it is chosen and taken back on Cancel."""

    accepted_settings = Signal(object)
    """A Settings."""

    def __init__(
        self,
        settings: Settings,
        look: Look,
        languages: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        sign_in: SignInSwitch | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._look = look
        self._theme_before = look.theme
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(520)
        self.url = QLineEdit(settings.url)
        self.url_error = QLabel()
        self.interval = QDoubleSpinBox()
        self.theme = QComboBox()
        self.lang = QComboBox()
        self.sign_in = SignInRow(sign_in) if sign_in else None
        self.ceilings = CeilingsPage(settings.ceilings)
        self.updates = UpdatesPage(settings.updates_url)
        self._fill(languages)
        self._build()
        self.url.textChanged.connect(self._check)
        self.updates.checked.connect(self._check)
        self.theme.currentIndexChanged.connect(self._preview)
        self._check()

    def ask_for_updates_address(self) -> None:
        """Go to the address that is needed to look for a newer version."""
        self.tabs.setCurrentWidget(self.updates)
        self.updates.ask_for_address()

    def accept(self) -> None:
        """Hand over the settings and close; what is wrong or cannot be done keeps the window open."""
        if url_problem(self.url.text()):
            self.tabs.setCurrentIndex(0)
            self.url.setFocus()
            return
        if self.updates.problem:
            self.tabs.setCurrentWidget(self.updates)
            self.updates.url.setFocus()
            return
        if self.sign_in and not self.sign_in.apply():
            self.tabs.setCurrentIndex(0)
            self.sign_in.box.setFocus()
            return
        self.accepted_settings.emit(
            replace(
                self._settings,
                url=self.url.text().strip(),
                interval_s=self.interval.value(),
                theme=self.theme.currentData(),
                lang=self.lang.currentData(),
                ceilings=self.ceilings.ceilings(),
                updates_url=self.updates.url.text().strip(),
            )
        )
        super().accept()

    def reject(self) -> None:
        """Take the theme back and close."""
        self._look.set_theme(self._theme_before)
        super().reject()

    def _fill(self, languages: Sequence[str]) -> None:
        self.url.setAccessibleName(self.tr("Address of TikMatrix"))
        self.url.setPlaceholderText(self.tr("Found by itself, for example localhost:50809"))
        self.url.setClearButtonEnabled(True)
        self.interval.setRange(MIN_INTERVAL_S, MAX_INTERVAL_S)
        indent(self.interval)
        self.interval.setDecimals(1)
        self.interval.setSingleStep(0.5)
        self.interval.setSuffix(self.tr(" s"))
        self.interval.setValue(self._settings.interval_s)
        self.interval.setAccessibleName(self.tr("Seconds between two polls while something runs"))
        for code, words in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(words, code)
        self.theme.setCurrentIndex(max(0, self.theme.findData(self._look.theme)))
        self.theme.setAccessibleName(self.tr("Theme"))
        self.lang.addItem(self.tr("As the system"), "")
        for code in dict.fromkeys((*languages, self._settings.lang)):
            if code:
                self.lang.addItem(_language_name(code), code)
        self.lang.setCurrentIndex(self.lang.findData(self._settings.lang))
        self.lang.setAccessibleName(self.tr("Language"))
        for field in (self.interval, self.theme, self.lang):
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            field.setMinimumWidth(FIELD_WIDTH)

    def _build(self) -> None:
        self.url_error.setProperty("role", "error")
        self.url_error.setWordWrap(True)
        general = QWidget()
        form = QFormLayout(general)
        form.setContentsMargins(12, 16, 12, 8)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Address"), self.url)
        form.addRow("", self.url_error)
        form.addRow(
            "", self._hint(self.tr("Leave it empty to look in TikMatrix's port file, then at 50809."))
        )
        form.addRow(self.tr("&Poll every"), self.interval)
        form.addRow("", self._hint(self.tr("While something runs and the window is seen; slower otherwise.")))
        form.addRow(self.tr("&Theme"), self.theme)
        form.addRow(self.tr("&Language"), self.lang)
        form.addRow("", self._hint(self.tr("A new language is used from the next start on.")))
        if self.sign_in:
            form.addRow("", self.sign_in)
        self.tabs = QTabWidget()
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Settings"))
        self.tabs.tabBar().setAccessibleName(self.tr("Pages of the settings"))
        self.tabs.addTab(general, self.tr("General"))
        self.tabs.addTab(self.ceilings, self.tr("Ceilings"))
        self.tabs.addTab(self.updates, self.tr("Updates"))
        self._box = QDialogButtonBox()
        self.save = self._box.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("kind", "primary")
        self.save.setAccessibleName(self.tr("Save"))
        self.save.setDefault(True)
        cancel = self._box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAccessibleName(self.tr("Cancel"))
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._box)

    def _hint(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "caption")
        label.setWordWrap(True)
        return label

    def _check(self) -> None:
        problem = url_problem(self.url.text())
        self.url_error.setText(problem)
        self.url_error.setVisible(bool(problem))
        restyle(self.url, "invalid", "true" if problem else "false")
        self.save.setEnabled(not problem and not self.updates.problem)

    def _preview(self) -> None:
        self._look.set_theme(self.theme.currentData())


def _language_name(code: str) -> str:
    """Return a language's own name, with its country where the code names one."""
    locale = QLocale(code)
    if locale.language() == QLocale.Language.C:
        return code
    name = locale.nativeLanguageName()
    name = name[:1].upper() + name[1:]
    return f"{name} ({locale.nativeTerritoryName()})" if "_" in code else name
