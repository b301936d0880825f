"""Stories at the front door of the calculator."""

import pytest

from childmaintenance.portals.calculator.tests.walking import Visitor

pytestmark = pytest.mark.django_db


def test_a_father_sees_what_he_would_pay_and_why():
    dad = Visitor().calculate()
    assert dad.figure == "£96.00"
    assert "You would pay" in dad.words
    assert "or £416.00 a month" in dad.words
    assert "16% of £600.00 a week" in dad.words
    assert "CSA 1991 Sch 1 para 2(1)" in dad.words
    assert "£115.20 a week" in dad.words
    assert "£92.16 a week" in dad.words
