"""How long the service waits. These are its own choices, not the law's, and are shown wherever they bite."""

import datetime as dt

# Maintenance is owed from a day named in the notice, which must be posted at least two days before it (SI 2012/2677
# reg 12(2)(a)). One day more, so that a letter written late in the day still leaves in time.
NOTICE_DAYS = dt.timedelta(days=3)

# The other parent has two weeks to answer before the service goes on with what the applicant said.
ANSWER_DAYS = dt.timedelta(days=14)

# By when a caseworker should have dealt with a task, counted from the day it was opened.
TASK_DAYS = {
    "decide": 5,
    "settle_fact": 5,
    "find_income": 7,
    "choose_service": 5,
    "review": 10,
    "missed_payment": 3,
    "not_arrived": 3,
    "bank_details": 3,
    "suspense": 2,
    "returned_receipt": 2,
    "returned_payout": 2,
    "release_payouts": 0,
    "letter": 1,
    "safe_contact": 1,
}
