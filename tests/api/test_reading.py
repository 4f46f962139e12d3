"""The parser: every likely shape is read, every unlikely one is a typed error."""

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.api import reading
from gui.api.errors import ApiError, NotFound, PlanRefused, Rejected, ServerError, Unreadable
from gui.api.schemas import UNKNOWN_STATUS, Account, Created, License, Stats, Task, TaskStatus

TASK = {
    "id": 7,
    "script_name": "post",
    "script_args": '{"username": "anna", "captions": "hi"}',
    "serial": "R58M12",
    "status": 3,
    "start_time": "2026-01-02 10:00:00",
    "end_time": "2026-01-02 10:01:00",
    "remark": "登录失败",
    "source": "api",
    "retry_count": 2,
    "create_time": "2026-01-02 09:59:00",
}
READERS = [
    reading.read_task_page,
    reading.read_task,
    reading.read_stats,
    reading.read_license,
    reading.read_created,
    reading.read_count,
    reading.read_account_page,
]


def envelope(data: object = None, code: object = 0, message: object = "success") -> bytes:
    return json.dumps({"code": code, "message": message, "data": data}).encode()


def caught(body: bytes, status: int = 200) -> ApiError:
    with pytest.raises(ApiError) as info:
        reading.read_envelope(body, status)
    return info.value


