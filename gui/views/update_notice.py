"""What the notice bar says of a newer version, and the way to its page."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from gui.state.updates import Available, Trouble, Unknown, UpToDate
from gui.views.notice_bar import NoticeBar, Offer

translate = QCoreApplication.translate


def show_update(notice: NoticeBar, answer: Available | Unknown | UpToDate) -> None:
    """Say what the question for the newest version came to."""
    match answer:
        case Available():
            text = translate("UpdateNotice", "MatrixDeck {newest} is available. This is {version}.")
            verb = translate("UpdateNotice", "Open the download page at {host}")
            notice.show_offer(
                Offer(
                    text.format(newest=answer.newest, version=answer.version),
                    verb.format(host=answer.host),
                    partial(_open, notice, answer.url),
                    answer.notes,
                )
            )
        case UpToDate():
            text = translate("UpdateNotice", "MatrixDeck {version} is up to date.")
            other = translate("UpdateNotice", "The newest one that was named is {newest}.")
            detail = other.format(newest=answer.newest) if answer.newest != answer.version else ""
            notice.show_message("success", text.format(version=answer.version), detail)
        case Unknown():
            notice.show_message("warning", _why(answer).format(host=answer.host), answer.detail)


def _why(answer: Unknown) -> str:
    match answer.trouble:
        case Trouble.UNREACHABLE:
            return translate(
                "UpdateNotice",
                "No newer version could be looked for: {host} cannot be reached. Check the connection and "
                "the address in the settings.",
            )
        case Trouble.TIMED_OUT:
            return translate(
                "UpdateNotice",
                "No newer version could be looked for: {host} did not answer in time. Try again later.",
            )
        case Trouble.REFUSED:
            return translate(
                "UpdateNotice",
                "No newer version could be looked for: {host} refused to answer. Check the address in the "
                "settings.",
            )
        case Trouble.TOO_LARGE | Trouble.UNREADABLE:
            return translate(
                "UpdateNotice",
                "No newer version could be looked for: the answer of {host} does not name one. Check the "
                "address in the settings.",
            )
        case Trouble.UNSAFE:
            return translate(
                "UpdateNotice",
                "No newer version could be looked for: {host} leads to an address that is not safe to open.",
            )


def _open(notice: NoticeBar, url: str) -> None:
    """Let the system's browser show a page."""
    if not QDesktopServices.openUrl(QUrl(url)):
        words = translate("UpdateNotice", "No browser could be opened. The address is in the details.")
        notice.show_message("warning", words, url)
