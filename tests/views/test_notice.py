"""The notice bar, and the sentences that tell what became of a command."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gui.api.errors import ApiError, NotFound, Rejected, ServerError, TimedOut, Unreachable
from gui.state.outcome import BulkProgress, Command, Outcome
from gui.views import notice_bar, wording
from gui.views.notice_bar import NoticeBar, Offer


@pytest.fixture
def bar(qtbot, look):
    bar = NoticeBar(look)
    qtbot.addWidget(bar)
    return bar


@pytest.mark.parametrize(
    ("outcome", "kind", "text"),
    [
        (Outcome(Command.CREATE, 0, 3, (), (7, 8, 9)), "success", "3 task(s) created."),
        (Outcome(Command.CREATE, 0, 0), "warning", "TikMatrix accepted the request but created no task."),
        (Outcome(Command.STOP, 2, 2), "success", "2 task(s) stopped."),
        (Outcome(Command.RETRY, 2, 2), "success", "2 task(s) put back in the queue."),
        (Outcome(Command.RETRY_ALL, 0, 5), "success", "5 task(s) put back in the queue."),
        (
            Outcome(Command.RETRY_ALL, 0, 0),
            "info",
            "Nothing to retry: no task has failed, or all are at their retry limit.",
        ),
        (Outcome(Command.DELETE, 4, 4), "success", "4 task(s) deleted."),
        (
            Outcome(Command.STOP, 3, 1, ((1, NotFound()), (2, NotFound()))),
            "warning",
            "Stop: 1 of 3 done, 2 refused.",
        ),
        (
            Outcome(Command.CREATE, 0, 0, ((0, Rejected("sound_name is required", field="sound_name")),)),
            "error",
            "Create failed. TikMatrix refused the request: sound_name is required.",
        ),
        (
            Outcome(Command.DELETE, 1, 0, ((5, TimedOut()),)),
            "error",
            "Delete failed. TikMatrix did not answer in time.",
        ),
    ],
)
def test_what_became_of_a_command(qapp, outcome, kind, text):
    words = wording.outcome_words(outcome)
    assert (words.kind, words.text) == (kind, text)


def unclear():
    error = TimedOut()
    error.maybe_done = True
    return error


@pytest.mark.parametrize(
    ("outcome", "kind", "text"),
    [
        (
            Outcome(Command.DELETE, 5_000, 1_500, left=3_500, cancelled=True),
            "warning",
            "Delete cancelled: 1,500 of 5,000 done, 3,500 not sent.",
        ),
        (
            Outcome(Command.DELETE, 900, 0, left=900, cancelled=True),
            "warning",
            "Delete cancelled: 0 of 900 done, 900 not sent.",
        ),
        (
            Outcome(
                Command.RETRY, 400, 30, ((1, unclear()), (2, Unreachable()), (3, Rejected("limit"))), left=367
            ),
            "warning",
            "Retry: 30 of 400 done, 1 refused, 1 unclear, 368 not sent.",
        ),
        (
            Outcome(Command.RETRY, 400, 0, tuple((i, Unreachable()) for i in range(8)), left=392),
            "error",
            "Retry failed. TikMatrix cannot be reached. For 392 more nothing was sent.",
        ),
    ],
)
def test_what_became_of_a_command_that_did_not_reach_all(qapp, outcome, kind, text):
    words = wording.outcome_words(outcome)
    assert (words.kind, words.text) == (kind, text)


def test_what_a_batch_did_not_count_is_told(qapp):
    words = wording.outcome_words(Outcome(Command.DELETE, 500, 480))
    assert words.kind == "success"
    assert "did not count 20 of them" in words.detail
    assert not wording.outcome_words(Outcome(Command.RETRY_ALL, 0, -1)).detail


def test_equal_reasons_are_one_line(qapp):
    failures = (*((i, NotFound()) for i in range(1, 40)), (40, ServerError("queue is locked")))
    detail = wording.outcome_words(Outcome(Command.RETRY, 40, 0, failures)).detail
    first, second = detail.splitlines()
    assert first.startswith("Task 1, 2, 3, ")
    assert "39" not in first
    assert first.endswith("The list is refreshed; look again.")
    assert second.startswith("Task 40: TikMatrix reported an error of its own: queue is locked.")


def test_reasons_that_differ_in_the_tasks_number_are_one_line(qapp):
    failures = tuple((i, Rejected(f"Task {i} has reached the limit of 3 retries")) for i in range(11, 51))
    detail = wording.outcome_words(Outcome(Command.RETRY, 40, 0, failures)).detail
    assert len(detail.splitlines()) == 1
    assert "20 more: TikMatrix refused the request: Task 11 has reached the limit" in detail


def test_many_reasons_are_cut(qapp):
    failures = tuple((i, ServerError("reason " + "x" * i)) for i in range(1, 30))
    lines = wording.outcome_words(Outcome(Command.RETRY, 29, 0, failures)).detail.splitlines()
    assert len(lines) == wording.MAX_REASONS + 1
    assert lines[-1] == "… and 21 more reasons"


def test_created_ids_are_named(qapp):
    detail = wording.outcome_words(Outcome(Command.CREATE, 0, 23, (), tuple(range(1, 24)))).detail
    assert detail.startswith("Task IDs: 1, 2, 3")
    assert detail.endswith("20 and 3 more")


def test_everything_known_about_an_error(qapp):
    error = ServerError("boom", code=50001, http_status=500)
    assert wording.error_detail(error).splitlines() == [
        "TikMatrix reported an error of its own: boom",
        f"{ServerError.meaning} {ServerError.remedy}",
        "Code 50001",
        "HTTP status 500",
    ]
    assert wording.error_detail(ApiError()) == "The call failed"


@pytest.mark.parametrize(
    ("seconds", "span", "clock"),
    [
        (-3, "0 s", "0:00"),
        (59.9, "59 s", "0:59"),
        (192, "3 min", "3:12"),
        (3600, "1 h", "1:00:00"),
        (90_061, "1 d", "25:01:01"),
    ],
)
def test_lengths_of_time(qapp, seconds, span, clock):
    assert (wording.span(seconds), wording.clock(seconds)) == (span, clock)


def test_ages_and_counts(qapp):
    assert wording.ago(0.4) == "just now"
    assert wording.ago(61) == "1 min ago"
    assert wording.number(1234567).replace("\u202f", ",").replace(".", ",") == "1,234,567"


def test_every_command_has_a_name(qapp):
    names = {wording.command_name(command) for command in Command}
    assert len(names) == len(Command)


def test_good_news_leaves_by_itself(qtbot, bar, monkeypatch):
    monkeypatch.setattr(notice_bar, "HIDE_AFTER_MS", 30)
    bar.show_outcome(Outcome(Command.STOP, 1, 1))
    assert bar.isVisible()
    assert bar.property("tone") == "success"
    qtbot.waitUntil(bar.isHidden, timeout=2000)


def test_bad_news_waits_to_be_read(qtbot, bar):
    bar.show_message("success", "Done.")
    bar.show_message("error", "It failed.", "Because of this.")
    assert not bar._timer.isActive()
    assert (bar.property("tone"), bar.accessibleName()) == ("error", "It failed.")
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_details_are_one_click_away_and_keep_the_message(qtbot, bar):
    bar.show_message("success", "3 tasks created.", "Task IDs: 1, 2, 3")
    assert bar._timer.isActive()
    assert (bar.detail.isVisible(), bar.toggle.text()) == (False, "Details")
    qtbot.mouseClick(bar.toggle, Qt.MouseButton.LeftButton)
    assert (bar.detail.isVisible(), bar.toggle.text()) == (True, "Hide details")
    assert bar.detail.text() == "Task IDs: 1, 2, 3"
    assert not bar._timer.isActive()
    bar.show_message("info", "Something else.")
    assert not bar.detail.isVisible()
    assert not bar.toggle.isVisible()
    bar.dismiss()


def test_words_of_a_server_are_never_taken_for_markup(bar):
    bar.show_message("error", "<b>x</b>", "<img src=x>")
    assert bar.text.textFormat() == bar.detail.textFormat() == Qt.TextFormat.PlainText
    bar.dismiss()


def test_a_command_in_doubt_asks_to_look_first_and_a_poll_does_not():
    error = TimedOut()
    assert wording.error_advice(error) == (
        "No complete answer came. Try again in a moment. If it goes on, restart TikMatrix."
    )
    error.maybe_done = True
    assert "look at the task list before you send it again" in wording.error_advice(error)


def test_an_offer_is_taken_once_and_goes_with_its_message(qtbot, bar):
    taken = []
    bar.show_offer(Offer("2 are hidden", "Show", lambda: taken.append(1)))
    assert (bar.text.text(), bar.offer_button.text()) == ("2 are hidden", "Show")
    bar.offer_button.click()
    assert taken == [1]
    assert bar.isHidden()
    bar.show_offer(Offer("2 are hidden", "Show", lambda: taken.append(1)))
    bar.show_message("info", "something else")
    assert bar.offer_button.isHidden()
    bar.offer_button.click()
    assert taken == [1]


def running(left, *, command=Command.DELETE, asked=5_000, cancelling=False):
    return BulkProgress(command, asked, asked - left, 0, left, cancelling=cancelling)


def test_progress_stands_below_the_message_until_its_outcome(qtbot, bar):
    bar.show_progress(running(5_000))
    assert (bar.isVisible(), bar.progress.text.text()) == (True, "Deleting… 0 of 5,000")
    bar.show_message("error", "The file could not be written.")
    bar.show_progress(running(3_500))
    assert bar.progress.text.text() == "Deleting… 1,500 of 5,000"
    assert (bar.progress.bar.value(), bar.progress.bar.maximum()) == (1_500, 5_000)
    assert bar.text.text() == "The file could not be written."
    bar.close_button.click()
    assert bar.isVisible()
    assert not bar.text.isVisible()
    bar.show_outcome(Outcome(Command.STOP, 1, 1))
    assert bar.progress.isVisible(), "another command has ended"
    bar.show_outcome(Outcome(Command.DELETE, 5_000, 5_000))
    assert not bar.progress.isVisible()
    assert bar.text.isVisible()
    bar.dismiss()
    assert bar.isHidden()


def test_progress_can_be_cancelled_once(qtbot, bar):
    bar.show_progress(running(3_500))
    with qtbot.waitSignal(bar.cancel_requested):
        qtbot.mouseClick(bar.progress.cancel, Qt.MouseButton.LeftButton)
    bar.show_progress(running(3_000, cancelling=True))
    assert "2,000 of 5,000" in bar.progress.text.text()
    assert not bar.progress.cancel.isEnabled()


def test_every_failure_can_be_copied(qtbot, bar):
    failures = tuple((i, Rejected(("full", "locked", "late")[i % 3])) for i in range(1, 101))
    bar.show_outcome(Outcome(Command.RETRY, 300, 200, failures))
    assert not bar.copy_button.isVisible()
    bar.toggle.click()
    assert "13 more" in bar.detail.text()
    bar.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 100
    assert lines[6] == "7\tTikMatrix refused the request: locked"
    bar.show_message("info", "Something else.", "With details")
    bar.toggle.click()
    assert not bar.copy_button.isVisible()
    bar.dismiss()
