import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from gui.simulator.database import Database, DatabaseProblem
from gui.simulator.new_tasks import NewTask, insert_tasks


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "world.db"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    found = Database(file)
    yield found
    found.close()


def add(database: Database, *statuses: int) -> list[int]:
    with database.transaction():
        return insert_tasks(database, [NewTask("post", "{}", "S", 0.0, status=status) for status in statuses])


def other_process(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)


def test_a_file_that_is_no_database_is_refused_in_one_line(file: Path) -> None:
    file.write_bytes(b"these are my holiday photos" * 100)
    with pytest.raises(
        DatabaseProblem, match=r"world\.db cannot be used: file is not a database\.$"
    ) as problem:
        Database(file)
    assert "\n" not in str(problem.value)
    assert file.read_bytes().startswith(b"these are")


def test_another_programs_database_is_refused_and_left_alone(file: Path) -> None:
    other_process(file, "CREATE TABLE recipes(name)")
    before = file.read_bytes()
    with pytest.raises(DatabaseProblem, match="belongs to another program"):
        Database(file)
    assert file.read_bytes() == before


def test_a_marked_database_of_another_program_is_refused(file: Path) -> None:
    other_process(file, "PRAGMA application_id = 77")
    with pytest.raises(DatabaseProblem, match="belongs to another program"):
        Database(file)


def test_a_database_of_another_version_is_refused(file: Path) -> None:
    Database(file).close()
    other_process(file, "PRAGMA user_version = 99")
    with pytest.raises(DatabaseProblem, match="another version of the simulator"):
        Database(file)


@pytest.mark.parametrize("where", ["no/such/folder/world.db", "file/world.db", "."])
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DatabaseProblem, match="cannot be opened: unable to open database file"):
        Database(tmp_path / where)


def test_an_empty_file_becomes_a_world(file: Path) -> None:
    file.touch()
    with closing(Database(file)) as database:
        assert database.tally() == {}
        assert database.value("PRAGMA journal_mode") == "wal"


def test_a_transaction_is_undone_by_an_exception(database: Database) -> None:
    def half_way() -> None:
        with database.transaction():
            insert_tasks(database, [NewTask("post", "{}", "S", 0.0)])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_way()
    assert database.rows("SELECT * FROM tasks") == []
    add(database, 0)
    assert database.tally() == {0: 1}


def test_a_failed_commit_leaves_no_transaction_open(database: Database, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            add(database, 0)
        other.execute("ROLLBACK")
    assert add(database, 0) == [1]


def test_an_error_that_already_rolled_back_is_not_hidden_by_a_second_one(database: Database) -> None:
    database.execute(
        "CREATE TEMP TRIGGER woe BEFORE INSERT ON tasks BEGIN SELECT RAISE(ROLLBACK, 'full of woe'); END"
    )
    with pytest.raises(sqlite3.IntegrityError, match="full of woe"):
        add(database, 0)


def test_ids_are_never_used_twice(database: Database) -> None:
    assert add(database, 0, 0) == [1, 2]
    database.execute("DELETE FROM tasks")
    assert add(database, 0) == [3]


def test_the_tally_follows_own_changes(database: Database) -> None:
    add(database, 0, 0, 1, 3)
    assert database.tally() == {0: 2, 1: 1, 3: 1}
    database.execute("UPDATE tasks SET status = 2 WHERE id = 1")
    database.execute("UPDATE tasks SET status = NULL WHERE id = 2")
    database.execute("DELETE FROM tasks WHERE id = 3")
    add(database, 2)
    assert database.tally() == {-1: 1, 2: 2, 3: 1}


def test_the_tally_follows_other_processes(database: Database, file: Path) -> None:
    add(database, 0, 1)
    assert database.tally() == {0: 1, 1: 1}
    other_process(file, "INSERT INTO tasks(status) VALUES('2'), ('0'), (NULL)")
    assert database.tally() == {-1: 1, 0: 2, 1: 1, 2: 1}
    other_process(file, "INSERT OR REPLACE INTO tasks(id, status) VALUES(1, 3)")
    assert database.tally() == {-1: 1, 0: 1, 1: 1, 2: 1, 3: 1}


def test_the_change_mark_moves_with_every_change_and_only_then(database: Database, file: Path) -> None:
    first = database.change_mark()
    database.rows("SELECT * FROM tasks")
    assert database.change_mark() == first
    add(database, 0)
    second = database.change_mark()
    assert second != first
    other_process(file, "UPDATE tasks SET status = 1")
    assert database.change_mark() != second


def test_notes_are_kept(database: Database, file: Path) -> None:
    assert database.note("seed") is None
    database.set_note("seed", "5")
    database.set_note("seed", "6")
    with closing(Database(file)) as again:
        assert again.note("seed") == "6"


def test_a_status_written_as_text_stays_text(database: Database, file: Path) -> None:
    other_process(file, "INSERT INTO tasks(status, serial) VALUES('2', 'S')")
    assert database.rows("SELECT status, state FROM tasks") == [("2", 2)]
