import pytest

from gui.scripts.base import ScriptModel
from gui.scripts.registry import REGISTRY, ScriptInfo, check, script
from gui.scripts.secrets import MASK, SECRET_KEYS, masked
from gui.scripts.spec import fields_of

WIDGETS = {
    "segment",
    "combo",
    "number",
    "decimal",
    "check",
    "line",
    "text",
    "lines",
    "captions",
    "files",
    "file",
    "folder",
    "secret",
}


def by_availability(word: str) -> list[str]:
    return [name for name, info in REGISTRY.items() if info.availability == word]


def test_the_documented_scripts_are_listed() -> None:
    assert by_availability("supported") == ["post", "follow", "unfollow", "account_warmup", "comment"]
    assert set(by_availability("newer")) == {"profile", "login", "match_accounts"}
    assert set(by_availability("announced")) == {"like", "message", "super_marketing", "scrape_user"}


def test_each_is_listed_under_its_own_name_with_words_for_a_person() -> None:
    for name, info in REGISTRY.items():
        assert info.name == name
        assert info.title
        assert info.description


def test_only_announced_scripts_lack_a_model() -> None:
    assert [name for name, info in REGISTRY.items() if info.model is None] == by_availability("announced")


def test_accounts_and_fan_out_are_as_documented() -> None:
    assert {n: i.fan_out for n, i in REGISTRY.items() if i.fan_out} == {
        "follow": "target_users",
        "unfollow": "target_users",
        "comment": "target_post_urls",
    }
    assert REGISTRY["login"].multi_account == "always"
    assert REGISTRY["match_accounts"].multi_account == "never"
    assert REGISTRY["post"].multi_account == "optional"


def test_unknown_scripts_are_none() -> None:
    assert script("follow_back") is None
    assert isinstance(script("post"), ScriptInfo)


@pytest.mark.parametrize("name", ["follow_back", "like"])
def test_a_script_that_cannot_be_sent_is_a_problem_of_its_name(name: str) -> None:
    (problem,) = check(name, {})
    assert problem.field == "script_name"
    assert name in problem.message


@pytest.mark.parametrize("info", [i for i in REGISTRY.values() if i.model], ids=lambda info: info.name)
def test_every_field_tells_a_form_what_it_needs(info: ScriptInfo) -> None:
    model = info.model
    assert model is not None
    assert issubclass(model, ScriptModel)
    specs = fields_of(model)
    names = [spec.name for spec in specs]
    assert len(set(names)) == len(names)
    for spec in specs:
        assert spec.widget in WIDGETS
        assert spec.title
        assert spec.description
        assert spec.section
        assert bool(spec.choices) == (spec.widget in {"segment", "combo"} or spec.name == "add_product_link")
        for other, allowed in spec.shown_when:
            assert names.index(other) < names.index(spec.name)
            assert allowed
    if info.fan_out:
        assert next(spec for spec in specs if spec.name == info.fan_out).is_list


def test_units_and_secrets_are_marked() -> None:
    model = REGISTRY["account_warmup"].model
    assert model is not None
    specs = {spec.name: spec for spec in fields_of(model)}
    assert specs["task_duration"].unit == "s"
    assert specs["floow_probable"].unit == "%"
    assert [name for name, spec in specs.items() if spec.secret] == ["chatgpt_settings.api_key"]
    assert frozenset({"api_key"}) == SECRET_KEYS


def test_a_field_without_a_hint_shows_no_condition() -> None:
    class Plain(ScriptModel):
        word: str = ""

    assert Plain.meta("word") == {}
    assert Plain.parse({"word": "x"}).payload() == {"word": "x"}


def test_secrets_are_masked_at_any_depth_and_the_rest_is_untouched() -> None:
    value = {
        "script_config": {"chatgpt_settings": {"api_key": "sk-1", "model": "m"}},
        "list": [{"api_key": "sk-2"}, 3],
    }
    hidden = masked(value)
    assert "sk-" not in str(hidden)
    assert hidden["script_config"]["chatgpt_settings"] == {"api_key": MASK, "model": "m"}
    assert hidden["list"][1] == 3
    assert value["script_config"]["chatgpt_settings"]["api_key"] == "sk-1"
    assert masked({"api_key": ""}) == {"api_key": ""}
