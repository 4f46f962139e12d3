"""What an address says of the newest version, asked over real sockets."""

import asyncio
import json
import ssl
import time

import pytest

from gui import __version__
from gui.api import releases
from gui.api.releases import NotTold, Trouble, Version, newest
from tests.api.raw import answering, http, talking

PAGE = "https://example.org/download"
OURS = {"version": "1.4.0", "url": PAGE, "notes": "Quicker."}
GITHUB = {
    "tag_name": "v1.4.0",
    "html_url": PAGE,
    "body": "Quicker.",
    "prerelease": False,
    "assets": [{}] * 50,
}


def body(value):
    return json.dumps(value).encode()


def at(port, path="/newest.json"):
    return f"http://127.0.0.1:{port}{path}"


async def asked(*answers, **options):
    async with answering(*answers) as heard:
        return await newest(at(heard.port), **options)


async def trouble_of(*answers, **options):
    with pytest.raises(NotTold) as caught:
        await asked(*answers, **options)
    return caught.value


@pytest.mark.parametrize("said", [OURS, GITHUB])
async def test_both_shapes_are_read(said):
    release = await asked(http(body(said)))
    assert (str(release.version), release.url, release.notes) == ("1.4.0", PAGE, "Quicker.")
    assert not release.is_pre


async def test_nothing_but_the_question_is_sent():
    async with answering(http(body(OURS))) as heard:
        await newest(at(heard.port, "/a?b=c"))
    (request,) = heard.requests
    first, *headers = request.decode().strip().split("\r\n")
    assert first == "GET /a?b=c HTTP/1.1"
    sent = dict(line.split(": ", 1) for line in headers)
    assert {name.lower() for name in sent} == {"host", "accept", "accept-encoding", "user-agent"}
    assert sent["User-Agent"] == f"MatrixDeck/{__version__}"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>not found</html>",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'\xff\xfe{"version": "1"}',
        body({"version": "1.4.0"}),
        body({"version": 1.4, "url": PAGE}),
        body({"version": "newest", "url": PAGE}),
        body({"version": "1." * 30 + "0", "url": PAGE}),
        body({"version": "9" * 5000, "url": PAGE}),
        body({"tag_name": None, "html_url": PAGE, "version": "1.4.0", "url": PAGE}),
    ],
    ids=range(12),
)
async def test_a_malformed_answer(content):
    assert (await trouble_of(http(content))).trouble is Trouble.UNREADABLE


@pytest.mark.parametrize(
    "page",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://",
        "https://u@example.org",
        "/download",
        "https://example.org/\nx",
    ],
)
async def test_a_page_that_is_none_is_refused_with_the_answer(page):
    assert (await trouble_of(http(body(OURS | {"url": page})))).trouble is Trouble.UNSAFE


async def test_a_huge_answer_is_cut_off():
    async def endless(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b" " * 65_536)
            await writer.drain()

    async with talking(endless) as port:
        with pytest.raises(NotTold) as caught:
            await newest(at(port))
    assert caught.value.trouble is Trouble.TOO_LARGE


async def test_a_packed_answer_is_not_unpacked():
    packed = http(b"\x1f\x8b" + b"0" * 50, headers=b"content-encoding: gzip\r\n")
    assert (await trouble_of(packed)).trouble is Trouble.UNREADABLE


@pytest.mark.parametrize("status", [204, 304, 403, 404, 500])
async def test_another_status_is_told(status):
    error = await trouble_of(http(b"" if status in {204, 304} else b"no", status))
    assert (error.trouble, error.detail) == (Trouble.REFUSED, f"HTTP {status}")


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "])
async def test_a_slow_one_is_given_up_at_the_deadline(head):
    async def dribble(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(head)
        while head:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)
        await reader.read()

    async with talking(dribble) as port:
        began = time.perf_counter()
        with pytest.raises(NotTold) as caught:
            await newest(at(port), deadline=0.3)
    assert caught.value.trouble is Trouble.TIMED_OUT
    assert time.perf_counter() - began < 3


async def test_nobody_there(unused_port):
    with pytest.raises(NotTold) as caught:
        await newest(at(unused_port))
    assert caught.value.trouble is Trouble.UNREACHABLE


async def test_somebody_who_speaks_no_http():
    assert (await trouble_of(b"220 mail.example ESMTP\r\n")).trouble is Trouble.UNREACHABLE


def redirect(target, status=302):
    return http(b"", status, headers=b"location: " + target.encode() + b"\r\n")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_followed_with_the_same_question(status):
    async with answering(redirect("/elsewhere?x=1", status), http(body(OURS))) as heard:
        assert str((await newest(at(heard.port))).version) == "1.4.0"
    assert heard.requests[1].startswith(b"GET /elsewhere?x=1 HTTP/1.1\r\n")


