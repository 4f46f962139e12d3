import pytest

from gui.web_address import Fault, fault_of, host_of


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/matrixdeck.json",
        "https://api.github.com/repos/o/r/releases/latest?x=1",
        "HTTPS://EXAMPLE.ORG",
        "http://localhost:8000/a",
        "http://127.0.0.1/a",
        "http://[::1]:8000/",
        "https://例え.jp/",
    ],
)
def test_what_may_be_asked(url):
    assert fault_of(url) is None


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("", Fault.OTHER_SCHEME),
        ("example.org", Fault.OTHER_SCHEME),
        ("javascript:alert(1)", Fault.OTHER_SCHEME),
        ("file:///etc/passwd", Fault.OTHER_SCHEME),
        ("ftp://example.org", Fault.OTHER_SCHEME),
        ("http://example.org", Fault.NOT_SECURE),
        ("http://localhost.example.org", Fault.NOT_SECURE),
        ("https://", Fault.NO_ADDRESS),
        ("https://[::1", Fault.NO_ADDRESS),
        ("https://example.org:0", Fault.NO_ADDRESS),
        ("https://example.org:99999", Fault.NO_ADDRESS),
        ("https://example.org%2eevil.example", Fault.NO_ADDRESS),
        (r"https://example.org\.evil.example", Fault.NO_ADDRESS),
        ("https://exam ple.org", Fault.NO_ADDRESS),
        ("https://example.org/\u202egpj", Fault.NO_ADDRESS),
        ("https://example.org/" + "x" * 2000, Fault.NO_ADDRESS),
        ("https://" + "ü" * 100, Fault.NO_ADDRESS),
        ("https://me:secret@example.org", Fault.USER_NAME),
        ("https://github.com@evil.example", Fault.USER_NAME),
    ],
)
def test_what_may_not(url, fault):
    assert fault_of(url) is fault


def test_a_browser_may_open_http_but_nothing_else():
    assert fault_of("http://example.org/page", to_open=True) is None
    for url in ("javascript:alert(1)", "file:///tmp/x", "smb://host/share", "data:text/html,x"):
        assert fault_of(url, to_open=True) is Fault.OTHER_SCHEME


def test_a_host_is_shown_as_it_is_looked_up():
    assert host_of("https://Example.ORG:8443/x") == "example.org"
    assert host_of("https://gіthub.com") == "xn--gthub-n2e.com"  # a Cyrillic i
    assert host_of("https://[::1") == host_of("nonsense") == ""
