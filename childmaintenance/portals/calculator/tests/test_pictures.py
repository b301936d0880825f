"""What the drawings say in words beside them is what the law gives, worked out here again and not from the drawing."""

import datetime as dt
import re
from dataclasses import replace
from html import unescape

import pytest

from childmaintenance.foundation import clock
from childmaintenance.foundation.language import pounds
from childmaintenance.law.edges import income_lines
from childmaintenance.law.liability import Child, Facts, ReceivingParent, assess
from childmaintenance.law.provision import in_force
from childmaintenance.portals.calculator.tests.walking import Visitor
from childmaintenance.values import Money, Territory

pytestmark = pytest.mark.django_db
ON = dt.date(2026, 11, 2)
SUM = r"£([\d,]+\.\d\d)"


@pytest.fixture(autouse=True)
def on_a_day_of_the_law():
    with clock.travel(ON):
        yield


def facts(nights: int = 0, territory: Territory = Territory.GB) -> Facts:
    """The family of `walking.ANSWERS`: two children, no others, six hundred pounds a week."""
    return Facts(
        receiving_parents=(ReceivingParent("A", (Child(nights), Child(nights))),),
        territory=territory,
        gross_weekly_income=Money.of(600),
    )


def amount(one: Facts) -> str:
    return pounds(assess(one, on=ON).weekly["A"].in_pence)


def rows(page: str, header: str) -> list[list[str]]:
    """The cells of the first table whose first heading has these words."""
    for table in re.findall(r"<table.*?</table>", page, re.S):
        if header in unescape(table):
            body = re.search(r"<tbody.*?</tbody>", table, re.S)[0]
            return [
                [
                    " ".join(unescape(re.sub(r"<[^>]+>", " ", cell)).split())
                    for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.S)
                ]
                for row in re.findall(r"<tr.*?</tr>", body, re.S)
            ]
    raise AssertionError(f"no table with {header!r}")


@pytest.mark.parametrize(("prefix", "header"), [("", "Income by the week"), ("/cy", "Incwm yr wythnos")])
@pytest.mark.parametrize(
    ("nation", "territory"), [("wales", Territory.GB), ("northern_ireland", Territory.NI)], ids=["GB", "NI"]
)
def test_each_band_of_income_has_the_laws_amounts_at_both_its_ends(prefix, header, nation, territory):
    page = Visitor(prefix=prefix).calculate(nation={"nation": nation}).page
    bands = rows(page, header)
    begins = [Money.of(re.findall(SUM, band[0])[0].replace(",", "")) for band in bands]
    lines = sorted({first for _name, first in income_lines(facts(territory=territory), in_force(ON, territory))})
    assert begins == [Money.of(0), *lines], "a band begins at nought and at each line of the law"
    for band in bands:
        ends = [Money.of(one.replace(",", "")) for one in re.findall(SUM, band[0])]
        wanted = [amount(replace(facts(territory=territory), gross_weekly_income=end)) for end in ends]
        said = [f"£{one}" for one in re.findall(SUM, band[2])]
        assert said == list(dict.fromkeys(wanted)), band


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_dot_is_said_in_words(prefix):
    words = Visitor(prefix=prefix).calculate().words
    assert f"£600.00 {'yr wythnos' if prefix else 'a week'}" in words
    assert amount(facts()) == "£96.00" and "£96.00" in words


@pytest.mark.parametrize(
    ("least", "label"),
    [
        (0, "Fewer than 52"),
        (52, "52 to 103"),
        (104, "104 to 155"),
        (156, "156 to 174"),
        (175, "175 nights a year or more"),
    ],
)
def test_each_bar_of_nights_has_the_laws_amount(least, label):
    bars = rows(Visitor().calculate().page, "Nights")
    [bar] = [bar for bar in bars if re.search(rf"\b{label}\b", bar[0])]
    assert amount(facts(nights=least)) in bar[1]
