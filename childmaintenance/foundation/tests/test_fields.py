"""What may be typed into each field, what it becomes, and what is said when it cannot."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as st

from childmaintenance.foundation import clock, forms, language
from childmaintenance.foundation.forms.safe_text import UnsafeText, safe_text, storable
from childmaintenance.values.money import Money


def refusal(field, value) -> str:
    with pytest.raises(ValidationError) as found:
        field.clean(value)
    (message,) = found.value.messages
    return message


# ---- Names and text ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Siân O’Neill-Ó Súilleabháin", "Siân O’Neill-Ó Súilleabháin"),
        ("  Anna   Maria ", "Anna Maria"),
        ("d'Arcy", "d'Arcy"),
        ("Ng", "Ng"),
        ("X", "X"),
        ("أحمد بن علي", "أحمد بن علي"),
        ("שָׁלוֹם", "שָׁלוֹם"),
        ("Nguyễn Thị", "Nguyễn Thị"),
        ("Zoe\u0308", "Zoë"),  # one way of writing each letter
        ("\u202dJo\u202c", "Jo"),  # a phone's invisible marks around what was copied
        ("A\u200bnna\u00ad", "Anna"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # a joiner that the script needs
        ("Robert'); DROP TABLE parties;--", "Robert'); DROP TABLE parties;--"),
        ("a" * 150, "a" * 150),
    ],
)
def test_names_are_kept_as_people_write_them(typed, kept):
    assert forms.FullName().clean(typed) == kept


@pytest.mark.parametrize("typed", ["A\x00nna", "A\x1b[31m", "A\ud800", "A\ue000", "A\U000e0fff", "Z̷͙̗͉͙̗a"])
def test_what_cannot_be_written_down_is_refused_with_a_reason(typed):
    assert "has a character that we cannot use" in refusal(forms.FullName(), typed)


def test_a_name_of_ten_thousand_letters_is_told_how_long_it_may_be():
    assert refusal(forms.FullName(), "a" * 10_000) == "Full name must be 150 characters or fewer. You typed 10000."


def test_nothing_or_only_spaces_is_missing():
    for nothing in ("", "   ", "\u200b\u200b", None):
        assert refusal(forms.FullName(missing="Enter your full name"), nothing) == "Enter your full name"


def test_long_text_keeps_its_lines_and_counts_them_once():
    assert forms.LongText(most=3).clean("a\r\nb") == "a\nb"
    assert forms.LongText().clean("a\n\n\n\n\nb  \n") == "a\n\nb"
    assert forms.Text().clean("a\nb") == "a b"


@given(st.text(max_size=300))
@example("\u0344" * 4)
@example("\ufb2c\u05bc")
def test_safe_text_is_stable_and_storable(text):
    try:
        once = safe_text(text, lines=True)
    except UnsafeText:
        return
    assert safe_text(once, lines=True) == once
    assert "\x00" not in once
    once.encode()


@given(st.text(alphabet=st.characters(), max_size=50))
def test_anything_can_be_stored_until_it_is_right(text):
    kept = storable(text, 20)
    assert len(kept) <= 20
    assert "\x00" not in kept
    kept.encode()


# ---- Dates -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        (("5", "4", "2026"), date(2026, 4, 5)),
        (("05", "04", "2026"), date(2026, 4, 5)),
        (("29", "2", "2024"), date(2024, 2, 29)),
        (("1", "April", "2026"), date(2026, 4, 1)),
        (("1", "apr.", "2026"), date(2026, 4, 1)),
        (("1", "Ebrill", "2026"), date(2026, 4, 1)),
        (("1", "Awst", "2026"), date(2026, 8, 1)),
        (("1", "CHWEFROR", "2026"), date(2026, 2, 1)),
    ],
)
def test_dates_as_people_type_them(typed, becomes):
    assert forms.Date().clean(typed) == becomes


@pytest.mark.parametrize(
    ("typed", "says", "parts"),
    [
        (("", "", ""), "Enter your date of birth", ("day", "month", "year")),
        (("1", "2", ""), "Date of birth must include a year.", ("year",)),
        (("", "2", "2000"), "Date of birth must include a day.", ("day",)),
        (("", "", "2000"), "Date of birth must include a day and month.", ("day", "month")),
        (("1", "", ""), "Date of birth must include a month and year.", ("month", "year")),
        (("31", "2", "2000"), "must be a real date", ("day", "month", "year")),
        (("29", "2", "2023"), "must be a real date", ("day", "month", "year")),
        (("0", "2", "2000"), "must be a real date", ("day", "month", "year")),
        (("1", "1", "0000"), "must be a real date", ("day", "month", "year")),
        (("1", "13", "2000"), "The month must be a number from 1 to 12", ("month",)),
        (("1", "Ma", "2000"), "The month must be a number from 1 to 12", ("month",)),
        (("1", "Ju", "2000"), "The month must be a number from 1 to 12", ("month",)),
        (("1", "2", "85"), "The year must be 4 numbers", ("year",)),
        (("1", "2", "99999"), "The year must be 4 numbers", ("year",)),
        (("1", "2", "٢٠٢٠"), "The year must be 4 numbers", ("year",)),
        (("1", "2", "1899"), "must be 1 January 1900 or later", ("day", "month", "year")),
        (("1", "2", "9999"), "must be today or in the past", ("day", "month", "year")),
        (("1" * 500, "2", "2000"), "must be a real date", ("day", "month", "year")),
    ],
)
def test_absurd_dates_are_told_what_is_wrong_and_where(typed, says, parts):
    field = forms.Date(called="Date of birth", missing="Enter your date of birth", latest=clock.today)
    with pytest.raises(ValidationError) as found:
        field.clean(typed)
    assert says in found.value.messages[0]
    assert found.value.params["parts"] == parts


def test_a_limit_is_asked_on_the_day_and_not_when_the_form_was_written():
    field = forms.Date(latest=clock.today)
    with clock.travel(date(2030, 1, 1)):
        assert field.clean(("1", "1", "2030")) == date(2030, 1, 1)
    with clock.travel(date(2029, 12, 31)):
        assert "today or in the past" in refusal(field, ("1", "1", "2030"))


def test_a_date_that_nobody_needs_may_be_empty():
    assert forms.Date(required=False).clean(("", "", "")) is None
    assert "must include a year" in refusal(forms.Date(required=False), ("1", "1", ""))


@given(st.tuples(st.text(max_size=6), st.text(max_size=12), st.text(max_size=6)))
def test_no_typing_breaks_a_date(typed):
    try:
        forms.Date().clean(typed)
    except ValidationError as refused:
        assert refused.messages


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)))
def test_every_real_date_can_be_typed(day):
    assert forms.Date().clean((str(day.day), str(day.month), str(day.year))) == day
    assert forms.Date(latest=day - timedelta(days=1)) is not None


# ---- Money and numbers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("12", 1200),
        ("12.5", 1250),
        ("12.50", 1250),
        ("£1,234.56", 123456),
        (" £ 1 234 ", 123400),
        ("0", 0),
        ("007", 700),
    ],
)
def test_pounds_as_people_type_them(typed, pence):
    assert forms.Pounds().clean(typed) == Money.pence(pence)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("abc", "must be a number"),
        ("-5", "cannot be less than £0"),
        ("−5", "cannot be less than £0"),
        ("1.234", "must be in pounds and pence"),
        ("1,23", "must be a number"),
        ("1e9", "must be a number"),
        ("٣", "must be a number"),
        ("NaN", "must be a number"),
        ("9" * 14, "must be £999,999.99 or less"),
        ("9" * 60, "must be a number"),
        ("1000000", "must be £999,999.99 or less"),
    ],
)
def test_what_is_no_amount_says_why(typed, says):
    assert says in refusal(forms.Pounds(called="Weekly income"), typed)


@given(st.integers(min_value=0, max_value=99_999_999))
def test_every_amount_comes_back_as_it_was_shown(pence):
    field = forms.Pounds()
    assert field.clean(field.shown(Money.pence(pence))) == Money.pence(pence)
    assert field.clean(field.prepare_value(Money.pence(pence))) == Money.pence(pence)


def test_whole_numbers():
    field = forms.WholeNumber(called="Nights", highest=366)
    assert field.clean(" 104 ") == 104
    for typed in ("1.5", "-1", "x", "१"):
        assert "must be a whole number" in refusal(field, typed)
    for typed in ("367", "9" * 40):
        assert refusal(field, typed) == "Nights must be between 0 and 366."


# ---- Numbers that people are given -------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["AB 12 34 56 C", "ab123456c", "AB-12-34-56-C", "\u202dAB 123456 C\u202c"])
def test_national_insurance_numbers_in_any_spacing(typed):
    assert forms.NationalInsuranceNumber().clean(typed) == "AB123456C"


@pytest.mark.parametrize("typed", ["QQ123456C", "BG123456A", "AB12345C", "AB123456E", "AO123456A", "12345", "AB123456"])
def test_numbers_that_are_never_given_out(typed):
    assert "QQ\u00a012\u00a034\u00a056\u00a0C" in refusal(forms.NationalInsuranceNumber(), typed)


def test_bank_details_with_spaces_and_dashes():
    assert forms.SortCode().clean("30-94 30") == "309430"
    assert forms.SortCode().shown("309430") == "30-94-30"
    assert forms.AccountNumber().clean("0073 3445") == "00733445"
    assert forms.AccountNumber().clean("123456") == "123456"
    assert forms.RollNumber().clean("A.123/45-6 b") == "A.123/45-6 b"
    assert forms.RollNumber().clean("") == ""
    for field, typed in (
        (forms.SortCode(), "12345"),
        (forms.AccountNumber(), "12345"),
        (forms.AccountNumber(), "123456789"),
    ):
        assert "Enter a valid" in refusal(field, typed)
    assert "18 or fewer" in refusal(forms.RollNumber(), "x" * 19)


@pytest.mark.parametrize(
    "typed", ["01632 960 001", "+44 808 157 0192", "07700 900982", "(029) 2018 0123", "+353 20 913 1234"]
)
def test_phone_numbers_are_kept_as_typed(typed):
    assert forms.Phone().clean(typed) == typed


@pytest.mark.parametrize("typed", ["12", "phone", "0" * 30, "+999 12345678"])
def test_what_is_no_phone_number(typed):
    assert "Enter a phone number, like" in refusal(forms.Phone(), typed)


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("cf101ep", "CF10 1EP"),
        ("SW1A 1AA", "SW1A 1AA"),
        ("m1 1ae", "M1 1AE"),
        ("BT1-5GS", "BT1 5GS"),
        ("EC1A1BB", "EC1A 1BB"),
        ("w1a 0ax", "W1A 0AX"),
    ],
)
def test_postcodes_in_any_spacing(typed, becomes):
    assert forms.Postcode().clean(typed) == becomes


@pytest.mark.parametrize("typed", ["CF10", "CF10 1E", "12345", "QQ1 1AA", "CF10 1CO", "CF1000 1EP"])
def test_what_is_no_postcode(typed):
    assert refusal(forms.Postcode(), typed) == "Enter a full UK postcode, like CF10 1EP."


def test_email_addresses():
    assert forms.Email().clean(" anna@example.com ") == "anna@example.com"
    for typed in ("anna", "anna@", "a b@example.com", "@example.com"):
        assert "name@example.com" in refusal(forms.Email(), typed)


# ---- Choosing ----------------------------------------------------------------------------------------------------------


def test_one_of_several():
    field = forms.Choice(choices=[("a", "Apple"), ("b", "Bread")], missing="Select one")
    assert field.clean("a") == "a"
    assert refusal(field, "") == "Select one"
    assert refusal(field, "made up") == "Select one"
    assert field.shown("b") == "Bread"


def test_any_of_several_or_none():
    field = forms.Choices(
        choices=[("a", "Apple"), ("b", "Bread"), ("none", "None of these")], exclusive="none", missing="Select"
    )
    assert field.clean(["b", "a"]) == ["a", "b"]
    assert field.clean(["none"]) == ["none"]
    assert refusal(field, ["a", "none"]) == "Select what applies, or select “None of these”."
    assert refusal(field, []) == "Select"
    assert refusal(field, ["x"]) == "Select"
    assert field.shown(["a", "b"]) == "Apple\nBread"


class Reaching(forms.Form):
    """An option that opens a field."""

    how = forms.Choice(
        choices=[("post", "Post"), ("other", "Another way")], reveals={"other": "way"}, missing="Select how"
    )
    way = forms.Text(missing="Say which way", called="The way")

    def clean(self):
        assert self.cleaned_data.get("how") != "post" or self.cleaned_data["way"] is None
        return super().clean()


def test_what_an_option_opens_is_needed_only_while_it_is_chosen():
    assert Reaching({"how": "other"}).errors == {"way": ["Say which way"]}
    assert Reaching({"how": "other", "way": "Pigeon"}).is_valid()
    closed = Reaching({"how": "post", "way": "left over \x00"})
    assert closed.is_valid()
    assert closed.cleaned_data == {"how": "post", "way": None}


def test_answers_are_said_back():
    assert forms.shown(forms.Date(), date(2026, 4, 5)) == "5 April 2026"
    assert forms.shown(forms.Pounds(), Money.pence(123456)) == "£1,234.56"
    assert forms.shown(forms.Text(required=False), "") == "Not provided"
    assert forms.shown(forms.Choices(choices=[], required=False), []) == "Not provided"
    assert forms.shown(forms.Pounds(), Money.pence(0)) == "£0.00"
    assert forms.shown(forms.WholeNumber(), 0) == "0"
    assert forms.shown(forms.NationalInsuranceNumber(), "AB123456C") == "AB 12 34 56 C"
    with language.in_language("cy"):
        assert forms.shown(forms.Date(), date(2026, 4, 5)) == "5 Ebrill 2026"
        assert forms.shown(forms.Text(), "") == "Heb ei roi"


def test_messages_are_in_welsh():
    with language.in_language("cy"):
        assert refusal(forms.Date(called="Dyddiad geni"), ("1", "1", "")) == "Dyddiad geni: rhaid cynnwys y flwyddyn."
        assert refusal(forms.Postcode(), "x") == "Rhowch god post llawn yn y Deyrnas Unedig, fel CF10 1EP."
        assert refusal(forms.Text(), "") == "Mae angen ateb yma."  # Django's own sentence
