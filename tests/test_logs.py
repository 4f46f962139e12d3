import logging

import pytest

from gui import logs


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
    assert "cannot be written" in logs.start(tmp_path / "file" / "logs")
