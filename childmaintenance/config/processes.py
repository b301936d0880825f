"""The programs that ./run demo keeps running: started together, watched, started again once if killed, stopped together."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from childmaintenance.config.places import ROOT
from childmaintenance.config.refusal import Refused

STOP_SECONDS = 15
PARENT_DIED = 1  # PR_SET_PDEATHSIG of prctl(2)


@dataclass
class Program:
    """One program: its name for people, its command, what it knows of the environment, and where its words go."""

    name: str
    command: list[str]
    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    deaths: list[float] = field(default_factory=list)

    def start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as words:
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env={**os.environ, **self.environment, "PYTHONUNBUFFERED": "1"},
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                start_new_session=True,  # Ctrl-C is for us, and we stop them in order
                preexec_fn=ends_with_us,  # noqa: PLW1509 -- ./run has one thread
            )

    def stop(self) -> None:
        """Ask it to end, and end it and its children if it does not."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def last_words(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:]) if self.log.exists() else ""


class Programs:
    """Several programs that live and end together."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say
        self.all: list[Program] = []

    def start(self, program: Program) -> None:
        program.start()
        self.all.append(program)

    def look_after(self) -> None:
        """Start again what was killed; Refused if it dies again within a minute."""
        for program in self.all:
            if program.process is None or program.process.poll() is None:
                continue
            now = time.monotonic()
            program.deaths = [moment for moment in program.deaths if moment > now - 60] + [now]
            how = ending(program.process.returncode)
            if len(program.deaths) > 2:
                raise Refused(
                    f"{program.name} {how} three times within a minute. Its log is {program.log}:\n\n{program.last_words()}"
                )
            self.say(f"{program.name} {how} and was started again.")
            program.start()

    def stop(self) -> None:
        """Stop the newest first, so that nothing is left without what it needs."""
        for program in reversed(self.all):
            program.stop()


def ending(code: int) -> str:
    """How a program ended, in words."""
    return f"was killed ({signal.Signals(-code).name})" if code < 0 else f"stopped by itself (status {code})"


def ends_with_us() -> None:
    """Called in a new program: ask the kernel to end it when ./run is killed without a chance to stop it. Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DIED, signal.SIGTERM)


def port_is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether one can listen there."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
