import time
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.scripts.spintax import (
    MOST_FAULTS,
    MOST_VARIANTS,
    Fault,
    FaultKind,
    check,
    has_groups,
    sample,
    variants,
)

WORDS = st.text(st.sampled_from("ab é😀\n"), max_size=3)


@st.composite
def trees(draw: st.DrawFn, depth: int = 2) -> list[object]:
    """A text as a list of words and groups; a group is a tuple of texts."""
    parts: list[object] = []
    for _ in range(draw(st.integers(0, 3))):
        if depth and draw(st.booleans()):
            parts.append(tuple(draw(st.lists(trees(depth - 1), min_size=1, max_size=3))))
        else:
            parts.append(draw(WORDS))
    return parts


def written(tree: list[object]) -> str:
    return "".join(
        part if isinstance(part, str) else "{" + "|".join(written(word) for word in part) + "}"
        for part in tree
    )


def readings(tree: list[object]) -> list[str]:
    """Every way to read a text, worked out from its tree alone."""
    choices = [
        [part] if isinstance(part, str) else [text for word in part for text in readings(word)]
        for part in tree
    ]
    return ["".join(parts) for parts in product(*choices)]


@settings(max_examples=150, deadline=None)
@given(trees(), st.integers())
def test_a_sample_is_one_of_the_variants_and_their_number_is_right(tree: list[object], seed: int) -> None:
    text = written(tree)
    every = readings(tree)
    assert check(text) == ()
    assert variants(text) == len(every)
    assert sample(text, Random(seed)) in every


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("{}|a\n😀"), max_size=30), st.integers())
def test_every_brace_without_its_fellow_is_found_where_it_stands(text: str, seed: int) -> None:
    faults = check(text)
    lines = text.split("\n")
    places = [(fault.line, fault.column) for fault in faults]
    assert places == sorted(set(places))
    for fault in faults:
        brace = lines[fault.line - 1][fault.column - 1]
        assert brace == ("{" if fault.kind is FaultKind.NEVER_CLOSED else "}")
    mended = [list(line) for line in lines]
    for line, column in places:
        mended[line - 1][column - 1] = "x"
    rest = "\n".join("".join(line) for line in mended)
    assert check(rest) == ()
    assert rest.count("{") == rest.count("}")
    # No fewer would do: what was found cannot be paired among itself.
    left = "".join("{" if fault.kind is FaultKind.NEVER_CLOSED else "}" for fault in faults)
    assert "{}" not in left
    assert variants(text) >= 1
    assert len(sample(text, Random(seed))) <= len(text)


def test_all_variants_come_up() -> None:
    chance = Random(1)
    seen = {sample("{New|Fresh} {oven|tea {time|day}}", chance) for _ in range(300)}
    assert seen == {
        f"{first} {second}" for first in ("New", "Fresh") for second in ("oven", "tea time", "tea day")
    }


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ()),
        ("no group | here", ()),
        ("{a|b", (Fault(1, 1, FaultKind.NEVER_CLOSED),)),
        ("a}", (Fault(1, 2, FaultKind.NEVER_OPENED),)),
        ("one\n😀 {a|{b}\n}}", (Fault(3, 2, FaultKind.NEVER_OPENED),)),
        ("}\n{", (Fault(1, 1, FaultKind.NEVER_OPENED), Fault(2, 1, FaultKind.NEVER_CLOSED))),
    ],
)
def test_faults_are_told_with_line_and_column(text: str, faults: tuple[Fault, ...]) -> None:
    assert check(text) == faults


def test_lines_may_stand_for_themselves() -> None:
    text = "{a|b\nc}\n{d}"
    assert check(text) == ()
    assert check(text, by_line=True) == (
        Fault(1, 1, FaultKind.NEVER_CLOSED),
        Fault(2, 2, FaultKind.NEVER_OPENED),
    )


def test_what_has_no_fellow_and_bars_outside_are_words() -> None:
    assert variants("a|b") == 1
    assert sample("a|b", Random(0)) == "a|b"
    assert sample("{a|b", Random(0)) == "{a|b"
    assert sample("{x}} {", Random(0)) == "x} {"
    assert variants("{a|b} {") == 2
    assert not has_groups("a|b")


def test_long_and_deep_texts_take_no_time() -> None:
    started = time.perf_counter()
    deep = "{a|" * 20_000 + "b" + "}" * 20_000
    assert variants(deep) == 20_001
    assert sample(deep, Random(3)).startswith(("a", "b"))
    assert variants("{a|b}" * 20_000) == MOST_VARIANTS
    assert len(check("{" * 500_000)) == MOST_FAULTS
    assert len(check("}\n" * 500_000, by_line=True)) == MOST_FAULTS
    assert time.perf_counter() - started < 10
