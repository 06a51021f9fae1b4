"""Who may ask: pages of this very server, opened on this machine by whoever has its address.

A page elsewhere can send requests to a server on this machine. What keeps it from reading answers,
or from being answered by way of a name of its own that leads here (DNS rebinding), is that the
browser tells which server it asks (``Host``, RFC 9110), and which page asks (``Origin``, RFC 6454;
``Sec-Fetch-Site``, W3C Fetch Metadata).
"""

from email.message import Message

_OWN_SITES = ("same-origin", "none")


def own_hosts(port: int) -> frozenset[str]:
    """Return what this server may be called by whoever asks it."""
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


def is_allowed(headers: Message, port: int, *, is_page: bool) -> bool:
    """Whether a request is answered, as its headers tell where it comes from.

    A link elsewhere may lead to the page itself (``is_page``), and to nothing else.
    """
    hosts = own_hosts(port)
    # A request with two names for the server could mean either (RFC 9112, 3.2).
    names = [name.lower() for name in headers.get_all("Host", [])]
    if len(names) != 1 or names[0] not in hosts:
        return False
    origin = headers.get("Origin")
    if origin is not None and origin.lower() not in {f"http://{host}" for host in hosts}:
        return False
    site = headers.get("Sec-Fetch-Site")
    if site is None or site in _OWN_SITES:
        return True
    is_followed = headers.get("Sec-Fetch-Mode") == "navigate"
    return is_page and is_followed and headers.get("Sec-Fetch-Dest") == "document"
