"""The number on every payment: what it catches, and how it is found among other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.collection.payment_reference import (
    check_digit,
    is_payment_reference,
    new_payment_reference,
    references_in,
)

eleven = st.from_regex(r"\A[1-9][0-9]{10}\Z")
REFERENCE = "867936319828"


@given(eleven)
def test_every_wrong_digit_and_every_swap_of_neighbours_is_caught(digits: str) -> None:
    whole = digits + check_digit(digits)
    assert is_payment_reference(whole)
    for place in range(12):
        for wrong in "0123456789":
            if wrong != whole[place]:
                assert not is_payment_reference(whole[:place] + wrong + whole[place + 1 :])
    for place in range(11):
        if whole[place] != whole[place + 1]:
            swapped = whole[:place] + whole[place + 1] + whole[place] + whole[place + 2 :]
            assert not is_payment_reference(swapped)


def test_a_new_reference_is_twelve_digits_that_check_and_does_not_begin_with_nought() -> None:
    made = {new_payment_reference() for _ in range(500)}
    assert len(made) == 500
    assert all(is_payment_reference(one) and one[0] != "0" for one in made)


@pytest.mark.parametrize("text", ["", "86793631982", "8679363198281", "86793631982x", "٨٦٧٩٣٦٣١٩٨٢٨"])
def test_anything_else_is_not_a_reference(text: str) -> None:
    assert not is_payment_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        REFERENCE,
        f" {REFERENCE}",
        "8679 3631 9828",
        "8679-3631-9828",
        "867 936 319 828",
        f"REF:{REFERENCE}",
        f"Child maint {REFERENCE} April",
        "maintenance 8679 3631 9828, thanks",
        f"CMS/{REFERENCE}/GARETH",
    ],
)
def test_a_reference_is_found_among_other_words(text: str) -> None:
    assert references_in(text) == {REFERENCE}


@pytest.mark.parametrize(
    "text",
    [
        f"1{REFERENCE}",
        f"{REFERENCE}1",
        f"{REFERENCE[:11]}",
        "12-34-56 86793631982",
        "2026 8679 3631 9828 01",
        "86793631 9828 7777",
        "no digits at all",
    ],
)
def test_longer_runs_of_digits_are_not_cut_up(text: str) -> None:
    assert REFERENCE not in references_in(text)


def test_two_references_are_two() -> None:
    other = "123456789012"
    assert references_in(f"{REFERENCE} {other}x", "") == {REFERENCE, other}
    assert references_in(REFERENCE, other) == {REFERENCE, other}


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_upsets_it(words: str, end_to_end: str) -> None:
    assert all(len(one) == 12 and one.isdigit() for one in references_in(words, end_to_end))
