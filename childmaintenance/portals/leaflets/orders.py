"""Leaflets by post: the form for everybody, how far an order is, and the queue for staff."""

from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from childmaintenance.accounts.access import actor_of
from childmaintenance.correspondence import leaflet_orders
from childmaintenance.correspondence.terms import LeafletFormat
from childmaintenance.foundation import forms
from childmaintenance.foundation.identifiers import is_reference
from childmaintenance.foundation.language import ENGLISH, in_language
from childmaintenance.foundation.pages import url
from childmaintenance.guidance.terms import Page
from childmaintenance.parties import queries as people
from childmaintenance.parties.terms import AlsoAs
from childmaintenance.portals.leaflets.pages import in_order

OTHER = "other"
FORMATS = [
    (LeafletFormat.PRINT.value, gettext_lazy("Ordinary print")),
    (LeafletFormat.LARGE.value, gettext_lazy("Large print")),
    (LeafletFormat.BRAILLE.value, gettext_lazy("Braille")),
    (LeafletFormat.AUDIO.value, gettext_lazy("Sound, on a CD")),
]
ALSO_AS = {AlsoAs.BRAILLE.value: LeafletFormat.BRAILLE, AlsoAs.SOUND.value: LeafletFormat.AUDIO}
LANGUAGES = [("en", "English"), ("cy", "Cymraeg"), (OTHER, gettext_lazy("Another language"))]


class OrderForm(forms.Form):
    leaflets = forms.Choices(
        label=gettext_lazy("Which leaflets?"), choices=[], missing=gettext_lazy("Select at least one leaflet")
    )
    copies = forms.WholeNumber(
        label=gettext_lazy("How many of each?"),
        called=gettext_lazy("How many"),
        least=1,
        highest=leaflet_orders.MOST_COPIES,
        missing=gettext_lazy("Enter how many of each, 1 to 10"),
    )
    format = forms.Choice(label=gettext_lazy("In which form?"), choices=FORMATS, missing=gettext_lazy("Select a form"))
    language = forms.Choice(
        label=gettext_lazy("In which language?"),
        choices=LANGUAGES,
        reveals={OTHER: "other_language"},
        missing=gettext_lazy("Select a language"),
    )
    other_language = forms.Text(
        label=gettext_lazy("Which language?"), most=60, missing=gettext_lazy("Enter the language")
    )
    name = forms.FullName(
        label=gettext_lazy("Name for the envelope"), missing=gettext_lazy("Enter a name for the envelope")
    )
    address = forms.LongText(
        label=gettext_lazy("Address"),
        called=gettext_lazy("Address"),
        most=300,
        rows=4,
        missing=gettext_lazy("Enter the address"),
    )
    postcode = forms.Postcode(label=gettext_lazy("Postcode"), missing=gettext_lazy("Enter the postcode"))

    def __init__(self, *args, **options):  # type: ignore[no-untyped-def]
        super().__init__(*args, **options)
        self.fields["leaflets"].choices = [(one.more["code"], f"{one.more['code']}: {one.title}") for one in in_order()]


def order(request: HttpRequest) -> HttpResponse:
    """Ask for leaflets by post."""
    form = OrderForm(request.POST if request.method == "POST" else None, initial={"copies": 1, **as_usual(request)})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        reference = leaflet_orders.order_leaflets(
            leaflets=said["leaflets"],
            copies=said["copies"],
            format=LeafletFormat(said["format"]),
            language="" if said["language"] == OTHER else said["language"],
            other_language=said["other_language"] or "",
            name=said["name"],
            address=said["address"],
            postcode=said["postcode"],
        )
        return redirect("leaflets:ordered", reference=reference)
    response = render(request, "leaflets/order.html", {"form": form})
    add_never_cache_headers(response)
    return response


def as_usual(request: HttpRequest) -> dict[str, str]:
    """The form and language that somebody who is signed in always wants; nothing for a visitor."""
    party = people.party_of_account(actor_of(request).reference) if request.user.is_authenticated else None
    if party is None:
        return {}
    wants = people.contact(party.reference)
    form = ALSO_AS.get(wants.also_as) or (LeafletFormat.LARGE if wants.large_print else LeafletFormat.PRINT)
    return {"format": form.value, "language": "en" if wants.language == "both" else wants.language}


def ordered(request: HttpRequest, reference: str) -> HttpResponse:
    """How far an order is. The reference says nothing of anybody, and neither does the page."""
    if not is_reference(reference):
        raise Http404
    context = {"reference": reference, "progress": leaflet_orders.progress(reference)}
    response = render(request, "leaflets/ordered.html", context)
    add_never_cache_headers(response)
    return response


def queue(request: HttpRequest) -> HttpResponse:
    """What staff have to post; and that one has been."""
    by = actor_of(request)
    if request.method == "POST":
        with suppress(leaflet_orders.NotWaiting):  # somebody else was quicker, and the queue says so
            leaflet_orders.note_posted(reference=request.POST.get("reference", ""), by=by)
        return redirect("leaflets:queue")
    by_code = {one.more["code"]: one for one in in_order()}
    orders = leaflet_orders.waiting(by=by)
    context = {
        "orders": [{"order": one, "papers": [paper(by_code[code], one) for code in one.leaflets]} for one in orders],
        "formats": dict(FORMATS),
        "home_url": url("casework:home"),
        "navigation": [
            {"text": _("Work list"), "href": url("casework:home")},
            {"text": _("Leaflets to post"), "href": url("leaflets:queue"), "active": True},
        ],
        "account_links": [
            {"text": _("Your account"), "href": url("account_home")},
            {"text": _("Sign out"), "href": url("account_logout"), "post": True},
        ],
    }
    return render(request, "leaflets/queue.html", context)


def paper(leaflet: Page, wanted: leaflet_orders.Order) -> dict[str, str]:
    """What to print for an order: in the language and the type that were asked for, whatever the page is in."""
    form = "leaflets:large" if wanted.format is LeafletFormat.LARGE else "leaflets:paper"
    with in_language(wanted.language or ENGLISH):
        return {
            "code": leaflet.more["code"],
            "title": leaflet.title,
            "language": wanted.language or ENGLISH,
            "href": url(form, slug=leaflet.slug),
        }