class TestEnvelope:
    @pytest.mark.parametrize("code", [0, "0", " 0 ", 0.0])
    def test_success_gives_the_data(self, code: object) -> None:
        assert reading.read_envelope(envelope({"a": 1}, code), 200) == {"a": 1}

    def test_message_and_data_may_be_missing(self) -> None:
        assert reading.read_envelope(b'{"code": 0}', 200) is None

    def test_a_byte_order_mark_is_no_reason_to_fail(self) -> None:
        assert reading.read_envelope(b"\xef\xbb\xbf" + envelope(5), 200) == 5

    def test_broken_utf8_costs_only_the_broken_characters(self) -> None:
        assert reading.read_envelope(b'{"code": 0, "data": "a\xffb"}', 200) == "a\ufffdb"

    def test_nan_and_infinity_are_null(self) -> None:
        assert reading.read_envelope(b'{"code": 0, "data": [NaN, Infinity, -Infinity]}', 200) == [None] * 3

    def test_of_duplicate_keys_the_last_counts(self) -> None:
        assert reading.read_envelope(b'{"code": 50001, "code": 0, "data": 1}', 200) == 1

    @pytest.mark.parametrize(
        ("code", "kind"),
        [
            (40001, Rejected),
            ("40001", Rejected),
            (40002, Rejected),
            (40003, Rejected),
            (40004, Rejected),
            (40999, Rejected),
            (40301, PlanRefused),
            (40401, NotFound),
            (50001, ServerError),
            (1, ServerError),
            (-1, ServerError),
            (99999, ServerError),
        ],
    )
    @pytest.mark.parametrize("status", [200, 400, 500])
    def test_each_code_has_its_error_whatever_the_http_status(
        self, code: object, kind: type[ApiError], status: int
    ) -> None:
        error = caught(envelope(None, code, "words"), status)
        assert type(error) is kind
        assert (error.code, error.http_status, error.detail) == (int(code), status, "words")
        assert str(error) == f"{kind.title}: words"

    @pytest.mark.parametrize(
        ("message", "data", "detail"),
        [
            ("bad", None, "bad"),
            (None, "the reason", "the reason"),
            ("error", "the reason", "error: the reason"),
            ("error: the reason", "the reason", "error: the reason"),
            ({"en": "x"}, None, '{"en": "x"}'),
            (None, None, "code 50001"),
        ],
    )
    def test_the_servers_words_are_kept_wherever_they_stand(
        self, message: object, data: object, detail: str
    ) -> None:
        assert caught(envelope(data, 50001, message)).detail == detail

    def test_a_message_may_be_missing(self) -> None:
        assert caught(b'{"code": 40001}').detail == "code 40001"

    @pytest.mark.parametrize(
        ("message", "field"),
        [
            ("material_path: required with localFolder", "material_path"),
            ("script_config.material_path: required", "material_path"),
            ("Invalid parameters: upload_wait_time: must be at most 300", "upload_wait_time"),
            ("'sound_name' is required", "sound_name"),
            ("missing field `serials` at line 1", "serials"),
            ('"target_users[2]" is empty', "target_users"),
            ("target_users.0: empty", "target_users"),
            ("body.script_config.chatgpt_settings.api_key: required", "chatgpt_settings.api_key"),
            ("the value of upload_wait_time is too large", "upload_wait_time"),
            ("Something is wrong", ""),
            ("参数错误", ""),
        ],
    )
    def test_a_refusal_names_its_field(self, message: str, field: str) -> None:
        error = caught(envelope(None, 40001, message))
        assert isinstance(error, Rejected)
        assert error.field == field

    @pytest.mark.parametrize("code", [40002, 40003])
    def test_the_script_codes_mean_the_script_name(self, code: int) -> None:
        error = caught(envelope(None, code, "like: not supported"))
        assert isinstance(error, Rejected)
        assert error.field == "script_name"

    def test_a_refused_plan_carries_the_plan_where_it_came(self) -> None:
        facts = {"plan_name": "Starter", "api_enabled": False, "device_limit": 5}
        error = caught(envelope(facts, 40301, "Pro needed"))
        assert isinstance(error, PlanRefused)
        assert error.license == License("Starter", api_enabled=False, device_limit=5)
        bare = caught(envelope(None, 40301, "Pro needed"))
        assert isinstance(bare, PlanRefused)
        assert bare.license is None

    @pytest.mark.parametrize(
        ("body", "status", "kind", "word"),
        [
            (b"", 200, Unreadable, "an empty answer"),
            (b"<!DOCTYPE html><html>", 200, Unreadable, "<!DOCTYPE html>"),
            (b"Moved", 302, Unreadable, "HTTP 302"),
            (b"Failed to parse", 400, Unreadable, "Failed to parse"),
            (b"Failed to deserialize: serials", 422, Rejected, "serials"),
            (b"", 413, Rejected, "HTTP 413"),
            (b"<html>too large</html>", 413, Unreadable, "too large"),
            (b"404 page not found", 404, NotFound, "page not found"),
            (b'{"detail": "Not Found"}', 404, NotFound, "Not Found"),
            (b"Internal Server Error", 500, ServerError, "Internal Server Error"),
            (b"", 503, ServerError, "HTTP 503"),
            (b"[1, 2]", 200, Unreadable, "[1, 2]"),
            (b'"text"', 200, Unreadable, "text"),
            (b'{"message": "no code"}', 200, Unreadable, "no code"),
            (b'{"code": true}', 200, Unreadable, "true"),
            (b'{"code": null, "data": 1}', 200, Unreadable, "code"),
            (b'{"code": 1.5}', 200, Unreadable, "1.5"),
            (b'{"code": 1e999}', 200, Unreadable, "1e999"),
            (b'{"code": "zero"}', 200, Unreadable, "zero"),
            (b'{"code": "--5"}', 200, Unreadable, "--5"),
            (b'{"code": 99999999999999999999999}', 200, Unreadable, "999"),
            (b'{"code": 0, "data": ' + b"1" * 5000 + b"}", 200, Unreadable, "code"),
            (b'{"code": 0, "data": ' + b"[" * 100_000, 200, Unreadable, "code"),
            (envelope({}, 0, "fine"), 500, ServerError, "fine"),
            (envelope({}, 0, "fine"), 404, NotFound, "fine"),
        ],
    )
    def test_without_an_envelope_the_http_status_speaks(
        self, body: bytes, status: int, kind: type[ApiError], word: str
    ) -> None:
        error = caught(body, status)
        assert type(error) is kind
        assert error.http_status == status
        assert error.code is None
        assert word in error.detail

    def test_of_a_long_text_only_the_beginning_is_kept(self) -> None:
        assert len(caught(b"x" * 10_000, 500).detail) == 200
        assert len(caught(b"x" * 10_000, 200).detail) < 100

    def test_a_text_is_made_printable(self) -> None:
        assert caught("a\x00\x1b[31m\nüber".encode() + b"\xff", 500).detail == "a  [31m über\ufffd"

    @settings(max_examples=200, deadline=None)
    @given(st.binary() | st.text().map(str.encode), st.integers(100, 599))
    def test_any_bytes_are_data_or_an_api_error(self, body: bytes, status: int) -> None:
        try:
            reading.read_envelope(body, status)
        except ApiError as error:
            str(error).encode()


