"""Fields that hold lists, one item a line, and the captions of a post."""

from PySide6.QtWidgets import QWidget

from gui.scripts.base import FieldSpec
from gui.scripts.mapping import Split, captions_in
from gui.scripts.targets import clean
from gui.views.compose.list_tools import ListTools
from gui.views.compose.spintax_note import SpintaxNote
from gui.views.compose.text_field import TextField

_HEADINGS = {
    "target_post_urls": ("url", "post_url", "link", "链接", "网址"),
    "comment_content": ("comment", "comments", "评论", "text"),
    "comment": ("comment", "comments", "评论", "text"),
    "captions": ("caption", "captions", "文案", "text", "title", "标题"),
    "topic": ("topic", "topics", "话题"),
    "nicknames": ("nickname", "nicknames", "昵称", "name"),
    "bios": ("bio", "bios"),
}
"""By wire name: the headings of the column that is taken out of a table first."""


class LinesField(TextField):
    """One item a line, counted; a list or a text on the wire, as the model says."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._tools = ListTools(spec.name, self._text, _HEADINGS.get(spec.name, ()), self)
        self._tools.tidy_wanted.connect(self._tidy)
        self._add_narrow(self._tools)
        self._spintax = SpintaxNote(spec.name, self) if spec.spintax else None
        if self._spintax is not None:
            self._add_narrow(self._spintax)
        self._listed: tuple[str, list[str]] = "", []
        self._settled()

    def lines(self) -> list[str]:
        """Return the items, blank ones dropped; the same list as long as the text stays."""
        text = self.text()
        if text is not self._listed[0]:
            self._listed = text, clean(text.splitlines())
        return self._listed[1]

    def value(self) -> list[str] | str:
        """Return the items as the wire wants them."""
        return self.lines() if self.spec.is_list else "\n".join(self.lines())

    def set_value(self, value: list[str] | str) -> None:
        """Show items."""
        self._text.setPlainText(value if isinstance(value, str) else "\n".join(value))

    def warnings(self) -> tuple[str, ...]:
        """Return what is wrong with the braces."""
        warning = self._spintax.warning() if self._spintax is not None else ""
        return (warning,) if warning else ()

    def _settled(self) -> None:
        lines = self.lines()
        repeated = len(lines) - len(set(lines))
        blank = len(self.text().splitlines()) - len(lines)
        words = self.tr("%n line(s)", "", len(lines))
        if repeated:
            words += " · " + self.tr("%n repeated", "", repeated)
        if blank:
            words += " · " + self.tr("%n blank", "", blank)
        self._tools.show_counts(words, untidy=bool(repeated or blank))
        if self._spintax is not None:
            self._spintax.set_texts(self.text(), lines, by_line=True)

    def _tidy(self) -> None:
        self._text.replace_all("\n".join(dict.fromkeys(self.lines())))


class CaptionsField(TextField):
    """The text of a post; or several, of which each target gets one."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._split: Split | None = None
        self._tools = ListTools(spec.name, self._text, _HEADINGS["captions"], self)
        self._tools.tidy_wanted.connect(self._tidy)
        self._add_narrow(self._tools)
        self._spintax = SpintaxNote(spec.name, self)
        self._add_narrow(self._spintax)
        self._settled()

    def set_split(self, split: Split | None) -> None:
        """Say where one caption ends and the next begins; None where the whole is one."""
        if split != self._split:
            self._split = split
            self._tools.gap = "\n\n" if split is Split.BLOCKS else "\n"
            self._settled()

    def warnings(self) -> tuple[str, ...]:
        """Return what is wrong with the braces."""
        warning = self._spintax.warning()
        return (warning,) if warning else ()

    def _settled(self) -> None:
        text = self.text()
        if self._split is None:
            words = self.tr("%n character(s)", "", len(text)) if text else ""
            self._tools.show_counts(words, untidy=False)
            self._spintax.set_texts(text, [text])
            return
        captions = captions_in(text, self._split)
        repeated = len(captions) - len(set(captions))
        words = self.tr("%n caption(s)", "", len(captions))
        if repeated:
            words += " · " + self.tr("%n repeated", "", repeated)
        blank = 0
        if self._split is Split.LINES and (blank := len(text.splitlines()) - len(captions)):
            words += " · " + self.tr("%n blank", "", blank)
        self._tools.show_counts(words, untidy=bool(repeated or blank))
        self._spintax.set_texts(text, captions, by_line=self._split is Split.LINES)

    def _tidy(self) -> None:
        if self._split is not None:
            self._text.replace_all(self._tools.gap.join(dict.fromkeys(captions_in(self.text(), self._split))))
