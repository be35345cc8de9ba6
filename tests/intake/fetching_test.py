"""Addresses are fetched from allowed machines alone, within limits; the guard is overridden for a server on this machine."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from stemma.intake.fetching import Fetched, _pool, fetch
from stemma.intake.rules import IntakeRules
from stemma.model import Refusal

PAGE = b"<html><body><p>Rain fell.</p></body></html>"


class Answers(BaseHTTPRequestHandler):
    """A small site: pages, redirects of several sorts, a page too large, a packed page that unfolds."""

    def do_GET(self):
        routes = {
            "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
            "/moved": (302, {"Location": "/page"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/inward": (302, {"Location": "http://10.0.0.1/secret"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/large": (200, {"Content-Type": "text/html"}, b"x" * 300_000),
            "/bomb": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(b"x" * 5_000_000)),
            "/torn": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, b"no gzip at all"),
        }
        status, headers, content = routes.get(self.path, (404, {}, b"no"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def on_this_machine(address: str) -> bool:
    return address == "127.0.0.1"


RULES = IntakeRules(largest_page=100_000, timeout=3.0)

REFUSED = [
    ("/loop", "redirects more than 5 times", "a circle of redirects ends"),
    ("/inward", "10.0.0.1", "a redirect is checked like the first address"),
    ("/file", "only http and https", "a redirect cannot leave the web"),
    ("/large", "too large", "a page over the limit is left"),
    ("/bomb", "too large", "what a page unfolds to counts"),
    ("/torn", "could not be fetched", "a torn packing is a reason"),
    ("/none", "404", "an answer that is no page is a reason"),
]


def test_a_page_is_fetched_with_its_media_type(site):
    fetched = fetch(f"{site}/page", RULES, on_this_machine)

    assert fetched == Fetched(f"{site}/page", PAGE, "text/html; charset=utf-8")


def test_a_redirect_is_followed_and_the_last_address_kept(site):
    fetched = fetch(f"{site}/moved", RULES, on_this_machine)

    assert isinstance(fetched, Fetched)
    assert fetched.url == f"{site}/page"


@pytest.mark.parametrize(("path", "said", "why"), REFUSED, ids=[case[-1] for case in REFUSED])
def test_refused(site, path, said, why):
    refused = fetch(f"{site}{path}", RULES, on_this_machine)

    assert isinstance(refused, Refusal)
    assert said in refused.reason
    assert "\n" not in refused.reason


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:1/",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "https://0x7f000001/",
        "http://user:word@example.invalid/",
        "http://",
    ],
)
def test_the_guard_refuses_what_is_not_public(url):
    assert isinstance(fetch(url, RULES), Refusal)


def test_a_closed_port_is_a_reason():
    refused = fetch("http://127.0.0.1:9/", RULES, on_this_machine)

    assert isinstance(refused, Refusal)
    assert "could not be fetched" in refused.reason


def test_over_tls_the_machine_is_the_checked_one_and_the_certificate_the_hosts():
    with _pool("https", "93.184.216.34", 443, "echo.example", RULES) as pool:
        connection = pool._new_conn()

        assert (connection.host, connection.server_hostname, connection.assert_hostname) == (
            "93.184.216.34",
            "echo.example",
            "echo.example",
        )
        assert connection.cert_reqs == "CERT_REQUIRED"
