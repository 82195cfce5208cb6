"""Open the shop: services, tables, worker, scheduler, web; keep it open; close it in order."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from config.stack import commands, launcher
from config.stack.address import listen, loopback_of
from config.stack.errors import StackError
from config.stack.lock import refuse_second_holder
from config.stack.output import say, say_ready, say_step
from config.stack.paths import make_base
from config.stack.process import tail, wait_until_ready
from config.stack.shop import Shop
from config.stack.signals import StopRequested, hurry, stop_on_signals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from config.stack.launcher import RunningStack
    from config.stack.process import Program

LOOK_EVERY_S = 0.25
WEB_READY_WITHIN_S = 90.0
# A task lasts under 60 s and comes back when it is cut (acks_late), so closing need not wait for
# it: SIGTERM lets a short one finish, SIGQUIT returns the rest to the queue.
WORKER_STOP_SIGNALS = ((signal.SIGTERM, 10.0), (signal.SIGQUIT, 5.0))


def run_shop(*, base: Path, host: str, port: int) -> None:
    """Open the shop and keep it until a signal asks to close; raises StackError."""
    begun = time.monotonic()
    base = make_base(base)
    refuse_second_holder(base)
    with listen(host, port) as listener, stop_on_signals():
        try:
            say("\n  Vitrine is opening …")
            stack = launcher.start_stack(base=base, postgres_settings={})
            say_step("Services", describe(stack), time.monotonic() - begun)
            shop = Shop(base=base, host=host, port=port, stack=stack)
            keep_open(shop, listener=listener.fileno(), begun=begun)
        except StopRequested:
            say("  Closed. Everything is kept for the next start.")


def keep_open(shop: Shop, *, listener: int, begun: float) -> None:
    """Take the other steps of the start, then watch the programs; close them at the end."""
    try:
        open_shop(shop, listener=listener, begun=begun)
        while True:
            shop.refuse_lost_programs()
            time.sleep(LOOK_EVERY_S)
    except StopRequested:
        say("\n  Closing … (Ctrl-C again: without waiting for a task)")
        raise
    finally:
        with hurry(shop.kill_programs):
            shop.close()


def open_shop(shop: Shop, *, listener: int, begun: float) -> None:
    """Ready the tables and goods, start the programs, let the worker embed, show the address."""
    staff = prepare(shop)
    shop.start(
        name="Worker",
        command=commands.worker_command(),
        role="worker",
        stop_signals=WORKER_STOP_SIGNALS,
    )
    shop.start(name="Scheduler", command=commands.beat_command(shop.base), role="beat")
    web = shop.start(
        name="Web server",
        command=commands.web_command(listener=listener),
        role="web",
        keep_open=[listener],
    )
    run_to_end(shop, "Embedding", commands.django_command("embed", "--wait"))
    await_web(shop, web)
    say_ready(
        address=shop.address,
        email=staff["email"],
        password=staff["password"],
        seconds=time.monotonic() - begun,
    )


def prepare(shop: Shop) -> dict[str, str]:
    """Run the preparing program, telling its steps; return the staff login."""
    program = shop.start(
        name="Preparing the shop",
        command=commands.prepare_command(shop.base),
        role="manage",
        output=subprocess.PIPE,
    )
    staff, error = read_events(program.process.stdout or ())
    code = program.process.wait()
    shop.programs.remove(program)
    if error:
        raise StackError(error)
    if code != 0 or staff is None:
        raise StackError(
            f"Preparing the shop failed (exit {code}): see {program.log}.",
            log_tail=tail(program.log),
        )
    return staff


def read_events(lines: Iterable[bytes]) -> tuple[dict[str, str] | None, str]:
    """Tell each step as it ends; return the staff login and the error, whichever came."""
    staff: dict[str, str] | None = None
    error = ""
    for line in lines:
        event: dict[str, Any] = json.loads(line)
        if "step" in event:
            say_step(event["step"], event["detail"], event["seconds"])
        staff = event.get("staff", staff)
        error = event.get("error", error)
    return staff, error


def run_to_end(shop: Shop, name: str, command: Sequence[str]) -> None:
    """Run a program that writes to the terminal until it ends, watching the others meanwhile."""
    program = shop.start(name=name, command=command, role="manage", output=sys.stdout.fileno())
    shop.programs.remove(program)
    try:
        while not program.ended:
            shop.refuse_lost_programs()
            time.sleep(LOOK_EVERY_S)
    except BaseException:
        program.stop(patient=False)
        raise
    if program.process.returncode != 0:
        raise StackError(
            f"{name} failed (exit {program.process.returncode}): see {program.log}.",
            log_tail=tail(program.log),
        )


def await_web(shop: Shop, web: Program) -> None:
    """Wait until the web server answers."""

    def ask() -> None:
        connection = http.client.HTTPConnection(loopback_of(shop.host), shop.port, timeout=10)
        try:
            connection.request("GET", "/livez")
            connection.getresponse().read()
        finally:
            connection.close()

    wait_until_ready(
        web, ask, failures=(OSError, http.client.HTTPException), seconds=WEB_READY_WITHIN_S
    )


def describe(stack: RunningStack) -> str:
    """Return which services were started here and which were given."""
    started = {program.name for program in stack.programs}
    database = "PostgreSQL" if "PostgreSQL" in started else "PostgreSQL (DATABASE_URL)"
    broker = "Valkey" if "Valkey" in started else "Redis (REDIS_URL)"
    return f"{database} and {broker}"
