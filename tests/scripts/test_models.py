import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from gui.scripts.account_warmup import ChatGptSettings
from gui.scripts.base import FieldSpec, ScriptModel, is_empty
from gui.scripts.registry import REGISTRY, check
from gui.scripts.spec import fields_of
from tests.scripts.documented import (
    BOUNDS,
    CHATGPT_DEFAULTS,
    CHOICES,
    DEFAULTS,
    ENOUGH,
    MEANINGLESS,
    NEEDED,
)

MODELS: dict[str, type[ScriptModel]] = {name: info.model for name, info in REGISTRY.items() if info.model}
NAMES = sorted(MODELS)
URLS = ("https://www.tiktok.com/@a.b/video/7300000000000000000", "https://www.instagram.com/reel/Cxyz_-1/")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def values(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Values that the documents allow for one field."""
    if spec.choices:
        return st.sampled_from([value for value, _ in spec.choices])
    if spec.widget == "check":
        return st.booleans()
    if spec.widget == "number":
        return st.integers(int(spec.minimum or 0), int(spec.maximum or 10_000))
    if spec.widget == "decimal":
        return st.floats(spec.minimum, spec.maximum)
    if spec.name == "target_post_urls":
        return st.lists(st.sampled_from(URLS), min_size=1, max_size=3)
    if spec.name == "target_users":
        return st.lists(TEXT.filter(str.strip), min_size=1, max_size=4)
    text = TEXT.filter(str.strip) if spec.needed or spec.default else TEXT
    return st.lists(text, min_size=1, max_size=4) if spec.is_list else text


@st.composite
def valid_configs(draw: st.DrawFn, name: str) -> dict[str, Any]:
    config: dict[str, Any] = {}
    for spec in fields_of(MODELS[name]):
        optional = not spec.needed and spec.name not in {"target_users", "target_post_urls"}
        if optional and draw(st.booleans()):
            continue
        parent, _, child = spec.name.rpartition(".")
        (config.setdefault(parent, {}) if parent else config)[child] = draw(values(spec))
    if "max_duration" in config or "min_duration" in config:
        low, high = config.get("min_duration", 15), config.get("max_duration", 30)
        config["min_duration"], config["max_duration"] = min(low, high), max(low, high)
    return config


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 400) | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def any_configs(draw: st.DrawFn, name: str) -> dict[str, Any]:
    known = {spec.name: values(spec) | JSON for spec in fields_of(MODELS[name]) if "." not in spec.name}
    known |= {"chatgpt_settings": JSON, "target_user": JSON, "target_username": JSON}
    return draw(st.fixed_dictionaries({}, optional=known))


def nested(name: str, value: object) -> dict[str, Any]:
    """A config that holds one field, wherever it stands."""
    parent, _, child = name.rpartition(".")
    if not parent:
        return {child: value}
    return {"generate_by_chatgpt": True, parent: {"api_key": "k", child: value}}


@pytest.mark.parametrize("name", NAMES)
def test_names_and_defaults_are_the_documented_ones(name: str) -> None:
    model = MODELS[name]
    defaults = {
        field: info.get_default(call_default_factory=True, validated_data={})
        for field, info in model.model_fields.items()
    }
    assert defaults == DEFAULTS[name]
    assert {field: type(value) for field, value in defaults.items()} == {
        field: type(value) for field, value in DEFAULTS[name].items()
    }


def test_chatgpt_names_and_defaults_are_the_documented_ones() -> None:
    assert {n: i.default for n, i in ChatGptSettings.model_fields.items()} == CHATGPT_DEFAULTS


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_valid_config_survives_the_wire(name: str, data: st.DataObject) -> None:
    config = data.draw(valid_configs(name))
    assert check(name, config) == []
    payload = MODELS[name].parse(config).payload()
    over_the_wire = json.loads(json.dumps(payload))
    assert check(name, over_the_wire) == []
    assert MODELS[name].parse(over_the_wire).payload() == payload
    assert set(payload) <= set(DEFAULTS[name])
    assert not any(is_empty(value) for value in payload.values())
    assert "target_username" not in payload
    for field, value in payload.items():
        if field in config and not isinstance(value, (dict, list)):
            assert value == config[field]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_check_agrees_with_the_model_on_anything(name: str, data: st.DataObject) -> None:
    config = data.draw(any_configs(name))
    problems = check(name, config)
    try:
        MODELS[name].parse(config)
    except ValidationError:
        assert problems
    else:
        assert problems == []
    for problem in problems:
        assert problem.field.partition(".")[0] in MODELS[name].model_fields
        assert problem.message
        assert "{" not in problem.template.format_map(dict.fromkeys(problem.values, ""))


@pytest.mark.parametrize("name", NAMES)
def test_a_small_config_is_enough(name: str) -> None:
    assert check(name, ENOUGH[name]) == []


@pytest.mark.parametrize(("name", "field", "low", "high"), BOUNDS)
def test_bounds_hold_at_both_ends(name: str, field: str, low: int, high: int | None) -> None:
    base = ENOUGH[name] | {"content_type": 1} if name == "post" else {"min_duration": 10, "max_duration": 180}

    def fields(value: float) -> list[str]:
        return [problem.field for problem in check(name, base | nested(field, value))]

    step = 0.01 if field.endswith("temperature") else 1
    assert fields(low) == []
    assert fields(low - step) == [field]
    if high is None:
        assert fields(10**6) == []
        return
    assert fields(high) == []
    assert fields(high + step) == [field]
    message = check(name, base | nested(field, high + step))[0].message
    assert f"between {low} and {high}" in message


@pytest.mark.parametrize(("name", "field", "choices"), CHOICES)
def test_choices_are_the_documented_ones(name: str, field: str, choices: list[object]) -> None:
    spec = next(spec for spec in fields_of(MODELS[name]) if spec.name == field)
    assert [value for value, _ in spec.choices] == choices
    assert all(label for _, label in spec.choices)
    extras = {"post_way": {"sound_name": "s"}, "add_sound": {"custom_sound_keyword": "s"}}.get(field, {})
    extras |= {"material_path": "/films"} if field == "material_source" else {}
    for choice in choices:
        assert check(name, ENOUGH[name] | extras | {field: choice}) == []
    for wrong in ("other", 7, True, None if field == "" else 1.5):
        assert [p.field for p in check(name, ENOUGH[name] | extras | {field: wrong})] == [field]


@pytest.mark.parametrize(("name", "config", "field"), NEEDED)
def test_what_is_needed_is_asked_for(name: str, config: dict[str, Any], field: str) -> None:
    for blank in ("", "  \n"):
        parent, _, child = field.rpartition(".")
        if child in {"target_users", "target_post_urls"}:
            given_config = config | {child: [blank]}
        elif parent:
            given_config = config | {parent: {child: blank}}
        else:
            given_config = config | {child: blank}
        problems = check(name, given_config)
        assert [problem.field for problem in problems] == [field]
        assert problems[0].message.endswith(".")
    assert [problem.field for problem in check(name, config)] == [field]


@pytest.mark.parametrize(("name", "field", "value", "beside"), MEANINGLESS)
def test_what_means_nothing_is_neither_checked_nor_sent(
    name: str, field: str, value: object, beside: dict[str, Any]
) -> None:
    config = ENOUGH[name] | beside | {field: value}
    assert check(name, config) == []
    assert field not in MODELS[name].parse(config).payload()
    assert check(name, config | {field: ["nonsense", 5]}) == []


def test_a_sound_name_is_asked_for_in_a_plain_sentence() -> None:
    (problem,) = check("post", {"post_way": "useSound"})
    assert problem.message == "A sound name is needed when posting with a sound."


def test_the_longest_watch_time_is_not_below_the_shortest() -> None:
    (problem,) = check("account_warmup", {"min_duration": 40, "max_duration": 39})
    assert problem.field == "max_duration"
    assert "(40 s)" in problem.message
    assert check("account_warmup", {"min_duration": 40, "max_duration": 40}) == []


def test_only_one_problem_is_told_where_the_shortest_is_wrong_itself() -> None:
    assert [p.field for p in check("account_warmup", {"min_duration": 900, "max_duration": 30})] == [
        "min_duration"
    ]


@pytest.mark.parametrize("name", ["follow", "unfollow"])
def test_the_array_of_users_wins(name: str) -> None:
    model = MODELS[name].parse({"target_users": [" ann ", "", "bob"], "target_user": "carl"})
    assert model.payload()["target_users"] == ["ann", "bob"]
    assert model.target_count() == 2


@pytest.mark.parametrize("name", ["follow", "unfollow"])
def test_users_may_come_as_text(name: str) -> None:
    model = MODELS[name].parse({"target_user": "ann, bob\n\ncarl,"})
    assert model.payload() == {"target_users": ["ann", "bob", "carl"], "access_method": "direct"}
    assert model.target_count() == 3


def test_addresses_may_come_as_text_and_the_array_wins() -> None:
    config = {"comment_content": "Nice", "target_post_url": f"{URLS[0]}\n{URLS[1]}"}
    model = MODELS["comment"].parse(config)
    assert model.target_count() == 2
    assert model.payload()["target_post_urls"] == list(URLS)
    assert "target_post_url" not in model.payload()
    assert MODELS["comment"].parse(config | {"target_post_urls": [URLS[1]]}).target_count() == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://www.tiktok.com/@NAME/video/7300000000000000000",
        "https://www.tiktok.com/@na.me_1/photo/73?lang=en",
        "https://vm.tiktok.com/ZMabc/",
        "https://www.instagram.com/p/C_x-1/",
        "https://www.instagram.com/reel/C_x-1/?igsh=1",
        "https://www.instagram.com/name/reel/C_x-1/",
    ],
)
def test_addresses_of_posts_pass(url: str) -> None:
    assert check("comment", {"comment_content": "Nice", "target_post_urls": [url]}) == []


@pytest.mark.parametrize(
    "url",
    [
        "post",
        "https://www.tiktok.com/@NAME",
        "https://example.org/p/1",
        "ftp://vm.tiktok.com/a",
        "https://vm.tiktok.com/a b",
    ],
)
def test_other_addresses_are_named(url: str) -> None:
    (problem,) = check("comment", {"comment_content": "Nice", "target_post_urls": [URLS[0], url]})
    assert problem.field == "target_post_urls"
    assert url in problem.message


@pytest.mark.parametrize("value", [-1, 0, 1])
def test_add_sound_may_be_a_number(value: int) -> None:
    assert MODELS["post"].parse({"add_sound": value}).payload()["add_sound"] == str(value)


def test_null_counts_as_absent() -> None:
    config = dict.fromkeys(DEFAULTS["post"])
    assert check("post", config) == []
    assert MODELS["post"].parse(config).payload() == MODELS["post"]().payload()


def test_unknown_keys_are_ignored_and_not_sent() -> None:
    assert (
        "target_username"
        not in MODELS["follow"].parse({"target_users": ["a"], "target_username": "b"}).payload()
    )


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("captions", 3, "must be text"),
        ("captions", "\ud800", "cannot be sent"),
        ("material_list", ["a\ud800"], "cannot be sent"),
        ("upload_wait_time", "30", "whole number"),
        ("upload_wait_time", True, "whole number"),
        ("material_list", "a.mp4", "must be a list"),
        ("material_list", ["a.mp4", 3], "must be text"),
        ("placement", "feed", "reel, story"),
    ],
)
def test_a_wrong_type_is_said_plainly(field: str, value: object, says: str) -> None:
    (problem,) = check("post", {field: value})
    assert problem.field == field
    assert says in problem.message


@pytest.mark.parametrize(
    ("config", "field", "says"),
    [
        ({"insert_emoji": "yes"}, "insert_emoji", "true or false"),
        ({"generate_by_chatgpt": True, "chatgpt_settings": "gpt"}, "chatgpt_settings", "an object"),
        (
            {"generate_by_chatgpt": True, "chatgpt_settings": {"api_key": "k", "temperature": "hot"}},
            "chatgpt_settings.temperature",
            "a number",
        ),
        (
            {"generate_by_chatgpt": True, "chatgpt_settings": {"api_key": "k", "temperature": float("nan")}},
            "chatgpt_settings.temperature",
            "Temperature",
        ),
    ],
)
def test_wrong_types_in_a_warm_up_are_said_plainly(config: dict[str, Any], field: str, says: str) -> None:
    (problem,) = check("account_warmup", config)
    assert problem.field == field
    assert says in problem.message


def test_a_config_that_is_no_object_is_not_read() -> None:
    with pytest.raises(ValidationError):
        MODELS["post"].model_validate(["captions"])


def test_an_empty_model_name_leaves_the_choice_to_the_server() -> None:
    config = {"generate_by_chatgpt": True, "chatgpt_settings": {"api_key": "k", "model": ""}}
    assert "model" not in MODELS["account_warmup"].parse(config).payload()["chatgpt_settings"]


def test_chatgpt_is_sent_with_its_secret() -> None:
    config = {"generate_by_chatgpt": True, "chatgpt_settings": {"api_key": "k", "temperature": 1}}
    sent = MODELS["account_warmup"].parse(config).payload()
    assert sent["chatgpt_settings"] == {
        "api_key": "k",
        "model": "gpt-3.5-turbo",
        "max_tokens": 100,
        "temperature": 1.0,
    }


@pytest.mark.parametrize("name", NAMES)
def test_one_task_a_device_without_a_target_list(name: str) -> None:
    model = MODELS[name].parse(ENOUGH[name])
    assert model.target_count() == 1
