"""One page from one address: resolved once, checked, read up to a limit; every redirect is checked like the first."""

from time import monotonic
from typing import NamedTuple
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError
from urllib3.util import Timeout, Url, parse_url

from stemma.intake.addresses import AddressCheck, is_public, resolve
from stemma.intake.rules import IntakeRules
from stemma.model import Refusal

_HEADERS = {
    "User-Agent": "stemma (reads single pages that a user names)",
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.9, application/json;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Fetched(NamedTuple):
    """A page as it came: the address it came from in the end, its bytes, its media type."""

    url: str
    content: bytes
    media_type: str


class _Step(NamedTuple):
    """What one request gave: the page, the next address, or why there is neither."""

    page: Fetched | None = None
    location: str | None = None
    reason: str = ""


def fetch(url: str, rules: IntakeRules | None = None, is_allowed: AddressCheck = is_public) -> Fetched | Refusal:
    """Give the page at an http(s) address, or a refusal that says why not; `is_allowed` decides which machines may be asked."""
    limits = rules or IntakeRules()
    deadline = monotonic() + limits.longest_fetch
    address = url
    for _ in range(limits.redirects + 1):
        step = _request(address, limits, is_allowed, deadline)
        if step.page is not None:
            return step.page
        if step.location is None:
            return Refusal(subject=url, reason=step.reason)
        address = urljoin(address, step.location)
    return Refusal(subject=url, reason=f"redirects more than {limits.redirects} times")


def _request(address: str, rules: IntakeRules, is_allowed: AddressCheck, deadline: float) -> _Step:
    try:
        parsed = parse_url(address)
    except HTTPError:
        return _Step(reason=f"is no address that can be read: {address}")
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        return _Step(reason=f"leads to {parsed.scheme or 'no'}: only http and https are read")
    if parsed.auth:
        return _Step(reason="has a name or password in it; such addresses are not read")
    host = parsed.host.strip("[]")
    port = parsed.port or (443 if parsed.scheme == "https" else 80)
    machine, reason = resolve(host, port, is_allowed)
    if machine is None:
        return _Step(reason=reason)
    try:
        with _pool(parsed.scheme, machine, port, host, rules) as pool:
            return _ask(pool, address, parsed, rules, deadline)
    except (HTTPError, OSError, ValueError) as error:
        return _Step(reason=f"could not be fetched: {_first_cause(error)}")


def _pool(scheme: str, machine: str, port: int, host: str, rules: IntakeRules) -> urllib3.HTTPConnectionPool:
    """Give a connection to exactly this machine; over TLS the certificate is checked for the host's name."""
    timeout = Timeout(connect=rules.timeout, read=rules.timeout)
    if scheme == "https":
        return urllib3.HTTPSConnectionPool(
            machine, port, timeout=timeout, server_hostname=host, assert_hostname=host, cert_reqs="CERT_REQUIRED"
        )
    return urllib3.HTTPConnectionPool(machine, port, timeout=timeout)


def _ask(pool: urllib3.HTTPConnectionPool, address: str, parsed: Url, rules: IntakeRules, deadline: float) -> _Step:
    response = pool.request(
        "GET",
        parsed.request_uri,
        headers={**_HEADERS, "Host": parsed.netloc or ""},
        redirect=False,
        retries=False,
        preload_content=False,
    )
    try:
        location = response.headers.get("Location")
        if response.status in _REDIRECTS and location:
            return _Step(location=location)
        if response.status != 200:
            return _Step(
                reason=f"was answered with {response.status} {response.reason or ''}".strip()
                + "; save the page and give the file"
            )
        pieces, size = [], 0
        for piece in response.stream(1 << 16, decode_content=True):
            size += len(piece)
            if size > rules.largest_page:
                return _Step(reason=f"is too large: more than {rules.largest_page // 1_000_000} MB")
            if monotonic() > deadline:
                return _Step(reason=f"took longer than {rules.longest_fetch:.0f} seconds")
            pieces.append(piece)
        media_type = response.headers.get("Content-Type", "application/octet-stream")
        return _Step(page=Fetched(address, b"".join(pieces), media_type))
    finally:
        response.close()


def _first_cause(error: BaseException) -> str:
    """Give the innermost reason of an error in one line."""
    reason = getattr(error, "reason", None)
    cause = reason if isinstance(reason, BaseException) else error
    return (str(cause).splitlines() or [type(cause).__name__])[0][:160]