class TestTasks:
    def test_a_whole_record(self) -> None:
        assert reading.read_task(TASK) == Task(
            id=7,
            script_name="post",
            serial="R58M12",
            status=TaskStatus.FAILED,
            start_time="2026-01-02 10:00:00",
            end_time="2026-01-02 10:01:00",
            remark="登录失败",
            source="api",
            retry_count=2,
            account="anna",
            script_args='{"username": "anna", "captions": "hi"}',
            create_time="2026-01-02 09:59:00",
        )

    def test_nulls_are_empty_and_no_source_is_the_user(self) -> None:
        assert reading.read_task({**dict.fromkeys(TASK), "id": 1}) == Task(id=1, status=UNKNOWN_STATUS)

    def test_missing_fields_are_empty(self) -> None:
        assert reading.read_task({"id": "12"}) == Task(id=12, status=UNKNOWN_STATUS)

    @pytest.mark.parametrize(
        ("wire", "status"), [(2, 2), ("2", 2), (2.0, 2), (9, 9), (True, -1), (2**40, -1), ("done", -1)]
    )
    def test_status(self, wire: object, status: int) -> None:
        assert reading.read_task({"id": 1, "status": wire}).status == status

    def test_a_status_that_is_none_is_shown_as_it_came(self) -> None:
        assert reading.read_task({"id": 1, "status": "done"}).extra == (("status", '"done"'),)
        assert reading.read_task({"id": 1, "status": None}).extra == ()

    @pytest.mark.parametrize(("wire", "count"), [(None, 0), ("3", 3), (-1, 0), ("x", 0), (2**40, 0)])
    def test_retry_count(self, wire: object, count: int) -> None:
        assert reading.read_task({"id": 1, "retry_count": wire}).retry_count == count

    def test_unknown_fields_are_kept_sorted_as_json(self) -> None:
        task = reading.read_task({"id": 1, "z": [1, "é"], "a": None, "status_text": "完成"})
        assert task.extra == (("a", "null"), ("status_text", '"完成"'), ("z", '[1, "é"]'))

    @pytest.mark.parametrize(
        ("args", "account"),
        [
            ('{"username": "anna"}', "anna"),
            ({"username": "anna"}, "anna"),
            ('{"usernames": ["anna", " bo ", null, ""]}', "anna, bo"),
            ('{"usernames": "anna\\nbo"}', "anna, bo"),
            ('{"username": "", "usernames": ["bo"]}', "bo"),
            ('{"username": 12}', "12"),
            ('{"username": null}', ""),
            ("{}", ""),
            ("not json with username", ""),
            ('["username"]', ""),
            ('{"username": ' + "[" * 100_000, ""),
            (None, ""),
            (5, ""),
        ],
    )
    def test_the_account_is_the_username_inside_the_arguments(self, args: object, account: str) -> None:
        assert reading.read_task({"id": 1, "script_args": args}).account == account

    def test_arguments_that_came_as_an_object_become_text(self) -> None:
        assert reading.read_task({"id": 1, "script_args": {"a": "é"}}).script_args == '{"a": "é"}'

    def test_half_a_character_pair_is_replaced(self) -> None:
        task = reading.read_task(json.loads('{"id": 1, "remark": "a\\ud800b", "x\\udfff": "\\udfff"}'))
        assert task.remark == "a?b"
        assert task.extra == (("x?", '"?"'),)

    @pytest.mark.parametrize("wire", [None, "text", [], 5, {}, {"id": None}, {"id": 0}, {"id": -4}])
    @pytest.mark.parametrize("key", ["", "task"])
    def test_what_has_no_usable_id_is_no_task(self, wire: object, key: str) -> None:
        with pytest.raises(Unreadable):
            reading.read_task({key: wire} if key else wire)

    @pytest.mark.parametrize("number", [True, 1.5, math.inf, "1e3", "٣", 2**63, "9" * 30, [1]])
    def test_what_is_no_id(self, number: object) -> None:
        with pytest.raises(Unreadable):
            reading.read_task({"id": number})

    def test_a_task_may_be_wrapped(self) -> None:
        assert reading.read_task({"task": {"id": 3}}).id == 3

    @pytest.mark.parametrize("key", ["tasks", "list", "items", "records"])
    def test_the_array_is_found_under_each_name(self, key: str) -> None:
        page = reading.read_task_page({key: [{"id": 1}, {"id": 2}], "total": "12"})
        assert [task.id for task in page.tasks] == [1, 2]
        assert (page.total, page.broken) == (12, 0)

    def test_the_array_may_be_bare_or_without_a_total(self) -> None:
        assert reading.read_task_page([{"id": 1}]).total == 1
        assert reading.read_task_page({"tasks": [{"id": 1}], "total": None}).total == 1

    def test_a_total_below_what_was_sent_is_not_believed(self) -> None:
        assert reading.read_task_page({"tasks": [{"id": 1}], "total": 0}).total == 1

    @pytest.mark.parametrize("data", [{"tasks": None, "total": 0}, {"items": None}, {"total": 0}, []])
    def test_an_empty_list(self, data: object) -> None:
        assert reading.read_task_page(data) == reading.TaskPage((), 0, 0)

    @pytest.mark.parametrize(
        "data",
        [None, {}, "text", 5, {"total": 3}, {"tasks": [], "total": -1}, {"tasks": [], "total": "many"}],
    )
    def test_what_is_no_list(self, data: object) -> None:
        with pytest.raises(Unreadable):
            reading.read_task_page(data)

    def test_one_broken_item_does_not_blank_the_page(self) -> None:
        deep: object = 1
        for _ in range(100_000):
            deep = [deep]
        page = reading.read_task_page(
            {"tasks": [{"id": 1}, None, {"id": 0}, {"id": 2, "x": deep}, {"id": 3}], "total": 5}
        )
        assert [task.id for task in page.tasks] == [1, 3]
        assert page.broken == 3


