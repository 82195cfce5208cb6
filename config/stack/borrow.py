"""Run one command with the services: the running ones, or ones started for as long as it lasts."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING

from config.stack import launcher, services
from config.stack.errors import StackError
from config.stack.process import dying_with
from config.stack.shop import program_environment
from config.stack.signals import StopRequested, stop_on_signals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from config.stack.launcher import RunningStack
    from config.stack.services import Services

STOP_WITHIN_S = 10.0


def run_with_stack(*, base: Path, command: Sequence[str]) -> int:
    """Run the command and return its exit code; raises StackError when nothing could be started."""
    found = services.running(base)
    if found is not None:
        replace_process(command, environment(base, found))
    with stop_on_signals():
        try:
            stack = launcher.start_stack(base=base, postgres_settings={})
            return run_in_foreground(command, stack)
        except StopRequested:
            return 128 + signal.SIGTERM


def run_in_foreground(command: Sequence[str], stack: RunningStack) -> int:
    """Run the command in this terminal, where Ctrl-C is its own business, then stop the stack."""
    try:
        child = subprocess.Popen(
            command,
            env=environment(stack.base, stack),
            preexec_fn=dying_with(parent=os.getpid(), number=signal.SIGKILL),  # noqa: PLW1509 - no threads
        )
    except OSError as error:
        stack.stop()
        raise StackError(not_startable(command, error)) from error
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # after the start, so that the child has it
        return exit_code(child.wait())
    finally:
        end(child)
        stack.stop()


def end(child: subprocess.Popen[bytes]) -> None:
    """End the command if it still runs."""
    child.terminate()
    try:
        child.wait(STOP_WITHIN_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def environment(base: Path, found: RunningStack | Services) -> Mapping[str, str]:
    """Return the environment of the command."""
    return program_environment(
        base=base,
        database_url=found.database_url,
        redis_url=found.redis_url,
        role=os.environ.get("VITRINE_ROLE", "manage"),
    )


def replace_process(command: Sequence[str], variables: Mapping[str, str]) -> None:
    """Become the command."""
    try:
        os.execvpe(command[0], list(command), dict(variables))  # noqa: S606 - no shell is wanted
    except OSError as error:
        raise StackError(not_startable(command, error)) from error


def not_startable(command: Sequence[str], error: OSError) -> str:
    """Return the sentence for a command that the system cannot run."""
    return f"The command {command[0]!r} cannot be run ({(error.strerror or str(error)).lower()})."


def exit_code(returned: int) -> int:
    """Return the shell's code for a program that ended with a code or by a signal."""
    return returned if returned >= 0 else 128 - returned
