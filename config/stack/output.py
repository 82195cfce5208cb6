"""What the launcher says in the terminal: steps, the final block, one sentence for a failure."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from config.stack.errors import StackError

NAME_WIDTH = 14


def say_step(name: str, detail: str, seconds: float) -> None:
    """Print one finished step."""
    print(f"  {name:<{NAME_WIDTH}} {detail} ({seconds:.1f} s)", flush=True)


def say(text: str) -> None:
    """Print a line."""
    print(text, flush=True)


def say_ready(*, address: str, email: str, password: str, seconds: float) -> None:
    """Print where the shop is and how its staff gets in."""
    rows = (
        ("Shop", address),
        ("Search", f"{address}search"),
        ("Admin", f"{address}admin/"),
        ("API", f"{address}api/docs/"),
        ("Staff login", email),
        ("Password", password),
    )
    width = max(len(value) for _, value in rows) + 15
    rule = "─" * width
    print(f"\n  ┌{rule}┐")
    headline = f"Vitrine is open ({seconds:.0f} s). Ctrl-C closes it."
    print(f"  │ {headline:<{width - 1}}│")
    print(f"  ├{rule}┤")
    for name, value in rows:
        print(f"  │ {name:<12} {value:<{width - 14}}│")
    print(f"  └{rule}┘\n", flush=True)


def say_failure(error: StackError) -> None:
    """Print what the failed program said last, then the one sentence on standard error."""
    if error.log_tail:
        say(f"\n{error.log_tail}\n")
    print(error, file=sys.stderr, flush=True)
