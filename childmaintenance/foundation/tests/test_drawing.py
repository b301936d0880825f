"""Forms drawn with the upstream macros: ids, links, hints, errors, and nothing that was typed becomes markup."""

import re

import pytest
from django import forms as django_forms

from childmaintenance.foundation import forms, language
from childmaintenance.foundation.forms.macros import error_summary
from childmaintenance.foundation.tests.gallery import EveryField, OneField

EVIL = "\"><script>alert(1)</script>'&"


def test_every_field_is_drawn_with_its_label_and_without_asterisks():
    page = str(EveryField())
    for name, field in EveryField.base_fields.items():
        assert str(field.label) in page, name
    assert "*" not in page
    assert " required" not in page
    assert "maxlength=" not in page.replace("data-maxlength", "")


def test_every_error_leads_to_an_input_that_exists():
    form = EveryField({"contact": "other", "born-day": "1", "born-year": "1985"})
    page = str(form)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    links = [problem["href"] for problem in error_summary(form)]
    assert len(links) > 12
    for link in links:
        assert re.search(rf'<(input|textarea)[^>]*\bid="{re.escape(link[1:])}"', page), link
    assert "#id_born-month" in links
    assert "#id_contact" not in links  # it was answered; what it opened was not
    assert "#id_other_way" in links
    assert "#id_benefits" in links


def test_errors_stand_in_the_order_of_the_page():
    problems = [problem["text"] for problem in error_summary(EveryField({}))]
    assert problems[:3] == ["Enter your full name", "Enter your date of birth", "Enter how many children"]


def test_only_the_boxes_at_fault_are_marked():
    page = str(OneField({"born-day": "1", "born-month": "", "born-year": "2019"}))
    marked = re.findall(r'class="[^"]*govuk-input--error[^"]*" id="([^"]+)"', page)
    assert marked == ["id_born-month"]


def test_hints_and_errors_belong_to_their_inputs():
    page = str(EveryField({"sort_code": "1"}))
    assert 'aria-describedby="id_sort_code-hint id_sort_code-error"' in page
    assert 'id="id_sort_code-hint"' in page
    assert 'id="id_sort_code-error"' in page


@pytest.mark.parametrize(
    "wanted",
    [
        'id="id_full_name" name="full_name" type="text" spellcheck="false" autocomplete="name"',
        'autocomplete="bday-day"',
        'autocomplete="postal-code"',
        'autocomplete="email"',
        'autocomplete="tel"',
        'type="tel"',
        'type="email"',
        'inputmode="decimal"',
        '<div class="govuk-input__prefix" aria-hidden="true">£</div>',
        'data-aria-controls="conditional-id_contact-3"',
        'data-behaviour="exclusive"',
        'data-maxlength="200"',
    ],
)
def test_attributes_that_help_people_type(wanted):
    assert wanted in str(EveryField())


def test_the_only_question_is_the_heading():
    page = str(OneField())
    assert re.search(r"<legend[^>]*fieldset__legend--l[^>]*>\s*<h1[^>]*>\s*When was the child born\?", page)
    apart = OneField()
    apart.heading_apart = True
    assert re.search(r'<legend class="[^"]*visually-hidden', str(apart))


def test_nothing_typed_becomes_markup():
    form = EveryField({"full_name": EVIL, "anything_else": EVIL, "born-day": EVIL, "contact": EVIL, "number": EVIL})
    page = str(form) + "".join(problem["text"] for problem in error_summary(form))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_message_with_markup_in_it_stays_text():
    class Echo(forms.Form):
        word = forms.Text()

        def clean_word(self):
            raise django_forms.ValidationError(f"We do not know {self.cleaned_data['word']}")

    assert "<script>" not in str(Echo({"word": EVIL}))


def test_typed_text_is_shown_again_as_it_was_typed():
    page = str(
        EveryField({"income": "£12,34", "postcode": " cf101e", "benefits": ["uc"], "worried": "yes", "agreed": "on"})
    )
    for value in ('value="£12,34"', 'value=" cf101e"'):
        assert value in page
    assert re.search(r'name="benefits" type="checkbox" value="uc" checked', page)
    assert re.search(r'name="worried" type="radio" value="yes" checked', page)


def test_forms_of_a_library_are_drawn_too():
    class Other(django_forms.Form):
        word = django_forms.CharField(max_length=10)
        pick = django_forms.ChoiceField(choices=[("a", "A")])
        text = django_forms.CharField(widget=django_forms.Textarea, required=False)
        file = django_forms.FileField()
        secret = django_forms.CharField(widget=django_forms.HiddenInput, initial="kept")

    page = str(Other({"word": "x" * 11}))
    for sign in ("govuk-input", "govuk-select", "govuk-textarea", "govuk-file-upload", 'type="hidden"'):
        assert sign in page


def test_a_password_is_never_sent_back():
    class Door(django_forms.Form):
        password = django_forms.CharField(
            widget=django_forms.PasswordInput(render_value=True, attrs={"autocomplete": "current-password"})
        )

    page = str(Door({"password": "once typed"}))
    assert "govuk-password-input" in page
    assert 'autocomplete="current-password"' in page
    assert "once typed" not in page


def test_numbers_of_characters_left_are_in_welsh():
    with language.in_language("cy"):
        page = str(EveryField())
    assert "Gallwch roi hyd at 200 nod" in page
    assert 'data-i18n.characters-under-limit.two="Mae gennych %{count} nod ar ôl"' in page
