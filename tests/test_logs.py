import errno
import io
import logging
import sys

import pytest

from gui import logs


class FullDisk(io.StringIO):
    """A file on a disk that takes nothing."""

    def flush(self):
        raise OSError(errno.ENOSPC, "No space left on device")

    def close(self):
        self.flush()

    def __del__(self):
        """Not closed once more: from Python 3.13 on that would be told as an error of its own."""


@pytest.fixture
def log(tmp_path):
    assert logs.start(tmp_path / "logs") == ""
    yield tmp_path / "logs" / "matrixdeck.log"
    logs.stop()


def test_secrets_never_reach_the_file(log):
    logger = logging.getLogger("gui.test")
    logger.info("config %s", {"api_key": "sk-abcdef1234567890", "prompt": "hello"})
    logger.info("Authorization: Bearer-123")
    logger.warning("password=hunter2 token='t0k3n'")
    try:
        raise ValueError("refused sk-zyxwvut98765")
    except ValueError:
        logger.exception("it failed")
    text = log.read_text(encoding="utf-8")
    for secret in ("sk-abcdef1234567890", "Bearer-123", "hunter2", "t0k3n", "sk-zyxwvut98765"):
        assert secret not in text
    assert "hello" in text
    assert "Traceback" in text


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    try:
        assert "cannot be written" in logs.start(tmp_path / "file" / "logs")
    finally:
        logs.stop()


def test_a_log_that_cannot_be_opened_at_first_is_written_later(tmp_path, capsys):
    (tmp_path / "file").touch()
    told = []
    assert logs.start(tmp_path / "file" / "logs", told.append)
    try:
        for number in range(20):
            logging.getLogger("gui.test").info("lost %d", number)
        (tmp_path / "file").unlink()
        logging.getLogger("gui.test").info("there is room again")
    finally:
        logs.stop()
    text = (tmp_path / "file" / "logs" / "matrixdeck.log").read_text(encoding="utf-8")
    assert "there is room again" in text
    assert "up to 20 messages" in text
    assert told == []  # the answer of start() has said it
    assert capsys.readouterr().err == ""


def test_a_full_disk_is_told_once_and_floods_nothing(log, capsys):
    told = []
    logger = logging.getLogger("gui.test")
    [handler] = logging.getLogger("gui").handlers
    handler._tell = told.append
    logger.info("before")
    stream = handler.stream
    handler.stream = FullDisk()
    for number in range(2000):
        logger.info("not written %d", number)
    handler.stream = stream
    logger.info("after")
    assert len(told) == 1
    assert "No space left" in told[0]
    assert capsys.readouterr().err == ""
    text = log.read_text(encoding="utf-8")
    assert "before" in text
    assert "after" in text
    assert "up to 2000 messages" in text


def test_closing_on_a_full_disk_raises_nothing(tmp_path):
    logs.start(tmp_path)
    [handler] = logging.getLogger("gui").handlers
    handler.stream.close()
    handler.stream = FullDisk()
    logging.getLogger("gui.test").info("not written")
    logs.stop()


def test_without_a_console_nothing_fails(log, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(logging.getLogger("gui"), "propagate", False)  # pytest's own handler fails on defects
    logging.getLogger("gui.test").info("%d", "a defect in a message")
    logging.getLogger("gui.test").info("and on it goes")
    assert "and on it goes" in log.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_rotated_is_written_on(log, monkeypatch):
    [handler] = logging.getLogger("gui").handlers
    handler.maxBytes = 200
    monkeypatch.setattr(handler, "rotate", lambda *_: (_ for _ in ()).throw(PermissionError("it is in use")))
    for number in range(20):
        logging.getLogger("gui.test").info("message %d", number)
    assert "message 19" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Authorization: Bearer abc.def-ghi", "Authorization: ***"),
        ("sent with bearer abcdef123", "sent with bearer ***"),
        ('{"api_key": "my own key", "prompt": "hello"}', '{"api_key": "***", "prompt": "hello"}'),
        (r'"{\"api_key\": \"key\", \"n\": 1}"', r'"{\"api_key\": \"***\", \"n\": 1}"'),
        ("{'apiKey': '', 'prompt': 'hello'}", "{'apiKey': '***', 'prompt': 'hello'}"),
        ("password='cut off in the mid", "password='***"),
        ("token=SecretStr('abc') n=1", "token='***') n=1"),
        ("GET http://me:pass@host:1/x?y=1", "GET http://***@host:1/x?y=1"),
        ("KeyError: 'password=hunter' (x.py:3)", "KeyError: 'password=***' (x.py:3)"),
        ("5 tokens left, no secret here", "5 tokens left, no secret here"),
        ("http://localhost:50809/api/v1 a@b", "http://localhost:50809/api/v1 a@b"),
    ],
)
def test_what_is_masked(text, masked):
    assert logs.redact(text) == masked
