"""Putting somebody in touch with an organisation that helps: offering it, what they said, and giving the sheet."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.cases.terms import CaseRecord, Side
from childmaintenance.foundation import audit, clock, forms
from childmaintenance.foundation.language import LANGUAGES, in_language
from childmaintenance.guidance.organisations.needs import Topic
from childmaintenance.guidance.terms import Nation
from childmaintenance.parties import queries as people
from childmaintenance.portals.casework import words
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.opening import opened
from childmaintenance.referrals import answers, offers, passing, queries
from childmaintenance.referrals.choosing import who_can_help
from childmaintenance.referrals.terms import (
    CannotDoThat,
    Item,
    NotForThem,
    NothingToTell,
    Passed,
    ReferralRecord,
    Said,
    Standing,
)
from childmaintenance.referrals.wording import asked

WHO_MAY = (Role.CASEWORKER, Role.TEAM_LEADER)
AGREED, DECLINED = "agreed", "declined"
NO_WAY = _("Tick at least one way to reach them")
STALE = _("That is not possible any more. This is how it stands now.")


class Needs(forms.Form):
    side = forms.Choice(label=_("Who wants help?"), choices=[], missing=_("Select who wants help"))
    topic = forms.Choice(label=_("With what?"), choices=[], missing=_("Select what they want help with"))
    nation = forms.Choice(label=_("Where do they live?"), choices=[], missing=_("Select where they live"))

    def __init__(self, *args: Any, people_named: dict[Side, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["side"].choices = [(side.value, f"{words.SIDES[side]}: {people_named[side]}") for side in Side]
        self.fields["topic"].choices = [(one.value, one.label) for one in Topic]
        self.fields["topic"].hints = {one.value: one.hint for one in Topic}  # type: ignore[attr-defined]
        self.fields["nation"].choices = [(one.value, one.label) for one in Nation]


class Offer(forms.Form):
    organisation = forms.Choice(label=_("Which organisation?"), choices=[], missing=_("Select an organisation"))
    items = forms.Choices(
        label=_("What would it be told?"),
        help_text=_("Only what it needs. The person can leave out any of it before they agree."),
        choices=[],
        missing=_("Select what it would be told"),
    )
    why = forms.LongText(
        label=_("What did they say they want help with?"),
        called=_("What they said"),
        help_text=_("They read this. It is not passed on."),
        most=500,
        missing=_("Enter what they said they want help with"),
    )

    def __init__(self, *args: Any, case: CaseRecord, side: Side, topic: Topic, nation: Nation, **options: Any) -> None:
        super().__init__(*args, **options)
        [(_topic, fit)] = who_can_help(case, side, {topic}, nation)
        self.fields["organisation"].choices = [(one.key, one.name) for one in fit]
        self.fields["organisation"].hints = {one.key: one.what for one in fit}  # type: ignore[attr-defined]
        known = offers.what_may_be_told(case.party(side), topic)
        self.fields["items"].choices = [(item.value, item.label) for item in known]
        self.fields["items"].hints = {item.value: words for item, words in known.items()}  # type: ignore[attr-defined]


class Answer(forms.Form):
    answer = forms.Choice(
        label=_("What did they say?"),
        choices=[(AGREED, _("They agree")), (DECLINED, _("They would rather not"))],
        missing=_("Select what they said"),
    )
    items = forms.Choices(label=_("What did they agree to?"), choices=[], required=False)
    how = forms.Choice(
        label=_("How did they say it?"),
        choices=[(one.value, one.label) for one in (Said.PHONE, Said.FACE_TO_FACE)],
        missing=_("Select how they said it"),
    )
    language = forms.Choice(
        label=_("In which language did you read the words out?"),
        choices=[("en", "English"), ("cy", "Cymraeg")],
        missing=_("Select the language"),
    )
    said_on = forms.Date(
        label=_("On which day?"),
        called=_("The day"),
        missing=_("Enter the day"),
        latest=clock.today,
        too_late=_("The day cannot be in the future."),
    )

    def __init__(self, *args: Any, record: ReferralRecord, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["items"].choices = [(item.value, item.label) for item in record.told]
        self.fields["items"].hints = {item.value: words for item, words in record.told.items()}  # type: ignore[attr-defined]


class TakenBack(forms.Form):
    how = forms.Choice(
        label=_("How did they take it back?"),
        choices=[(one.value, one.label) for one in (Said.PHONE, Said.FACE_TO_FACE)],
        missing=_("Select how they said it"),
    )


class Given(forms.Form):
    how = forms.Choice(
        label=_("How did you give it?"),
        choices=[(one.value, one.label) for one in Passed],
        missing=_("Select how you gave it"),
    )


@staff(*WHO_MAY)
def waiting(request: HttpRequest) -> HttpResponse:
    """What is agreed and must be given, and what an organisation must be told to forget."""
    found = queries.waiting()
    for one in found:
        audit.read(by=actor_of(request), about=one.party, why="read the referrals that wait", case=one.case)
    return page(request, "casework/referrals.html", {"referrals": found})


@staff(*WHO_MAY)
def offer(request: HttpRequest, reference: str) -> HttpResponse:
    """First who wants help with what, then with whom and what would be told. What was chosen travels in the form."""
    record = opened(request, reference, why="offering help")
    named = {side: people.party(record.party(side)).full_name for side in Side}
    needs = Needs(request.POST or None, people_named=named)
    context: dict[str, Any] = {"case": record, "needs": needs, "form": needs}
    if request.method != "POST" or not needs.is_valid():
        return page(request, "casework/offer_referral.html", context)
    said = needs.cleaned_data
    side, topic, nation = Side(said["side"]), Topic(said["topic"]), Nation(said["nation"])
    audit.read(by=actor_of(request), about=record.party(side), why="showed contact details", case=reference)
    sent = request.POST if "offer" in request.POST else None
    form = Offer(sent, case=record, side=side, topic=topic, nation=nation)
    if form.is_bound and form.is_valid():
        try:
            made = offers.offer(
                case=reference,
                side=side,
                organisation=form.cleaned_data["organisation"],
                topic=topic,
                items={Item(one) for one in form.cleaned_data["items"]},
                why=form.cleaned_data["why"],
                by=actor_of(request),
            )
        except NothingToTell:
            form.add_error("items", NO_WAY)
        except (CannotDoThat, NotForThem):
            form.add_error("organisation", _("This one is offered to them already, or does not fit any more"))
        else:
            messages.success(request, now("The offer is made. They see it when they sign in; nothing is sent."))
            return redirect("casework:referral", reference=made)
    context |= {"form": form, "offering": True, "hidden": said, "person": named[side], "topic": topic}
    return page(request, "casework/offer_referral.html", context)


@staff(*WHO_MAY)
def referral(request: HttpRequest, reference: str) -> HttpResponse:
    """One referral: what would be or was told, each step, and what can be done next."""
    record = _opened(request, reference)
    doing = request.POST.get("do", "")
    forms_shown = {
        "answer": Answer(request.POST if doing == "answer" else None, record=record, auto_id="id_answer_%s"),
        "taken_back": TakenBack(request.POST if doing == "taken_back" else None, auto_id="id_taken_back_%s"),
        "given": Given(request.POST if doing in ("hand_over", "told_to_forget") else None, auto_id="id_given_%s"),
    }
    sent = next((form for form in forms_shown.values() if form.is_bound), None)
    if sent is not None and sent.is_valid():
        try:
            _do(doing, record, sent.cleaned_data, request)
        except NothingToTell:
            sent.add_error("items", NO_WAY)
        except CannotDoThat:
            messages.error(request, STALE)
            return redirect("casework:referral", reference=reference)
        else:
            messages.success(request, now("It is written down."))
            return redirect("casework:referral", reference=reference)
    read_out = []
    for language in LANGUAGES if record.standing is Standing.OFFERED else ():
        with in_language(language):
            read_out.append((language, asked(record, tuple(record.told))))
    context = {
        "record": record,
        "person": people.party(record.party),
        "read_out": read_out,
        "form": sent,
        "said": {**dict(Said.choices), **dict(Passed.choices)},
        **forms_shown,
        "Standing": Standing,
    }
    return page(request, "casework/referral.html", context)


@staff(*WHO_MAY)
def sheet(request: HttpRequest, reference: str) -> HttpResponse:
    """The sheet to give, while their agreement stands. Its name says the day alone."""
    _opened(request, reference)
    try:
        pdf = passing.sheet(reference=reference, by=actor_of(request))
    except CannotDoThat:
        raise Http404 from None
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="ocm-{clock.today().isoformat()}.pdf"'
    response["Cache-Control"] = "no-store, private"
    return response


def _opened(request: HttpRequest, reference: str) -> ReferralRecord:
    try:
        record = queries.referral(reference)
    except KeyError as unknown:
        audit.refused(by=actor_of(request), about="a referral that does not exist", why="opened a referral")
        raise Http404 from unknown
    audit.read(by=actor_of(request), about=record.party, why="opened a referral", case=record.case)
    return record


def _do(doing: str, record: ReferralRecord, said: dict[str, Any], request: HttpRequest) -> None:
    by, reference = actor_of(request), record.reference
    match doing:
        case "answer" if said["answer"] == AGREED:
            with in_language(said["language"]):
                answers.agree(
                    reference=reference,
                    items={Item(one) for one in said["items"]},
                    how=Said(said["how"]),
                    said_on=said["said_on"],
                    by=by,
                )
        case "answer":
            answers.decline(reference=reference, how=Said(said["how"]), said_on=said["said_on"], by=by)
        case "taken_back":
            answers.withdraw(reference=reference, how=Said(said["how"]), by=by)
        case "hand_over":
            passing.hand_over(reference=reference, how=Passed(said["how"]), by=by)
        case "told_to_forget":
            passing.note_told_to_forget(reference=reference, how=Passed(said["how"]), by=by)
