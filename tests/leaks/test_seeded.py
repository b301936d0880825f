"""The test of the test: every known leak that is put in is found, and without it nothing is."""

import pytest
from django.core import mail

from childmaintenance.correspondence import actions as correspondence
from childmaintenance.correspondence import notices
from childmaintenance.correspondence import queries as letters
from childmaintenance.correspondence.terms import Kind
from childmaintenance.foundation import clock
from tests.leaks.canaries import bare, found_in
from tests.leaks.crawler import crawl
from tests.leaks.family import STORY, Family
from tests.leaks.known_leaks import SEEDS
from tests.leaks.reading import leaks
from tests.leaks.seeds import Seed, of, planted, street


def address(seed: Seed, family: Family) -> str:
    filled = {"catrin": family.of_catrin, "decision": family.references()["decision"][0]}
    for name in ("catrin", "gareth"):
        filled[f"letter of {name}"] = letters.letters_of(of(family, name))[0].reference
    found = seed.address
    for part, value in filled.items():
        found = found.replace(f"{{{part}}}", value)
    return found


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.name for seed in SEEDS])
def test_a_known_leak_is_found(family, seed):
    page = address(seed, family)
    before = crawl(family, seed.reader, [page], follow=False)
    assert not before.leaks
    with planted(seed, family):
        found = crawl(family, seed.reader, [page], follow=False).leaks
    assert any(bare(seed.tells) in bare(line) for line in found), found


def test_a_leak_in_an_e_mail_is_found(family, monkeypatch):
    real = notices._message

    def careless(to, languages):
        message = real(to, languages)
        message.body += street(family)
        return message

    monkeypatch.setattr(notices, "_message", careless)
    mail.outbox = []
    today = clock.today()
    facts = {"reader": "R", "other_parent": "Gareth", "children": ["Osian"], "received_on": today, "answer_by": today}
    letter = correspondence.write_letter(
        kind=Kind.APPLICATION_RECEIVED,
        to=of(family, "bethan"),
        case=family.of_bethan,
        facts=facts,
        key="again",
        by=STORY,
    )
    correspondence.tell_of_letter(letter=letter, by=STORY)
    [email] = mail.outbox
    found = leaks(family.reader("nobody"), "an e-mail", [("body", email.body)], family.canaries)
    assert any("zycatrinstreet" in line for line in found)


def test_a_number_is_found_as_a_whole_and_words_however_they_are_written(family):
    [account] = [canary for canary in family.canaries if canary.text == "10733441"]
    assert found_in("107-334 41", [account])
    assert not found_in("9107334412", [account])
    assert len({canary.bare for canary in family.canaries}) == len(
        {canary.text.casefold() for canary in family.canaries}
    )


def test_there_are_enough_of_them():
    assert len(SEEDS) >= 20
    assert len({seed.name for seed in SEEDS}) == len(SEEDS)
