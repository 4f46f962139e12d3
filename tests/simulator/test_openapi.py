"""The OpenAPI document against the application, by a tool that tries to find where they differ."""

from collections.abc import Callable

import pytest
import schemathesis
from schemathesis.engine import Status, events, from_schema

from gui.simulator.orders import supported

from .conftest import Api


@pytest.mark.parametrize("http_status", ["body", "real"])
def test_nothing_is_found_that_the_document_does_not_say(api: Callable[..., Api], http_status: str) -> None:
    schema = schemathesis.openapi.from_asgi("/openapi.json", api(http_status, tasks=40).app)
    schema.config.generation.max_examples = 15
    checks = schema.config.checks
    if http_status == "body":  # there a refusal is HTTP 200 with its code inside: test_app looks at the codes
        checks.negative_data_rejection.enabled = False
    # conditions between two fields, and accounts that exist, are beyond a schema
    checks.positive_data_acceptance.expected_statuses = [
        *checks.positive_data_acceptance.expected_statuses,
        "400",
    ]
    found: list[object] = []
    cases = 0
    phases = set()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            cases += len(event.recorder.cases)
            for results in event.recorder.checks.values():
                found += [
                    (event.label, check.name, check.failure_info)
                    for check in results
                    if check.status is not Status.SUCCESS
                ]
        elif isinstance(event, (events.NonFatalError, events.FatalError)):
            found.append(event)
        elif isinstance(event, events.PhaseFinished) and event.status is Status.SUCCESS:
            phases.add(event.phase.name.value)
    assert found == []
    assert phases >= {"examples", "coverage", "fuzzing"}
    assert cases > 250


def test_the_document_knows_every_endpoint_and_script(api: Callable[..., Api]) -> None:
    document = api()("GET", "/openapi.json").json()
    calls = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}
    assert calls == {
        ("GET", "/api/v1/license/check"),
        ("POST", "/api/v1/task"),
        ("GET", "/api/v1/task"),
        ("GET", "/api/v1/task/stats"),
        ("GET", "/api/v1/task/{task_id}"),
        ("DELETE", "/api/v1/task/{task_id}"),
        ("DELETE", "/api/v1/task/batch"),
        ("POST", "/api/v1/task/{task_id}/stop"),
        ("POST", "/api/v1/task/{task_id}/retry"),
        ("POST", "/api/v1/task/retry-all"),
        ("GET", "/api/v1/accounts"),
    }
    schemas = document["components"]["schemas"]
    assert schemas["CreateBody"]["properties"]["script_name"]["enum"] == supported(newer=True)
    assert schemas["PostConfig"]["properties"]["upload_wait_time"]["maximum"] == 300
    assert "ChatGptSettings" in schemas


def test_applications_of_different_kinds_do_not_mix_their_documents(api: Callable[..., Api]) -> None:
    first = api("body").app.openapi()
    real = api("real").app.openapi()
    assert "application/json" in real["paths"]["/api/v1/task"]["post"]["responses"]["400"]["content"]
    assert api("body").app.openapi() == first
    assert "application/json" not in first["paths"]["/api/v1/task"]["post"]["responses"]["400"]["content"]
    older = api(accounts=False).app.openapi()["components"]["schemas"]
    assert older["CreateBody"]["properties"]["script_name"]["enum"] == supported(newer=False)
    assert "LoginConfig" not in older
