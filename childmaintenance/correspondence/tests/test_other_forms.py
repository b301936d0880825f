"""Every kind of letter in braille and read aloud, in both languages, where this machine has the programs."""

import pytest

from childmaintenance.correspondence.braille import CELLS, LINES, can_make_braille, in_lines
from childmaintenance.correspondence.other_forms import letter_in_braille, letter_read_aloud
from childmaintenance.correspondence.queries import letter
from childmaintenance.correspondence.sound import can_speak
from childmaintenance.correspondence.tests.samples import every_letter
from childmaintenance.correspondence.tests.stories import given_a_family, given_contact, write

pytestmark = pytest.mark.django_db
NAMES = sorted(every_letter())


@pytest.mark.parametrize("name", NAMES)
def test_every_block_of_every_letter_has_its_words(name: str) -> None:
    family = given_a_family()
    given_contact(family.gareth, language="both")
    for part in letter(write(family, name)).parts:
        for block in part.blocks:
            assert all(line.text.strip() for line in in_lines(block)), block["type"]


@pytest.mark.skipif(not can_make_braille(), reason="this machine has no lou_translate")
@pytest.mark.parametrize("name", NAMES)
def test_every_letter_in_braille(name: str) -> None:
    family = given_a_family()
    given_contact(family.gareth, language="both")
    written = letter(write(family, name))
    english, welsh = (letter_in_braille(written, language=language).decode("ascii") for language in ("en", "cy"))
    assert english != welsh
    for page in (english + welsh).split("\f")[:-1]:
        rows = page.split("\r\n")[:-1]
        assert len(rows) == LINES and max(map(len, rows)) <= CELLS


@pytest.mark.skipif(not can_speak(), reason="this machine has no espeak-ng")
def test_a_letter_read_aloud_lasts_as_long_as_its_words_take() -> None:
    family = given_a_family()
    given_contact(family.gareth, language="cy")
    heard = letter_read_aloud(letter(write(family, NAMES[0])), language="en")
    assert heard.seconds > 20 and heard.content, "in Welsh, since it is in no other language"
