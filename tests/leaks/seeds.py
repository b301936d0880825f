"""How a leak is put into the running service: in a template, in an answer on its way out, in a function that a page asks."""

import base64
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.template import engines

from childmaintenance.cases import queries as cases
from childmaintenance.cases.actions import note_event
from childmaintenance.collection import queries as money
from childmaintenance.correspondence import queries as letters
from childmaintenance.foundation.logs import log
from childmaintenance.parties import queries as people
from tests.leaks.family import Family

Plant = Callable[[Family, pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Seed:
    """Where the leak is, who comes by, what it gives away, and how it is put there."""

    name: str
    reader: str
    address: str
    tells: str
    plant: Plant


def of(family: Family, name: str) -> str:
    """Somebody's party reference."""
    found = people.party_of_account(family.members[name].account)
    assert found is not None
    return found.reference


# ---- what may leak, asked of the real rooms ----


def street(family: Family) -> str:
    return people.contact(of(family, "catrin")).address


def postcode(family: Family) -> str:
    return people.contact(of(family, "catrin")).postcode


def phone(family: Family) -> str:
    return people.contact(of(family, "catrin")).phone


def email(family: Family) -> str:
    return people.contact(of(family, "catrin")).email


def safe_word(family: Family) -> str:
    return people.contact(of(family, "gareth")).safe_contact


def account_number(family: Family) -> str:
    bank = people.bank_account(of(family, "catrin"))
    assert bank is not None
    return bank.account_number


def sort_code(family: Family) -> str:
    bank = people.bank_account(of(family, "catrin"))
    assert bank is not None
    return "-".join((bank.sort_code[:2], bank.sort_code[2:4], bank.sort_code[4:]))


def born(family: Family) -> str:
    day = people.identity(of(family, "gareth")).date_of_birth
    assert day is not None
    return f"{day:%d/%m/%Y}"


def nino(family: Family) -> str:
    return people.identity(of(family, "gareth")).nino


def fear(family: Family) -> str:
    return " ".join(told.details for told in cases.safety(family.of_catrin).values())


def said_by_staff(family: Family) -> str:
    return " ".join(said.because for fact in cases.facts(family.of_catrin) for said in fact.said)


def other_family(family: Family) -> str:
    return people.party(of(family, "bethan")).full_name


def other_child(family: Family) -> str:
    return cases.case(family.of_bethan).children[0].first_name


def other_nights(family: Family) -> str:
    return "91 nights"


def on_the_payment(family: Family) -> str:
    references = [line.reference for line in money.statements_that_do_not_follow()]
    from childmaintenance.collection.models import (
        BankEntry,  # the seed reaches past the queries, as a careless page would
    )

    return " ".join([*map(str, references), *BankEntry.objects.values_list("words", flat=True)])


def signs_in_as(family: Family) -> str:
    from childmaintenance.accounts import queries as accounts

    return accounts.account(family.members["catrin"].account).email


# ---- how it comes out ----


def plain(text: str) -> str:
    return text


def spaced(text: str) -> str:
    return "\N{ZERO WIDTH SPACE}".join(text.upper())


def escaped(text: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in text)


def percent(text: str) -> str:
    return "".join(f"%{ord(sign):02X}" for sign in text)


def base64_of(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def script(text: str) -> str:
    return "".join(f"\\u{ord(sign):04x}" for sign in text)


def template(
    name: str, tells: Callable[[Family], str], around: str = "<p>{}</p>", as_: Callable[[str], str] = plain
) -> Plant:
    """A line more at the end of a template, as a careless hand would write it."""

    def plant(family: Family, patch: pytest.MonkeyPatch) -> None:
        env = engines["jinja2"].env
        source, _file, _fresh = env.loader.get_source(env, name)
        before, end, after = source.rpartition("{% endblock")
        line = around.replace("{}", "{{ (leak())|safe }}")
        changed = env.from_string(f"{before}{line}{end}{after}" if end else source + line)
        patch.setitem(env.globals, "leak", lambda: as_(tells(family)))
        changed.globals["leak"] = env.globals["leak"]
        patch.setitem(env.cache, (weakref.ref(env.loader), name), changed)

    return plant


def answer(where: str, change: Callable[[HttpResponse, Family], HttpResponse]) -> Plant:
    """A page of the parents' portal whose answer is changed on its way out."""

    def plant(family: Family, patch: pytest.MonkeyPatch) -> None:
        from importlib import import_module

        module = import_module(f"childmaintenance.portals.parents.pages.{where}")
        real = module.page
        patch.setattr(module, "page", lambda *given, **more: change(real(*given, **more), family))

    return plant


def header(name: str, tells: Callable[[Family], str]) -> Callable[[HttpResponse, Family], HttpResponse]:
    def change(response: HttpResponse, family: Family) -> HttpResponse:
        response[name] = tells(family).replace("\n", " ")
        return response

    return change


def cookie(response: HttpResponse, family: Family) -> HttpResponse:
    # A registered name: any other would not leave the house at all.
    response.set_cookie("choices", postcode(family).replace(" ", "-"))
    return response


def onward(response: HttpResponse, family: Family) -> HttpResponse:
    return HttpResponse(status=302, headers={"Location": f"/payments?near={quote(postcode(family))}"})


def logged(response: HttpResponse, family: Family) -> HttpResponse:
    log.info("page made", where=street(family).replace("\n", " "))
    return response


def patched(target: str, make: Callable[[Any, Family], Any]) -> Plant:
    def plant(family: Family, patch: pytest.MonkeyPatch) -> None:
        from importlib import import_module

        module, _, name = target.rpartition(".")
        found = import_module(f"childmaintenance.{module}")
        patch.setattr(found, name, make(getattr(found, name), family))

    return plant


def named_after_the_street(real: Any, family: Family) -> Any:
    """A statement made out to the other parent's address."""
    return lambda statements, **more: real([replace(one, name=street(family)) for one in statements], **more)


def lines_with_bank_words(real: Any, family: Family) -> Any:
    return lambda kind, side: f"{real(kind, side)}: {on_the_payment(family)}"


def other_letters_paper(real: Any, family: Family) -> Any:
    """The PDF of another reader's letter under one's own reference."""
    [first, *_] = letters.letters_of(of(family, "catrin"))
    return lambda reference: real(first.reference)


def filename(real: Any, family: Family) -> Any:
    return lambda text: f"{real(text)}-{postcode(family).replace(' ', '')}"


def timeline(family: Family, patch: pytest.MonkeyPatch) -> None:
    """A line of the timeline with words in it, shown as it was kept."""

    def careless(real: Any, _family: Family) -> Any:
        return lambda kind, told, **more: real(kind, told, **more) or str(told)

    note_event(case=family.of_catrin, kind="found", because=said_by_staff(family))
    patched("portals.parents.pages.words.happened", careless)(family, patch)


def nobodys_check(real: Any, family: Family) -> Any:
    """Letters are given to whoever asks."""
    return lambda request, reference: letters.letter(reference)


@contextmanager
def planted(seed: Seed, family: Family) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        seed.plant(family, patch)
        yield
