"""The addresses of casework. References only: nobody's name stands in one."""

from django.urls import path

from childmaintenance.portals.casework.pages import (
    case,
    decision,
    facts,
    find,
    income,
    payouts,
    referrals,
    service,
    statements,
    suspense,
    task,
    work,
)

app_name = "casework"
urlpatterns = [
    path("", work.work_list, name="home"),
    path("find", find.find, name="find"),
    path("tasks/<str:reference>", task.task, name="task"),
    path("money/suspense", suspense.suspense, name="suspense"),
    path("money/suspense/<str:reference>", suspense.settle, name="settle"),
    path("money/payouts", payouts.payouts, name="payouts"),
    path("money/payouts/prepare", payouts.prepare, name="prepare_payouts"),
    path("money/payouts/<str:reference>", payouts.payout_file, name="payout_file"),
    path("money/payouts/<str:reference>/release", payouts.release, name="release_payouts"),
    path("money/statements", statements.statements, name="statements"),
    path("referrals", referrals.waiting, name="referrals"),
    path("referrals/<str:reference>", referrals.referral, name="referral"),
    path("referrals/<str:reference>/sheet", referrals.sheet, name="referral_sheet"),
    path("cases/<str:reference>", case.case, name="case"),
    path("cases/<str:reference>/offer-help", referrals.offer, name="offer_referral"),
    path("cases/<str:reference>/contact", case.contact, name="contact"),
    path("cases/<str:reference>/facts/<str:kind>", facts.settle, name="fact"),
    path("cases/<str:reference>/facts/<str:kind>/<str:child>", facts.settle, name="fact_of_child"),
    path("cases/<str:reference>/income", income.income, name="income"),
    path("cases/<str:reference>/service", service.service, name="service"),
    path("cases/<str:reference>/decision", decision.look, name="decide"),
    path("cases/<str:reference>/review", decision.review, name="review"),
    path("cases/<str:reference>/decisions/<str:decision>", decision.made, name="decision"),
]
