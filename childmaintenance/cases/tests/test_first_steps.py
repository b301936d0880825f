"""A first step that somebody wanted kept: opened once, by its reference, in its time."""

import datetime as dt
import json

import pytest

from childmaintenance.cases import first_steps, jobs
from childmaintenance.cases.eligibility import ChildAsked
from childmaintenance.cases.first_steps import FirstStepTold
from childmaintenance.cases.models import FirstStep
from childmaintenance.cases.terms import Side
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor

pytestmark = pytest.mark.django_db
NIA = Actor("person", "U-NIA")
TOLD = FirstStepTold(
    side=Side.RECEIVING,
    nation="wales",
    live_together="no",
    i_live_in_uk="yes",
    they_live_in_uk="not_known",
    court_order="yes",
    court_order_on=dt.date(2020, 5, 4),
    children=(
        ChildAsked(date_of_birth=dt.date(2016, 3, 1)),
        ChildAsked(date_of_birth=dt.date(2009, 3, 1), in_education=True),
    ),
    worries=("risk",),
)


def test_it_comes_back_as_it_was_said_and_only_once():
    reference = first_steps.keep(told=TOLD)
    assert first_steps.take(reference=reference, by=NIA) == TOLD
    assert first_steps.take(reference=reference, by=NIA) is None
    assert not FirstStep.objects.exists()


def test_it_is_found_however_it_is_typed():
    reference = first_steps.keep(told=FirstStepTold())
    assert first_steps.take(reference=f" {reference.lower().replace('-', ' ')} ", by=NIA) == FirstStepTold()


@pytest.mark.parametrize("typed", ["", "F-7K3F-92QX-M", "C-7K3F-92QX-M", "F\x00", "F" * 5000])
def test_what_was_never_given_opens_nothing(typed):
    first_steps.keep(told=TOLD)
    assert first_steps.take(reference=typed, by=NIA) is None
    assert FirstStep.objects.exists()


def test_it_is_forgotten_after_28_days():
    with clock.travel(dt.date(2026, 4, 1)):
        reference = first_steps.keep(told=TOLD)
        assert first_steps.kept_until(reference).date() == dt.date(2026, 4, 29)
    with clock.travel(dt.date(2026, 4, 28)):
        jobs.start_of_day(clock.today())
        assert first_steps.kept_until(reference)
    with clock.travel(dt.date(2026, 4, 30)):
        assert first_steps.kept_until(reference) is None
        assert first_steps.take(reference=reference, by=NIA) is None
        jobs.start_of_day(clock.today())
    assert not FirstStep.objects.exists()


def test_it_can_be_forgotten_at_once():
    reference = first_steps.keep(told=TOLD)
    first_steps.forget(reference=reference)
    assert first_steps.kept_until(reference) is None


def test_neither_the_table_nor_the_audit_holds_the_reference():
    reference = first_steps.keep(told=TOLD)
    row = FirstStep.objects.get()
    assert reference not in row.digest + json.dumps(row.told)
    first_steps.take(reference=reference, by=NIA)
    assert reference not in " ".join(line.about + line.why for line in audit.trail(by=NIA.reference))
