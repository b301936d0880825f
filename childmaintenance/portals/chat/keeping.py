"""What a visitor may keep of their chat: a file, or a copy by e-mail. Nothing is sent that nobody asked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from childmaintenance.chat import queries
from childmaintenance.chat.lines import transcript
from childmaintenance.chat.terms import ConversationRecord
from childmaintenance.correspondence.blocks import paragraph
from childmaintenance.correspondence.sheets import Sheet, sheet_pdf
from childmaintenance.correspondence.terms import CopyKind
from childmaintenance.foundation import clock, forms
from childmaintenance.foundation.actor import Actor, ActorKind
from childmaintenance.foundation.language import current
from childmaintenance.portals.chat.own import own
from childmaintenance.privacy.asked_for import send_copy


class SendForm(forms.Form):
    to = forms.Email(label=_("Your e-mail address"), missing=_("Enter your e-mail address"))


@own
def save(request: HttpRequest, chat: ConversationRecord) -> HttpResponse:
    """The chat as plain text. The name of the file says nothing of what it is about."""
    text = "\r\n".join(transcript(chat, queries.messages(chat.reference))) + "\r\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="ocm-{clock.today().isoformat()}.txt"'
    return response


@own
def send(request: HttpRequest, chat: ConversationRecord) -> HttpResponse:
    """Have it sent; the answer is the same whether or not anything goes out."""
    form = SendForm(request.POST if request.method == "POST" else None)
    sent = request.method == "POST" and form.is_valid()
    if sent:
        heading, *said = transcript(chat, queries.messages(chat.reference))
        pdf = sheet_pdf(Sheet(heading=heading, made_on=clock.today(), blocks=[paragraph(line) for line in said]))
        by = Actor(ActorKind.VISITOR, chat.reference)
        send_copy(to=form.cleaned_data["to"], kind=CopyKind.CHAT, language=current(), pdf=pdf, by=by)
    return render(request, "chat_pages/send.html", {"chat": chat, "form": None if sent else form, "sent": sent})
