"""A letter as it was sent, in braille or read aloud: made when its reader asks, where the machine has the programs; not kept."""

from itertools import chain

from childmaintenance.correspondence.braille import braille_file, in_lines
from childmaintenance.correspondence.sound import Sound, spoken
from childmaintenance.correspondence.terms import LetterRecord, Part


def letter_in_braille(letter: LetterRecord, *, language: str) -> bytes:
    """The letter in one of its languages as a BRF file. Raises NoBraille."""
    part = _part(letter, language)
    return braille_file(part.heading, _front(letter, part), part.blocks, language=part.language)


def letter_read_aloud(letter: LetterRecord, *, language: str) -> Sound:
    """The letter in one of its languages as sound. Raises NoSound."""
    part = _part(letter, language)
    said = [
        part.heading,
        *_front(letter, part),
        *(line.text for line in chain.from_iterable(map(in_lines, part.blocks))),
    ]
    return spoken("\n".join(_ended(line) for line in said if line), language=part.language)


def _part(letter: LetterRecord, language: str) -> Part:
    """The part in the language asked for, or the first."""
    return next((part for part in letter.parts if part.language == language), letter.parts[0])


def _front(letter: LetterRecord, part: Part) -> list[str]:
    return [part.written_on, f"{part.labels['reference']}: {letter.reference}", part.greeting]


def _ended(line: str) -> str:
    """With a full stop, so that a voice makes a pause."""
    return line if line[-1] in ".?!:;," else f"{line}."
