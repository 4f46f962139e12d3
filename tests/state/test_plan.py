"""How a plan is cut: nothing lost, nothing twice, nothing too large."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from gui.state.plan import REQUEST_TASKS, plan

places = st.lists(st.integers(0, 400).map("S{}".format), max_size=250)
lists = st.integers(1, 350).map(lambda count: [f"u{each}" for each in range(count)])


def pairs(requests):
    found = Counter()
    for each in requests:
        request = each.request
        for place in request.serials or request.usernames:
            found.update((place, target) for target in request.script_config["target_users"])
    return found


@given(places, lists, st.booleans())
def test_every_pair_is_asked_for_once_and_counted(devices, targets, by_account):
    made = plan("follow", [({"target_users": targets}, tuple(devices))], by_account=by_account, name="n")
    wanted = {(device, target) for device in devices for target in targets}
    assert pairs(made.requests) == Counter(wanted)
    assert made.expected == len(wanted) == sum(each.expected for each in made.requests)
    assert all(0 < each.expected <= REQUEST_TASKS for each in made.requests)
    assert all(bool(each.request.usernames) == by_account for each in made.requests)
    assert len(made.requests) <= len(wanted) / REQUEST_TASKS * 2 + 1 or len(targets) > REQUEST_TASKS / 2


@given(places, lists)
def test_a_list_is_cut_only_where_one_device_alone_is_too_much(devices, targets):
    made = plan("follow", [({"target_users": targets}, tuple(devices))])
    for each in made.requests:
        whole = each.request.script_config["target_users"] == targets
        assert whole or (len(targets) > REQUEST_TASKS and len(each.request.serials) == 1)


@given(st.lists(st.tuples(st.sampled_from("abc"), places), max_size=5))
def test_equal_configs_go_out_together(assigned):
    made = plan("post", [({"captions": caption}, tuple(devices)) for caption, devices in assigned])
    wanted = {(caption, device) for caption, devices in assigned for device in devices}
    found = [(r.request.script_config["captions"], s) for r in made.requests for s in r.request.serials]
    assert Counter(found) == Counter(wanted)
    assert made.expected == len(wanted)


@given(st.dictionaries(st.integers(0, 50).map("S{}".format), st.integers(1, 7), min_size=1), lists)
def test_accounts_multiply_and_an_unknown_device_makes_the_number_unknown(accounts, targets):
    config = {"target_users": targets}
    made = plan("follow", [(config, tuple(accounts))], every_account=True, accounts_on=accounts)
    assert made.expected == sum(accounts.values()) * len(targets)
    assert all(each.request.enable_multi_account for each in made.requests)
    assert all(each.expected <= REQUEST_TASKS for each in made.requests)
    stranger = plan("follow", [(config, (*accounts, "new"))], every_account=True, accounts_on=accounts)
    assert stranger.expected is None


def test_the_large_plan():
    config = {"target_users": [f"u{each}" for each in range(50)]}
    made = plan(
        "follow", [(config, tuple(f"S{each}" for each in range(100)))], start_time="16:40", name="big"
    )
    assert (made.expected, len(made.requests), made.name) == (5000, 50, "big")
    assert {each.request.start_time for each in made.requests} == {"16:40"}


def test_a_script_that_is_always_for_every_account():
    assert plan("login", [({}, ("S1", "S2"))], accounts_on={"S1": 3, "S2": 2}).expected == 5
    assert plan("login", [({}, ("S1", "S2"))]).expected is None
    assert plan("match_accounts", [({}, ("S1", "S2"))]).expected == 2


def test_nothing_to_send():
    assert plan("post", []).requests == ()
    assert plan("post", [({}, ())]).expected == 0
