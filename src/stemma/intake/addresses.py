"""The guard before the network: which addresses may be spoken to at all."""

import ipaddress
import socket
from collections.abc import Callable

AddressCheck = Callable[[str], bool]


def is_public(address: str) -> bool:
    """Say whether an IP address belongs to the public internet, also behind IPv6 forms that carry an IPv4 address.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("fe80::1")
    (True, False, False, False)
    """
    try:
        parsed = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = (
            parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None) or _nat64(parsed)
        )
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def resolve(host: str, port: int, is_allowed: AddressCheck = is_public) -> tuple[str | None, str]:
    """Give the one address that a host will be spoken to at, or None and why not.

    The name is looked up once, so that it cannot mean another machine when the connection is made; where any of its
    addresses is not allowed, none is.

    >>> resolve("127.0.0.1", 80)
    (None, 'leads to 127.0.0.1, which is not on the public internet')
    """
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        return None, f"leads nowhere: no address is known for {host}"
    refused = next((address for address in found if not is_allowed(address)), None)
    if refused is not None:
        return None, f"leads to {refused}, which is not on the public internet"
    return (found[0], "") if found else (None, f"leads nowhere: no address is known for {host}")


def _nat64(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    is_nat64 = address in ipaddress.IPv6Network("64:ff9b::/96")
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if is_nat64 else None