class TestOthers:
    def test_stats(self) -> None:
        data = {"total": 10, "pending": "1", "running": 2, "completed": 3.0, "failed": None}
        assert reading.read_stats(data) == Stats(10, 1, 2, 3, 0)
        assert reading.read_stats({"pending": 1, "failed": 4}) == Stats(5, 1, 0, 0, 4)

    @pytest.mark.parametrize(
        "data", [None, {}, [], {"x": 1}, {"total": -1}, {"total": "x"}, {"failed": 2**40}]
    )
    def test_what_are_no_stats(self, data: object) -> None:
        with pytest.raises(Unreadable):
            reading.read_stats(data)

    @pytest.mark.parametrize(
        ("flag", "enabled"),
        [(True, True), (1, True), ("true", True), ("0", False), (0, False), (None, False)],
    )
    def test_license(self, flag: object, enabled: bool) -> None:
        data = {"plan_name": "Pro", "api_enabled": flag, "device_limit": "20", "message": None}
        assert reading.read_license(data) == License("Pro", api_enabled=enabled, device_limit=20)

    def test_a_license_that_says_nothing_of_the_api_allows_it(self) -> None:
        assert reading.read_license({"plan_name": "Team"}) == License(
            "Team", api_enabled=True, device_limit=0
        )

    @pytest.mark.parametrize(
        "data", [None, {}, [], "Pro", {"device_limit": 3}, {"plan_name": "a", "device_limit": -1}]
    )
    def test_what_is_no_license(self, data: object) -> None:
        with pytest.raises(Unreadable):
            reading.read_license(data)

    @pytest.mark.parametrize(
        ("data", "created"),
        [
            ({"task_ids": [1, "2", None, 0, "x"], "created_count": 2}, Created((1, 2), 2)),
            ({"task_ids": [1, 2]}, Created((1, 2), 2)),
            ({"task_ids": None, "created_count": 3}, Created((), 3)),
            ([4], Created((4,), 1)),
        ],
    )
    def test_created(self, data: object, created: Created) -> None:
        assert reading.read_created(data) == created

    @pytest.mark.parametrize("data", [None, {}, 3, "ok", {"created_count": -2}])
    def test_what_does_not_say_what_was_created(self, data: object) -> None:
        with pytest.raises(Unreadable):
            reading.read_created(data)

    @pytest.mark.parametrize(
        ("data", "count"),
        [
            (5, 5),
            ("5", 5),
            (0, 0),
            ({"count": 2}, 2),
            ({"retried_count": "3"}, 3),
            ({"task_ids": [1, 2]}, 2),
            ({"task_ids": None}, None),
            ({"other": 2}, None),
            (None, None),
            ("many", None),
            (-1, None),
            (2**40, None),
            ([1], None),
        ],
    )
    def test_count(self, data: object, count: int | None) -> None:
        assert reading.read_count(data) == count

    def test_accounts(self) -> None:
        wire = {
            "id": "3",
            "username": "anna",
            "platform": "tiktok",
            "device": "R58M12",
            "device_online": 1,
            "device_name": None,
            "logined": "1",
            "status": 1,
            "tags": ["a", " ", "b"],
            "password": "never kept",
        }
        page = reading.read_account_page({"accounts": [wire, {"id": 0}, "x"], "total": 9})
        assert page.accounts == (Account(3, "anna", "", "tiktok", "", "R58M12", True, "", 1, 1, ("a", "b")),)
        assert (page.total, page.broken) == (9, 2)

    @pytest.mark.parametrize(
        ("wire", "tags"), [("a, b,", ("a", "b")), (None, ()), ([], ()), ([1, None], ("1",))]
    )
    def test_tags_in_any_form(self, wire: object, tags: tuple[str, ...]) -> None:
        assert reading.read_account_page([{"id": 1, "tags": wire}]).accounts[0].tags == tags


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=()), max_size=20)
    | st.sampled_from(["0", "1", "-1", "40001", "NaN"]),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(
            st.sampled_from(
                [*TASK, "tasks", "items", "total", "task_ids", "created_count", "plan_name", "count", "tags"]
            )
            | st.text(max_size=5),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)


@pytest.mark.parametrize("read", READERS)
@settings(max_examples=50, deadline=None)
@given(data=JSON)
def test_any_json_is_a_record_or_unreadable(read: object, data: object) -> None:
    try:
        record = read(data)
    except Unreadable:
        return
    repr(record).encode()
    if isinstance(record, Task):
        assert 0 < record.id < 2**63
        assert -(2**31) < record.status < 2**31


@settings(max_examples=100, deadline=None)
@given(data=st.data(), body=st.just(envelope({"tasks": [{**TASK, "id": n} for n in (1, 2)], "total": 2})))
def test_a_corrupted_page_is_a_sensible_page_or_an_api_error(data: st.DataObject, body: bytes) -> None:
    changed = bytearray(body)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        page = reading.read_task_page(reading.read_envelope(bytes(changed), 200))
    except ApiError:
        return
    assert len(page.tasks) + page.broken <= max(page.total, 2)
    assert all(task.id > 0 for task in page.tasks)
    assert page.total >= 0
