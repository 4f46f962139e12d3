import pytest

from gui.store.drafts import DraftBook

CANARY = "sk-canary-5150"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "drafts.json"


def test_drafts_last(path):
    book = DraftBook(path)
    assert book.load("follow") == {}
    book.save("follow", {"target_users": ["日本語 🍞"]})
    book.save("post", {"captions": "Hello"})
    again = DraftBook(path)
    assert again.load("follow") == {"target_users": ["日本語 🍞"]}
    again.forget("follow", "never there")
    assert DraftBook(path).load("follow") == {}
    assert DraftBook(path).load("post") == {"captions": "Hello"}


def test_no_secret_is_written(path):
    DraftBook(path).save("account_warmup", {"chatgpt_settings": {"api_key": CANARY, "model": "m"}})
    assert CANARY not in path.read_text(encoding="utf-8")
    name = "account_warmup.chatgpt_settings.api_key"
    assert DraftBook(path).load("account_warmup")["chatgpt_settings"]["api_key"] == {"keyring": name}


@pytest.mark.parametrize(
    "content", [b'{"drafts": {"fol', b"[]", b'{"drafts": 3}', b'{"drafts": {"a": 1}}', b"\xff"]
)
def test_a_damaged_file_is_kept_aside(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    book = DraftBook(path)
    assert book.load("follow") == {}
    assert "could not be read" in book.problem
    book.save("follow", {"a": 1})
    assert DraftBook(path).load("follow") == {"a": 1}
    kept = [p for p in path.parent.iterdir() if ".damaged-" in p.name]
    assert [p.read_bytes() for p in kept] == [content]


def test_a_disk_that_takes_nothing_is_told(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    book = DraftBook(blocked / "drafts.json")
    book.save("follow", {"a": 1})
    assert "could not be saved" in book.problem
    assert book.load("follow") == {"a": 1}
