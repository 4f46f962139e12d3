"""The layout of the composer: scripts at the left, the form in the middle, what follows from it below."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from gui.views.compose.footer import Footer
from gui.views.compose.labels import wrapped_label
from gui.views.compose.preset_bar import PresetBar
from gui.views.compose.rows import Row, RowGrid
from gui.views.compose.schedule import ScheduleEditor
from gui.views.compose.script_list import ScriptList
from gui.views.compose.scroll import FittingScrollArea, chain_tabs
from gui.views.compose.targets import TargetsEditor
from gui.views.compose.words import said

translate = QCoreApplication.translate


class PageLayout:
    """Puts the parts of the page into their places."""

    def __init__(
        self,
        page: QWidget,
        scripts: ScriptList,
        presets: PresetBar,
        targets: TargetsEditor,
        at: ScheduleEditor,
    ) -> None:
        self._scripts = scripts
        self._heading = wrapped_label(page, "composer_title", "title")
        self._about = wrapped_label(page, "composer_about", "muted")
        self._nothing = wrapped_label(page, "composer_nothing", "muted")
        self._nothing.setText(translate("ComposerPage", "There is nothing to set."))
        ends = RowGrid()
        ends.add_section(translate("ComposerPage", "Targets and time"))
        row = ends.add_row(translate("ComposerPage", "Targets"), targets, "targets")
        self.wire_rows: dict[str, Row] = dict.fromkeys(("serials", "usernames", "enable_multi_account"), row)
        """The rows outside the form, by what the wire calls their values."""
        self.wire_rows["start_time"] = ends.add_row(translate("ComposerPage", "Start"), at, "start_time")
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 12, 0, 12)
        self._column.setSpacing(4)
        self._column.addLayout(self._head(presets))
        for label in (self._about, self._nothing):
            label.setContentsMargins(16, 0, 16, 0)
            self._column.addWidget(label)
        self._column.addWidget(ends)
        self.scroll = FittingScrollArea(content)
        right = QWidget(page)
        self.footer = Footer(right)
        self._fill(right)
        splitter = QSplitter(page)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(scripts)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([196, 800])
        scripts.setMinimumWidth(150)
        whole = QHBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        self._presets = presets
        chain_tabs(scripts, presets, ends, self.footer)

    def add_form(self, form: QWidget) -> None:
        """Put the form of one more script into the page."""
        self._column.insertWidget(self._column.count() - 1, form)
        chain_tabs(self._scripts, self._presets, form)

    def tell(self, title: str, about: str, *, empty: bool) -> None:
        """Name the script in sight."""
        self._heading.setText(said(title))
        self._about.setText(said(about))
        self._nothing.setVisible(empty)
        self.scroll.verticalScrollBar().setValue(0)

    def _head(self, presets: PresetBar) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(12)
        head.addWidget(self._heading, 1)
        head.addWidget(presets)
        return head

    def _fill(self, right: QWidget) -> None:
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scroll, 1)
        rule = QFrame(right)
        rule.setProperty("role", "rule")
        self.scroll.cut.connect(rule.setVisible)
        column.addWidget(rule)
        column.addWidget(self.footer)
        column.addStretch(0)
