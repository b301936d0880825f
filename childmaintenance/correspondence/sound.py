"""Words as a sound file, spoken by a program of this machine where it has one. We neither bring it nor need it.

`espeak-ng` speaks English and Welsh. `lame` or `opusenc` make its long file short; without either it stays as it is.
"""

import re
import shutil
import subprocess
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from childmaintenance.foundation.language import ENGLISH, WELSH

PROGRAM: Final = "espeak-ng"
VOICES: Final = {ENGLISH: "en-gb", WELSH: "cy"}
WORDS_A_MINUTE: Final = "145"
"""Slower than the program's own 175: it is heard once, and some listeners are distressed."""
SHORTENED: Final = (
    ("lame", ".mp3", ("--quiet", "-m", "m", "-b", "40")),
    ("opusenc", ".opus", ("--quiet", "--speech", "--bitrate", "24")),
)
"""Programs that make it short, the one whose files the most machines play first."""
AS_SPOKEN: Final = ".wav"
KINDS: Final = {".mp3": "audio/mpeg", ".opus": "audio/ogg", ".wav": "audio/wav"}
SECONDS: Final = 300
POUNDS: Final = re.compile(r"£([\d,]+)(?:\.(\d\d))?")
PER_CENT: Final = re.compile(r"(\d)\s?%")
PHONE: Final = re.compile(r"(?<![\d£,.])0\d[\d ]{6,}\d(?!\d)")
SAID: Final = {ENGLISH: ("pounds", "per cent"), WELSH: ("punt", "y cant")}


class NoSound(Exception):
    """This machine cannot speak, or the program did not do what it should."""


@dataclass(frozen=True)
class Sound:
    """A sound file, the ending of its name, and how long it lasts."""

    content: bytes
    ending: str
    seconds: int


def can_speak() -> bool:
    """Whether this machine has the program."""
    return shutil.which(PROGRAM) is not None


def spoken(text: str, *, language: str) -> Sound:
    """The text read aloud. Raises NoSound."""
    with TemporaryDirectory() as folder:
        read, told = Path(folder) / f"spoken{AS_SPOKEN}", Path(folder) / "words.txt"
        told.write_text(as_said(text, language=language), encoding="utf-8")
        _run([PROGRAM, "-v", VOICES[language], "-s", WORDS_A_MINUTE, "-f", str(told), "-w", str(read)])
        seconds = _length(read)
        for name, ending, how in SHORTENED:
            if shutil.which(name):
                short = read.with_suffix(ending)
                _run([name, *how, str(read), str(short)])
                return Sound(short.read_bytes(), ending, seconds)
        return Sound(read.read_bytes(), AS_SPOKEN, seconds)


def as_said(text: str, *, language: str) -> str:
    """Figures as people say them: the amount before its unit, and each digit of a phone number by itself."""
    pounds, per_cent = SAID[language]

    def amount(found: re.Match[str]) -> str:
        whole, pence = found[1].strip(",").replace(",", ""), found[2]
        comma = "," if found[1].endswith(",") else ""
        return f"{whole} {pounds}{f' {int(pence)}' if pence and int(pence) else ''}{comma}"

    text = PHONE.sub(lambda found: ", ".join(" ".join(part) for part in found[0].split()), text)
    return PER_CENT.sub(rf"\1 {per_cent}", POUNDS.sub(amount, text))


def _length(read: Path) -> int:
    try:
        with wave.open(str(read), "rb") as heard:
            seconds = heard.getnframes() // heard.getframerate()
    except (OSError, EOFError, wave.Error, ZeroDivisionError) as failed:
        raise NoSound(f"{PROGRAM} left no sound") from failed
    if not seconds:
        raise NoSound(f"{PROGRAM} said nothing")
    return seconds


def _run(command: Sequence[str]) -> None:
    program = shutil.which(command[0]) or command[0]
    try:
        subprocess.run([program, *command[1:]], capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 -- our words
    except (OSError, subprocess.SubprocessError) as failed:
        raise NoSound(f"{command[0]}: {type(failed).__name__}") from failed
