"""The programs of an open shop: started with one environment, watched, stopped together."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from config.stack.address import loopback_of
from config.stack.errors import StackError
from config.stack.paths import REPOSITORY, new_log
from config.stack.process import Program, kill_session, start_program, tail

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from config.stack.launcher import RunningStack

STOP_SIGNALS = ((signal.SIGTERM, 8.0),)


@dataclass(slots=True, kw_only=True)
class Shop:
    """What runs for one folder: the services and, above them, worker, scheduler and web server."""

    base: Path
    host: str
    port: int
    stack: RunningStack
    programs: list[Program] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The shop's address for a browser on this machine."""
        return f"http://{loopback_of(self.host)}:{self.port}/"

    def start(
        self,
        *,
        name: str,
        command: Sequence[str],
        role: str,
        stop_signals: Sequence[tuple[signal.Signals, float]] = STOP_SIGNALS,
        output: int | None = None,
        keep_open: Sequence[int] = (),
    ) -> Program:
        """Start a program; `role` tells settings what it is for (web, worker, beat, manage)."""
        program = start_program(
            name=name,
            command=command,
            log=new_log(self.base, name.lower().replace(" ", "-")),
            # After kill -9 the services stop at the same moment: there is nothing to finish.
            dies_with_parent=signal.SIGKILL,
            stop_signals=stop_signals,
            environment=program_environment(
                base=self.base,
                database_url=self.stack.database_url,
                redis_url=self.stack.redis_url,
                role=role,
                site_url=self.address,
            ),
            folder=REPOSITORY,
            output=output,
            keep_open=keep_open,
        )
        self.programs.append(program)
        return program

    def refuse_lost_programs(self) -> None:
        """Raise StackError when a program ended by itself."""
        for program in (*self.stack.programs, *self.programs):
            if program.ended:
                raise StackError(
                    f"{program.name} stopped by itself (exit {program.process.returncode}), so "
                    f"everything was stopped: see {program.log} and start again.",
                    log_tail=tail(program.log),
                )

    def close(self) -> None:
        """Stop the programs, last first, then the services they use."""
        while self.programs:
            self.programs[-1].stop()
            self.programs.pop()
        self.stack.stop()

    def kill_programs(self) -> None:
        """Kill the programs at once; the services still get to stop cleanly."""
        for program in self.programs:
            kill_session(program.process.pid)


def program_environment(
    *, base: Path, database_url: str, redis_url: str, role: str, site_url: str = ""
) -> Mapping[str, str]:
    """Return the environment of a program: where the services are and what it is for."""
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "HF_HUB_OFFLINE": "1",  # models come with installed packages; nothing asks a network
        # The links in letters lead to this shop, on whichever port it is open.
        **({"SITE_URL": site_url} if site_url else {}),
        **os.environ,
        "PYTHONUNBUFFERED": "1",
        "VITRINE_HOME": os.fspath(base),
        "VITRINE_ROLE": role,
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
    }
