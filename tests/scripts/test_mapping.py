import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.scripts.mapping import Assignment, ByHand, Deal, Rules, Split, assign, can_map, captions_in, configs
from gui.scripts.registry import REGISTRY

ONE, ROUND, SAME = Deal.ONE_TO_ONE, Deal.ROUND_ROBIN, Deal.SAME
NAMES = st.lists(st.sampled_from([f"S{n}" for n in range(12)]), unique=True, max_size=12)
FILES = st.lists(st.sampled_from([f"/{n}.mp4" for n in range(9)]), max_size=9)
CAPTIONS = st.lists(st.sampled_from(["a", "b {c|d}", "é 😀", "שלום"]), max_size=6)


def got(assignment: Assignment) -> list[tuple[str, tuple[str, ...], str]]:
    return [(share.target, share.files, share.caption) for share in assignment.shares]


def test_the_same_for_all_is_the_whole_for_each() -> None:
    made = assign(("S1", "S2"), ("/a.mp4", "/b.mp4"), "one\ntwo", Rules())
    assert got(made) == [(target, ("/a.mp4", "/b.mp4"), "one\ntwo") for target in ("S1", "S2")]
    assert made.even
    assert configs({"captions": "old", "image_count": 1}, made) == [
        ({"captions": "one\ntwo", "image_count": 1, "material_list": ["/a.mp4", "/b.mp4"]}, ("S1", "S2"))
    ]


def test_one_to_one_names_who_gets_nothing_and_what_is_left() -> None:
    made = assign(("S1", "S2", "S3"), ("/a.mp4", "/b.mp4"), "one\n\ntwo\nthree\nfour", Rules(ONE, ONE))
    assert got(made) == [("S1", ("/a.mp4",), "one"), ("S2", ("/b.mp4",), "two"), ("S3", (), "three")]
    assert (made.no_files, made.no_caption, made.even) == (("S3",), (), False)
    assert (made.spare_files, made.spare_captions) == ((), ("four",))
    fewer = assign(("S1",), ("/a.mp4", "/b.mp4"), "", Rules(ONE, ONE))
    assert (fewer.no_files, fewer.no_caption, fewer.spare_files) == ((), ("S1",), ("/b.mp4",))


def test_round_robin_begins_again() -> None:
    made = assign(("S1", "S2", "S3"), ("/a.mp4", "/b.mp4"), "one", Rules(ROUND, ROUND))
    assert got(made) == [("S1", ("/a.mp4",), "one"), ("S2", ("/b.mp4",), "one"), ("S3", ("/a.mp4",), "one")]
    assert made.even
    assert [targets for _, targets in configs({}, made)] == [("S1", "S3"), ("S2",)]


def test_nothing_to_deal_out_is_told_of_every_target() -> None:
    made = assign(("S1", "S2"), (), " \n", Rules(ROUND, ROUND))
    assert (made.no_files, made.no_caption) == (("S1", "S2"), ("S1", "S2"))
    assert "material_list" not in configs({}, made)[0][0]


def test_images_come_by_the_handful() -> None:
    files = ("/1.jpg", "/2.jpg", "/3.jpg")
    made = assign(("S1", "S2"), files, "", Rules(ONE, SAME, files_each=2))
    assert [share.files for share in made.shares] == [("/1.jpg", "/2.jpg"), ("/3.jpg",)]
    assert made.no_files == ("S2",)
    made = assign(("S1", "S2"), files, "", Rules(ROUND, SAME, files_each=2))
    assert [share.files for share in made.shares] == [("/1.jpg", "/2.jpg"), ("/3.jpg", "/1.jpg")]
    assert made.even


def test_what_was_written_by_hand_comes_on_top() -> None:
    hand = {"S2": ByHand(("/own.mp4",), ""), "S9": ByHand(caption="nobody")}
    made = assign(("S1", "S2"), ("/a.mp4",), "one", Rules(ONE, ONE), hand)
    assert got(made) == [("S1", ("/a.mp4",), "one"), ("S2", ("/own.mp4",), "")]
    assert made.even
    emptied = assign(("S1",), ("/a.mp4",), "one", Rules(ONE, ONE), {"S1": ByHand(files=())})
    assert emptied.no_files == ("S1",)
    same = assign(("S2",), ("/a.mp4",), "one", Rules(), hand)
    assert got(same) == [("S2", ("/a.mp4",), "one")]


@pytest.mark.parametrize(
    ("text", "lines", "blocks"),
    [
        ("", [], []),
        ("a\nb", ["a", "b"], ["a\nb"]),
        ("a\nb\n \n\n c \n", ["a", "b", "c"], ["a\nb", "c"]),
        ("\n\na\n", ["a"], ["a"]),
    ],
)
def test_captions_are_parted_by_lines_or_by_blank_lines(
    text: str, lines: list[str], blocks: list[str]
) -> None:
    assert captions_in(text, Split.LINES) == lines
    assert captions_in(text, Split.BLOCKS) == blocks


@settings(max_examples=150, deadline=None)
@given(NAMES, FILES, CAPTIONS, st.tuples(st.sampled_from(Deal), st.sampled_from(Deal)), st.integers(1, 3))
def test_nobody_is_dropped_and_nothing_is_made_up(
    targets: list[str], files: list[str], captions: list[str], deals: tuple[Deal, Deal], each: int
) -> None:
    by_file, by_text = deals
    text = "\n".join(captions)
    made = assign(targets, files, text, Rules(by_file, by_text, files_each=each))
    assert [share.target for share in made.shares] == targets
    groups = configs({}, made)
    assert sorted(target for _, mine in groups for target in mine) == sorted(targets)
    assert len({str(config) for config, _ in groups}) == len(groups)
    for share in made.shares:
        assert set(share.files) <= set(files)
        short = by_file is not SAME and len(share.files) < each
        assert (share.target in made.no_files) == short
        assert (share.target in made.no_caption) == (by_text is not SAME and not share.caption)
        assert share.caption == text if by_text is SAME else share.caption in {"", *captions}
    if targets:
        assert {file for share in made.shares for file in share.files} | set(made.spare_files) == set(files)


def test_only_a_post_has_content_of_its_own() -> None:
    assert [name for name, info in REGISTRY.items() if info.model and can_map(info.model)] == ["post"]
