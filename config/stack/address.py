"""The address the shop listens on: taken early, or refused in words."""

from __future__ import annotations

import errno
import socket

from config.stack.errors import StackError

EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - recognised here, not chosen


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket: the port is held while the shop gets ready, and visitors wait.

    Raises StackError when the address cannot be had.
    """
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(where)
            listener.listen()
        except OSError:
            listener.close()
            raise
    except OSError as error:
        raise StackError(refusal(host, port, error)) from None
    return listener


def refusal(host: str, port: int, error: OSError) -> str:
    """Return the sentence for an address that the system refuses."""
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken by another program: stop that, or choose another port, "
            f"as in `make run PORT={port + 1}`."
        )
    if isinstance(error, PermissionError):
        return (
            f"Port {port} is reserved for the system: choose one above 1023, "
            "as in `make run PORT=8001`."
        )
    return f"{host!r} is no address of this machine: use HOST=127.0.0.1 or HOST=0.0.0.0."


def loopback_of(host: str) -> str:
    """Return the host that reaches a server listening on `host` from this machine."""
    return "127.0.0.1" if host in EVERYWHERE else host
