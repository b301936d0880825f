"""The addresses of the parents' pages that are not journeys. References only."""

from django.urls import path

from childmaintenance.portals.parents.pages import decision, details, home, letters, payments, referrals

routes = [
    path("home", home.home, name="home"),
    path("payments", payments.payments, name="payments"),
    path("payments/<str:reference>", payments.history, name="history"),
    path("payments/<str:reference>/plan", payments.plan, name="plan"),
    path("payments/<str:reference>/statement.<str:form>", payments.statement, name="statement"),
    path("cases/<str:reference>/decisions/<str:decision>", decision.decision, name="decision"),
    path("cases/<str:reference>/decisions/<str:decision>/receipt.json", decision.receipt_file, name="receipt_file"),
    path("letters", letters.letters, name="letters"),
    path("letters/<str:reference>", letters.letter, name="letter"),
    path("letters/<str:reference>/file", letters.letter_file, name="letter_file"),
    path("letters/<str:reference>/braille", letters.letter_in_braille, name="letter_in_braille"),
    path("letters/<str:reference>/sound", letters.letter_read_aloud, name="letter_read_aloud"),
    path("details", details.details, name="details"),
    path("offers", referrals.offers, name="offers"),
    path("offers/<str:reference>", referrals.offer, name="offer"),
]