async def test_redirects_come_to_an_end():
    async with answering(redirect("/again")) as heard:
        with pytest.raises(NotTold) as caught:
            await newest(at(heard.port))
    assert caught.value.trouble is Trouble.UNSAFE
    assert len(heard.requests) == releases.MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    "target", ["http://example.org/x", "file:///etc/passwd", "ftp://example.org", "https://u:p@example.org/"]
)
async def test_a_redirect_to_what_may_not_be_asked(target):
    assert (await trouble_of(redirect(target))).trouble is Trouble.UNSAFE


@pytest.mark.parametrize("url", ["", "http://example.org/x", "file:///etc/passwd", "http://[::1"])
async def test_what_may_not_be_asked_is_not(url):
    with pytest.raises(NotTold) as caught:
        await newest(url)
    assert caught.value.trouble is Trouble.UNSAFE


async def test_a_redirect_never_leads_out_of_encryption(monkeypatch):
    asked = []

    class Line:
        def __init__(self, **options):
            assert options["verify"].verify_mode is ssl.CERT_REQUIRED

        async def __aenter__(self):
            return self

        async def __aexit__(self, *_):
            return None

        async def handle_async_request(self, request):
            asked.append(str(request.url))
            return releases.httpx.Response(302, headers={"Location": "http://localhost:1/x"}, content=b"")

    monkeypatch.setattr(releases.httpx, "AsyncHTTPTransport", Line)
    with pytest.raises(NotTold) as caught:
        await newest("https://example.org/x")
    assert caught.value.trouble is Trouble.UNSAFE
    assert asked == ["https://example.org/x"]


async def test_who_cannot_prove_who_he_is_is_not_believed():
    async def plain(reader, writer):
        await reader.read(100)
        writer.write(http(body(OURS)))
        await writer.drain()

    async with talking(plain) as port:
        with pytest.raises(NotTold) as caught:
            await newest(f"https://127.0.0.1:{port}/x")
    assert caught.value.trouble is Trouble.UNREACHABLE


async def test_the_proxy_of_the_system_is_used_but_never_for_this_machine(monkeypatch, unused_port):
    async with answering(http(b"no", 403)) as heard:
        proxies = dict.fromkeys(("http", "https"), f"http://127.0.0.1:{heard.port}")
        monkeypatch.setattr(releases, "getproxies", lambda: proxies)
        monkeypatch.setattr(releases, "proxy_bypass", lambda host: host == "inside.example")
        with pytest.raises(NotTold) as caught:
            await newest("https://example.org/newest.json")
        assert caught.value.trouble is Trouble.UNREACHABLE
        assert heard.requests[0].startswith(b"CONNECT example.org:443 HTTP/1.1\r\n")
        for url in (at(unused_port), f"https://localhost:{unused_port}/"):
            with pytest.raises(NotTold):
                await newest(url)
        assert len(heard.requests) == 1
    assert releases._proxy("https://inside.example/") is None


@pytest.mark.parametrize("address", ["", "socks5://127.0.0.1:1", "nonsense"])
def test_a_proxy_that_cannot_be_spoken_to_is_passed_over(monkeypatch, address):
    monkeypatch.setattr(releases, "getproxies", lambda: {"https": address})
    assert releases._proxy("https://example.org/") is None


async def test_notes_are_plain_words_of_some_lines():
    notes = "a\u202eb\x1b[31m\n" + "line\n" * 100
    release = await asked(http(body(OURS | {"notes": notes})))
    assert release.notes.splitlines()[0] == "ab[31m"
    assert len(release.notes.splitlines()) == releases.MOST_LINES
    assert (await asked(http(body(OURS | {"notes": ["x"]})))).notes == ""


async def test_what_is_marked_as_a_pre_release_is_one():
    assert (await asked(http(body(GITHUB | {"prerelease": True})))).is_pre
    assert (await asked(http(body(OURS | {"version": "1.4.0-rc1"})))).is_pre


def test_versions_in_their_order():
    texts = [
        "0.9",
        "1.0.dev3",
        "1.0a1",
        "1.0-beta",
        "1.0b2",
        "1.0.0-rc1",
        "1.0rc10",
        "v1.0",
        "1.0.post1",
        "1.0.1",
        "1.2",
        "1.10",
    ]
    versions = [Version(text) for text in texts]
    assert sorted(set(versions)) == versions
    assert [str(v) for v in versions if v.is_pre] == [
        "1.0.dev3",
        "1.0a1",
        "1.0-beta",
        "1.0b2",
        "1.0.0-rc1",
        "1.0rc10",
    ]


def test_versions_that_are_the_same():
    assert Version("v1.2.0") == Version("1.2") == Version("1.2+build.5")
    assert Version("1.0-RC.1") == Version("1.0rc1")
    assert hash(Version("1.2.0")) == hash(Version("1.2"))
    assert Version("1.2") != "1.2"


@pytest.mark.parametrize(
    "text", ["", "v", "1.", ".1", "1..2", "1.2.x", "one", "1.2 3", "１.２", "1.0-", "1,0"]
)
def test_what_is_no_version(text):
    with pytest.raises(ValueError, match="no version"):
        Version(text)
