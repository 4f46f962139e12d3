import json

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from gui import settings
from gui.settings import Settings


def test_no_file_means_defaults(tmp_path):
    assert settings.load(tmp_path / "settings.json") == (Settings(), "")


def test_what_is_saved_is_loaded(tmp_path):
    path = tmp_path / "new" / "settings.json"
    mine = Settings(
        url="http://localhost:50810", interval_s=2.5, theme="light", lang="zh_CN", layout={"tabs": 1}
    )
    settings.save(mine, path)
    assert settings.load(path) == (mine, "")
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == settings.VERSION
    assert list(path.parent.iterdir()) == [path]


def test_a_file_cut_in_half_is_kept_aside(tmp_path):
    path = tmp_path / "settings.json"
    settings.save(Settings(theme="dark", layout={"a": "b" * 100}), path)
    half = path.read_text(encoding="utf-8")[:60]
    path.write_text(half, encoding="utf-8")
    loaded, problem = settings.load(path)
    assert loaded == Settings()
    assert "damaged" in problem
    (kept,) = tmp_path.glob("settings.json.damaged-*")
    assert kept.read_text(encoding="utf-8") == half
    assert kept.name in problem


def test_what_is_valid_survives_what_is_not(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"theme": "pink", "interval_s": True, "lang": "de", "later": 1}), encoding="utf-8"
    )
    loaded, problem = settings.load(path)
    assert loaded == Settings(lang="de")
    assert "interval_s, theme" in problem


@pytest.mark.parametrize("url", [7, None, "http://example.org", "javascript:x", "https://u:p@example.org"])
def test_an_address_for_updates_that_may_not_be_asked_is_none(tmp_path, url):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"updates_url": url, "lang": "de"}), encoding="utf-8")
    loaded, problem = settings.load(path)
    assert loaded == Settings(lang="de")
    assert "updates_url" in problem


def test_nobody_is_asked_for_updates_unless_an_address_is_set(tmp_path):
    assert Settings().updates_url == ""
    path = tmp_path / "settings.json"
    settings.save(Settings(updates_url="https://example.org/newest.json"), path)
    assert settings.load(path) == (Settings(updates_url="https://example.org/newest.json"), "")


def test_a_file_cut_inside_a_character_is_kept_aside(tmp_path):
    path = tmp_path / "settings.json"
    settings.save(Settings(layout={"tasks": {"text": "素材库"}}), path)
    half = path.read_bytes().partition("材".encode())[0] + "材".encode()[:1]
    path.write_bytes(half)
    loaded, problem = settings.load(path)
    assert loaded == Settings()
    assert "damaged" in problem
    (kept,) = tmp_path.glob("settings.json.damaged-*")
    assert kept.read_bytes() == half


def test_what_cannot_be_read_is_told(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    assert "could not be read" in settings.load(folder)[1]


def test_a_save_that_fails_leaves_the_old_file(tmp_path):
    path = tmp_path / "settings.json"
    settings.save(Settings(lang="en"), path)
    (tmp_path / "settings.json.new").mkdir()
    with pytest.raises(OSError, match=r"settings\.json"):
        settings.save(Settings(lang="fr"), path)
    assert settings.load(path)[0].lang == "en"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@limits(deadline=None)  # a disk may be slow
@given(
    st.dictionaries(
        st.sampled_from(["url", "interval_s", "theme", "lang", "layout", "updates_url", "version"]),
        json_values,
    )
)
def test_any_file_starts_the_panel(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    loaded, _ = settings.load(path)
    assert isinstance(loaded.url, str)
    assert settings.MIN_INTERVAL_S <= loaded.interval_s <= settings.MAX_INTERVAL_S
    assert loaded.theme in settings.THEMES
    assert isinstance(loaded.layout, dict)
