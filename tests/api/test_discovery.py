"""Finding TikMatrix: what people type, what its port file says, and who really answers."""

import asyncio
from pathlib import Path

import pytest

from gui.api import discovery
from gui.api.address import parse_url
from gui.api.discovery import Candidate, candidates, discover, is_tikmatrix, probe
from gui.api.errors import PlanRefused, ServerError, TimedOut, Unreachable, Unreadable
from gui.api.schemas import License
from tests.api.raw import answering, http, talking
from tests.conftest import SimulatorProcess

PRO = http(b'{"code":0,"message":"","data":{"plan_name":"Pro","api_enabled":true,"device_limit":20}}')
STARTER = http(b'{"code":40301,"message":"Pro needed","data":null}')
PAGE = http(b"<!DOCTYPE html><html></html>")
NOWHERE = Path("/nonexistent")


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("50809", "http://localhost:50809"),
        (" localhost:50809 ", "http://localhost:50809"),
        ("localhost", "http://localhost:50809"),
        ("http://x/api/v1/", "http://x:50809"),
        ("http://x:80/api", "http://x:80"),
        ("HTTP://LocalHost:1/", "http://localhost:1"),
        ("192.168.1.5:6000", "http://192.168.1.5:6000"),
        ("::1", "http://[::1]:50809"),
        ("[::1]:70", "http://[::1]:70"),
        ("http://[::1]", "http://[::1]:50809"),
        ("my-pc.lan", "http://my-pc.lan:50809"),
        ("https://pc.example", "https://pc.example"),
        ("https://pc.example:8443/api/v1", "https://pc.example:8443"),
    ],
)
def test_what_a_person_types(typed: str, url: str) -> None:
    assert parse_url(typed) == url
    assert parse_url(url) == url


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("nonsense address", "host name"),
        ("http://", "host name"),
        ("ftp://localhost", "begin with http"),
        ("file:///etc/passwd", "begin with http"),
        ("localhost:0", "1 to 65535"),
        ("70000", "unreadable"),
        ("localhost:port", "unreadable"),
        ("http://[::1", "unreadable"),
        ("http://user:pw@localhost", "user name"),
        ("localhost/other", "nothing may follow"),
        ("localhost?x=1", "nothing may follow"),
        ("localhost#x", "nothing may follow"),
        ("999.1.1.1", "host name"),
        ("1.2.3", "host name"),
        ("-x-", "host name"),
        ("a..b", "host name"),
        ("x" * 300, "host name"),
        ("локалхост", "host name"),
        ("http://a_b", "host name"),
    ],
)
def test_nonsense_is_told_in_a_sentence(typed: str, word: str) -> None:
    with pytest.raises(ValueError, match=word) as info:
        parse_url(typed)
    assert str(info.value).endswith(".")


def write_port(folder: Path, content: bytes) -> None:
    folder.mkdir(parents=True)
    (folder / "port.txt").write_bytes(content)


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("win32", {"APPDATA": "{home}/roaming"}, "roaming"),
        ("win32", {}, "AppData/Roaming"),
        ("darwin", {}, "Library/Application Support"),
        ("linux", {}, ".local/share"),
        ("linux", {"XDG_DATA_HOME": "{home}/xdg"}, "xdg"),
        ("linux", {"XDG_DATA_HOME": "not/absolute"}, ".local/share"),
    ],
)
def test_the_port_file_is_found_on_every_system(
    tmp_path: Path, platform: str, environ: dict[str, str], folder: str
) -> None:
    write_port(tmp_path / folder / "com.tikmatrix", b"50900\n")
    environ = {name: value.format(home=tmp_path) for name, value in environ.items()}
    assert candidates(environ=environ, home=tmp_path, platform=platform) == [
        Candidate("http://localhost:50900", "port file"),
        Candidate("http://localhost:50809", "default"),
    ]


def of_linux(home: Path, explicit: str = "", saved: str = "") -> list[tuple[str, str]]:
    found = candidates(explicit, saved, environ={}, home=home, platform="linux")
    return [(one.url, one.source) for one in found]


def test_the_order_is_settings_port_files_default(tmp_path: Path) -> None:
    share = tmp_path / ".local/share"
    write_port(share / "com.aaa", b"3")
    write_port(share / "com.igmatrix", b"2")
    write_port(share / "com.tikmatrix", b" 1 ")
    write_port(share / "org.other", b"4")
    assert of_linux(tmp_path, saved="localhost:9") == [
        ("http://localhost:9", "settings"),
        ("http://localhost:1", "port file"),
        ("http://localhost:2", "port file"),
        ("http://localhost:3", "port file"),
        ("http://localhost:50809", "default"),
    ]


