"""Marks of commands that were given: who sets them, who takes them away."""

from gui.state.outcome import Command
from gui.state.pending import Pending


def test_a_mark_stays_until_the_list_was_read_again():
    marks = Pending()
    marks.begin(Command.RETRY, range(1, 4))
    assert marks.words == {1: "retry", 2: "retry", 3: "retry"}
    assert not marks.settle({1})
    marks.answered(Command.RETRY, [1, 2])
    assert marks.settle({1})
    assert set(marks.words) == {1, 3}
    assert marks.drop(Command.RETRY, [3, 4])
    assert not marks.drop(Command.RETRY, [3])


def test_what_becomes_of_an_earlier_command_does_not_move_a_later_ones_mark():
    marks = Pending()
    marks.begin(Command.RETRY, [1, 2])
    marks.begin(Command.DELETE, [1])
    marks.answered(Command.RETRY, [1, 2])
    assert not marks.drop(Command.RETRY, [1])
    assert marks.settle(set())
    assert marks.words == {1: "delete"}
    marks.answered(Command.DELETE, [1])
    assert marks.settle(set())
    assert not marks.words
