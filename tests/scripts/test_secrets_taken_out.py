import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gui.scripts.secrets import MissingSecret, put_back, secret_names, take_out, without_marks

CANARY = "sk-canary-5150"
NAME = "account_warmup.chatgpt_settings.api_key"
CONFIG = {"task_duration": 600, "chatgpt_settings": {"api_key": CANARY, "model": "m"}}


def test_a_secret_is_named_by_its_script_and_path():
    kept, secrets = take_out("account_warmup", CONFIG)
    assert secrets == {NAME: CANARY}
    assert kept == {"task_duration": 600, "chatgpt_settings": {"api_key": {"keyring": NAME}, "model": "m"}}
    assert CONFIG["chatgpt_settings"]["api_key"] == CANARY
    assert secret_names(kept) == (NAME,)
    assert take_out("account_warmup", kept) == (kept, {})
    assert put_back(kept, secrets.__getitem__) == CONFIG
    assert without_marks(kept) == {"task_duration": 600, "chatgpt_settings": {"model": "m"}}


def test_an_empty_key_is_no_secret():
    config = {"chatgpt_settings": {"api_key": ""}}
    assert take_out("account_warmup", config) == (config, {})


def test_a_secret_that_nobody_knows_is_told_by_name():
    kept, _ = take_out("account_warmup", CONFIG)
    with pytest.raises(MissingSecret) as caught:
        put_back(kept, lambda _name: "")
    assert caught.value.name == NAME
    assert CANARY not in str(caught.value)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["api_key", "model", "a"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["api_key", "chatgpt_settings", "b"]), _JSON, max_size=3))
def test_no_typed_secret_is_left_and_all_come_back(config):
    def with_canaries(value):
        if isinstance(value, dict):
            return {
                key: CANARY if key == "api_key" and isinstance(item, str) else with_canaries(item)
                for key, item in value.items()
                if key != "api_key" or isinstance(item, str)
            }
        return [with_canaries(item) for item in value] if isinstance(value, list) else value

    given_ = with_canaries(config)
    kept, secrets = take_out("x", given_)
    assert CANARY not in json.dumps(kept)
    assert put_back(kept, secrets.__getitem__) == given_