def test_an_address_is_tried_once_under_its_best_source(tmp_path: Path) -> None:
    write_port(tmp_path / ".local/share/com.tikmatrix", b"50809")
    assert of_linux(tmp_path, saved="50809") == [("http://localhost:50809", "settings")]


def test_only_the_command_line_counts_where_it_speaks(tmp_path: Path) -> None:
    write_port(tmp_path / ".local/share/com.tikmatrix", b"1")
    assert of_linux(tmp_path, "x:5", "y:6") == [("http://x:5", "command line")]
    with pytest.raises(ValueError, match="not an address"):
        of_linux(tmp_path, "no address", "y:6")


@pytest.mark.parametrize("content", [b"", b"port", b"-5", b"70000", b"\xff\xfe5", b"5" * 100, b"1.5"])
def test_a_damaged_port_file_is_passed_over(tmp_path: Path, content: bytes) -> None:
    write_port(tmp_path / ".local/share/com.tikmatrix", content)
    assert of_linux(tmp_path) == [("http://localhost:50809", "default")]


def test_an_unreadable_saved_address_and_a_folder_for_a_file_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".local/share/com.tikmatrix/port.txt").mkdir(parents=True)
    assert of_linux(tmp_path, saved="no address") == [("http://localhost:50809", "default")]


def test_a_data_folder_that_cannot_be_looked_into_is_passed_over() -> None:
    found = candidates(environ={"XDG_DATA_HOME": "/" + "x" * 5000}, home=NOWHERE, platform="linux")
    assert found == [Candidate("http://localhost:50809", "default")]


def test_a_port_of_zero_means_starting(tmp_path: Path) -> None:
    write_port(tmp_path / ".local/share/com.tikmatrix", b"0")
    assert candidates(environ={}, home=tmp_path, platform="linux") == [
        Candidate("http://localhost:50809", "port file", starting=True),
        Candidate("http://localhost:50809", "default"),
    ]


def test_this_machine_is_looked_at_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "USERPROFILE", "APPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    root = tmp_path / "Library/Application Support" if discovery.sys.platform == "darwin" else tmp_path
    write_port(root / "com.tikmatrix", b"1234")
    assert candidates()[0] == Candidate("http://localhost:1234", "port file")


async def test_a_probe_returns_what_it_found(shared_simulator: SimulatorProcess) -> None:
    plan = await probe(shared_simulator.url)
    assert isinstance(plan, License)
    assert is_tikmatrix(plan)
    async with answering(STARTER) as heard:
        answer = await probe(heard.url)
        assert isinstance(answer, PlanRefused)
        assert is_tikmatrix(answer)
    async with answering(http(b'{"code":50001,"message":"x"}')) as heard:
        answer = await probe(heard.url)
        assert isinstance(answer, ServerError)
        assert is_tikmatrix(answer)
    async with answering(PAGE) as heard:
        answer = await probe(heard.url)
        assert isinstance(answer, Unreadable)
        assert not is_tikmatrix(answer)
    gone = await probe(heard.url)
    assert isinstance(gone, Unreachable)
    assert not is_tikmatrix(gone)


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def test_a_probe_of_a_silent_port_ends() -> None:
    async with talking(silent) as port:
        assert isinstance(await probe(f"http://localhost:{port}", deadline=0.2), TimedOut)


async def test_the_first_that_answers_is_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with answering(PAGE) as page, answering(PRO) as pro, talking(silent) as default:
        monkeypatch.setattr(discovery, "DEFAULT_URL", f"http://localhost:{default}")
        write_port(tmp_path / ".local/share/com.tikmatrix", str(page.port).encode())
        write_port(tmp_path / ".local/share/com.igmatrix", str(pro.port).encode())
        found = await discover("", "localhost:1", environ={}, home=tmp_path, platform="linux")
        assert (found.url, found.source, found.starting) == (pro.url, "port file", False)
        assert isinstance(found.answer, License)


async def test_where_none_answers_the_likeliest_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with answering(PAGE) as page:
        pass
    monkeypatch.setattr(discovery, "DEFAULT_URL", page.url)
    found = await discover(environ={}, home=NOWHERE, platform="linux")
    assert (found.url, found.source, found.starting) == (page.url, "default", False)
    assert isinstance(found.answer, Unreachable)
    write_port(tmp_path / ".local/share/com.tikmatrix", b"0")
    found = await discover(environ={}, home=tmp_path, platform="linux")
    assert (found.url, found.source, found.starting) == (page.url, "port file", True)
    found = await discover("localhost:1", environ={}, home=tmp_path, platform="linux")
    assert (found.url, found.source, found.starting) == ("http://localhost:1", "command line", False)


async def test_a_search_that_is_given_up_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    async with talking(silent) as port:
        search = asyncio.create_task(discover(f"localhost:{port}"))
        await asyncio.sleep(0.05)
        search.cancel()
        with pytest.raises(asyncio.CancelledError):
            await search
