"""References: read aloud without doubt, and a slip of the hand is caught."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.foundation.identifiers import ALPHABET, as_typed, is_reference, new_reference

references = st.builds(new_reference, st.sampled_from(["C", "P", "RC", "APP"]), groups=st.sampled_from([2, 3, 4]))


@given(references)
def test_a_new_reference_is_one(reference: str) -> None:
    assert is_reference(reference)
    assert is_reference(reference, reference.split("-")[0])
    assert not is_reference(reference, "ZZ")


@given(references, st.data())
def test_any_one_wrong_character_is_caught(reference: str, data: st.DataObject) -> None:
    start = reference.index("-") + 1
    place = data.draw(st.sampled_from([i for i in range(start, len(reference)) if reference[i] != "-"]))
    other = data.draw(st.sampled_from([letter for letter in ALPHABET if letter != reference[place]]))
    assert not is_reference(reference[:place] + other + reference[place + 1 :])


@given(references, st.data())
def test_any_two_neighbours_swapped_are_caught(reference: str, data: st.DataObject) -> None:
    head, body = reference.split("-", 1)
    letters = body.replace("-", "")
    place = data.draw(st.integers(0, len(letters) - 2))
    swapped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
    rebuilt = "-".join([head, *(swapped[i : i + 4] for i in range(0, len(swapped), 4))])
    assert is_reference(rebuilt) == (letters[place] == letters[place + 1])


@given(references)
def test_another_kind_of_thing_is_not_taken_for_this_one(reference: str) -> None:
    head, body = reference.split("-", 1)
    assert not is_reference(f"{'D' if head != 'D' else 'E'}-{body}")


@pytest.mark.parametrize(
    "typed",
    ["", "C", "C-", "C-7K3F-92QX", "c-7k3f-92qx-m", "C-7K3F-92QX-MM", "C-IIII-LLLL-O", "C-7K3F-92QX-M\n", "\u202e"],
)
def test_what_is_no_reference_is_refused(typed: str) -> None:
    assert not is_reference(typed)


@given(references)
def test_it_may_be_typed_carelessly(reference: str) -> None:
    assert as_typed(reference.lower().replace("-", " ")) == reference
    assert as_typed(reference.replace("-", "").replace("0", "O").replace("1", "l")) == reference


def test_words_are_left_alone() -> None:
    assert as_typed("  Catrin Rees ") == "Catrin Rees"


@pytest.mark.parametrize("prefix", ["", "c", "CASE", "1"])
def test_a_prefix_is_one_to_three_capitals(prefix: str) -> None:
    with pytest.raises(ValueError, match="capital letters"):
        new_reference(prefix)
