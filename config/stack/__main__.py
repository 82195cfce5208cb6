"""`python -m config.stack run | exec -- COMMAND | check`: what the Makefile calls."""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

from config.stack.borrow import run_with_stack
from config.stack.errors import StackError
from config.stack.findings import print_findings
from config.stack.output import say_failure
from config.stack.paths import home
from config.stack.process import dying_with
from config.stack.supervisor import run_shop

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGHEST_PORT = 65_535


class OneSentenceParser(argparse.ArgumentParser):
    """A parser that refuses wrong arguments in one sentence, without the usage in front."""

    def error(self, message: str) -> NoReturn:
        """Raise StackError with the parser's message."""
        raise StackError(f"{message[:1].upper()}{message[1:]} (`python -m config.stack --help`).")


def main(arguments: Sequence[str]) -> int:
    """Run one subcommand; a StackError becomes one sentence on standard error, and exit 1."""
    try:
        return dispatch(build_parser().parse_args(arguments))
    except StackError as error:
        say_failure(error)
        return 1


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = OneSentenceParser(prog="python -m config.stack", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    run = verbs.add_parser("run", help="open the shop and keep it open")
    run.add_argument("--host", default="127.0.0.1")
    run.add_argument("--port", default="8000")
    run.add_argument(
        "--with-parent",
        action="store_true",
        help="close when the program that started this one ends, even by kill -9",
    )
    borrow = verbs.add_parser("exec", help="run a command with the services started")
    borrow.add_argument("command", nargs=argparse.REMAINDER)
    verbs.add_parser("check", help="say what would stop a start")
    return parser


def dispatch(chosen: argparse.Namespace) -> int:
    """Do what the arguments ask for; return the exit code."""
    if chosen.verb == "exec":
        command = chosen.command[1:] if chosen.command[:1] == ["--"] else chosen.command
        if not command:
            raise StackError(
                "No command was given: write `python -m config.stack exec -- COMMAND`."
            )
        return run_with_stack(base=home(), command=command)
    if chosen.verb == "check":
        return print_findings(base=home())
    port = port_number(chosen.port)
    if chosen.with_parent:
        dying_with(parent=os.getppid(), number=signal.SIGTERM)()
    run_shop(base=home(), host=chosen.host, port=port)
    return 0


def port_number(text: str) -> int:
    """Return the port, or refuse what is none."""
    if not text.isdecimal() or not 0 < int(text) <= HIGHEST_PORT:
        raise StackError(
            f"PORT={text} is no port: choose a number from 1024 to {HIGHEST_PORT}, "
            "as in `make run PORT=8001`."
        )
    return int(text)


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without UTF-8 still gets its words
    sys.exit(main(sys.argv[1:]))
