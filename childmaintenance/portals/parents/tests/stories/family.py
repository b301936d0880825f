"""The family of these stories, and what each of them answers, page by page. Everybody is invented.

A page's answers are what its inputs are given; a date is put into its three boxes.
"""

import datetime as dt
from typing import Any

from childmaintenance.accounts import actions as accounts
from childmaintenance.foundation.actor import Actor

Page = tuple[str, dict[str, Any]]
Pages = list[Page]
PASSWORD = "seven calm herons"
STORY = Actor.system("story")

CATRIN_SECRETS = {
    "address": "Heol y Gwyddfid",
    "town": "Llanfihangel-y-Canari",
    "postcode": "LL99 9ZZ",
    "phone": "07700 900111",
    "email": "catrin.dirgel@example.org",
    "safe contact": "Say the word penwaig first",
    "safety": "He waits outside the crèche on Fridays",
    "account": "00733445",
    "sort code": "309430",
}
GARETH_SECRETS = {
    "address": "Quarry Canary Row",
    "town": "Carrick Canary",
    "postcode": "BT99 9ZZ",
    "phone": "07700 900222",
    "email": "gareth.hidden@example.org",
    "safe contact": "Never ring the quarry office",
    "safety": "Her brother has threatened me twice",
}

SAFETY_CATRIN: Pages = [
    ("safety", {"worries": ["risk", "place"]}),
    ("safety-more", {"details": CATRIN_SECRETS["safety"]}),
]
ABOUT_CATRIN: Pages = [
    ("side", {"side": "R"}),
    ("your-name", {"full_name": "Catrin Mair Rowlands", "known_as": "Catrin"}),
    ("your-birth", {"date_of_birth": dt.date(1990, 4, 2)}),
    ("your-nino", {"nino": "ab 65 43 21 a"}),
    ("letters", {"language": "both", "large_print": "no"}),
    ("reach", {"email": CATRIN_SECRETS["email"], "phone": CATRIN_SECRETS["phone"]}),
    ("post", {"post": "yes"}),
    (
        "address",
        {
            "line_1": f"3 {CATRIN_SECRETS['address']}",
            "town": CATRIN_SECRETS["town"],
            "postcode": CATRIN_SECRETS["postcode"],
        },
    ),
    ("safe-contact", {"safe_contact": CATRIN_SECRETS["safe contact"]}),
]
HOMES: Pages = [
    ("together", {"together": "no"}),
    ("nation", {"nation": "wales"}),
    ("you-live", {"in_uk": "yes"}),
    ("they-live", {"in_uk": "yes"}),
    ("court-order", {"ordered": "no"}),
]


def child(first_name: str, born: dt.date, *, another: str = "no", education: str = "") -> Pages:
    """The pages about one child, and whether there is one more."""
    pages: Pages = [
        ("child-name", {"first_name": first_name, "last_name": "Pryce"}),
        ("child-born", {"date_of_birth": born}),
    ]
    if education:
        pages.append(("child-education", {"in_education": education}))
    return [*pages, ("children", {"another": another})]


CHILDREN: Pages = [*child("Elin", dt.date(2016, 6, 1), another="yes"), *child("Macsen", dt.date(2019, 9, 9))]
NIGHTS: Pages = [
    ("nights-alike", {"alike": "yes"}),
    ("stays-all", {"pattern": "week", "week": "1"}),
    ("extra-all", {"extra": "10"}),
    ("in-a-year-all", {"right": "yes"}),
]
ABOUT_GARETH: Pages = [
    ("their-name", {"full_name": "Gareth Owen Pryce", "known_as": "Gareth"}),
    ("their-birth", {"date_of_birth": dt.date(1988, 11, 20), "nino": "AB123456C"}),
    ("their-address", {"line_1": "14 Old Row", "town": "Aberwen", "postcode": "CF10 1EP"}),
    ("their-reach", {"phone": "07700 900333"}),
    ("their-work", {"employer": "Aberwen Quarries"}),
]
MONEY_TO_CATRIN: Pages = [
    ("service", {"service": "collect_and_pay"}),
    ("has-account", {"has_account": "yes"}),
    (
        "bank",
        {
            "account_name": "C M Rowlands",
            "sort_code": "30-94-30",
            "account_number": CATRIN_SECRETS["account"],
            "roll_number": "",
        },
    ),
]
CATRIN_APPLIES: list[tuple[str, Pages]] = [
    ("safety", SAFETY_CATRIN),
    ("side", ABOUT_CATRIN),
    ("together", HOMES),
    ("children", CHILDREN),
    ("nights-alike", NIGHTS),
    ("their-name", ABOUT_GARETH),
    ("service", MONEY_TO_CATRIN),
]
"""Catrin's whole application, task by task; a task is named by the page it opens on."""

PAYING: Pages = [
    ("other-children", {"any": "yes", "count": "1"}),
    ("other-arrangement", {"any": "no"}),
    ("benefit", {"benefit": "none"}),
    ("nil-reason", {"reason": "none"}),
]
GARETH_ANSWERS: list[tuple[str, Pages]] = [
    ("safety", [("safety", {"worries": ["risk"]}), ("safety-more", {"details": GARETH_SECRETS["safety"]})]),
    ("parentage", [("parentage", {"all_mine": "yes"}), ("nights-right", {"right": "yes"})]),
    ("other-children", PAYING),
    (
        "letters",
        [
            ("letters", {"language": "en", "large_print": "yes"}),
            ("reach", {"email": GARETH_SECRETS["email"], "phone": GARETH_SECRETS["phone"]}),
            ("post", {"post": "yes"}),
            (
                "address",
                {
                    "line_1": f"14 {GARETH_SECRETS['address']}",
                    "town": GARETH_SECRETS["town"],
                    "postcode": GARETH_SECRETS["postcode"],
                },
            ),
            ("safe-contact", {"safe_contact": GARETH_SECRETS["safe contact"]}),
        ],
    ),
    (
        "service",
        [
            ("service", {"service": "collect_and_pay"}),
            ("how-often-paid", {"frequency": "M"}),
            ("day-of-month", {"day": "28"}),
        ],
    ),
]
"""Gareth's whole answer, task by task."""


def account(name: str, *, language: str = "en") -> str:
    """Somebody with an account, who has proved their e-mail address."""
    return accounts.open_account(
        email=f"{name.lower()}@example.org",
        password=PASSWORD,
        name=name,
        language=language,
        by=STORY,
        email_proved=True,
    )


def typed(answers: dict[str, Any]) -> dict[str, Any]:
    """The answers as a browser sends them."""
    sent: dict[str, Any] = {}
    for name, value in answers.items():
        if isinstance(value, dt.date):
            sent |= {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}
        else:
            sent[name] = value
    return sent


def changed(tasks: list[tuple[str, Pages]], **other: Pages) -> list[tuple[str, Pages]]:
    """The same story with some tasks told differently, named by the page each opens on."""
    left = {name.replace("_", "-"): pages for name, pages in other.items()}
    told = [(task, left.pop(task, pages)) for task, pages in tasks]
    assert not left, f"no such task: {sorted(left)}"
    return told


GARETH_APPLIES: list[tuple[str, Pages]] = [
    ("safety", [("safety", {"worries": ["name"]}), ("safety-more", {"details": ""})]),
    (
        "side",
        [
            ("side", {"side": "P"}),
            ("your-name", {"full_name": "Gareth Owen Pryce"}),
            ("your-name-now", {"name_now": "Gary Zennorquist"}),
            ("your-birth", {"date_of_birth": dt.date(1988, 11, 20)}),
            ("your-nino", {"nino": "AB123456C"}),
            ("letters", {"language": "en", "large_print": "no"}),
            ("reach", {"email": GARETH_SECRETS["email"], "phone": GARETH_SECRETS["phone"]}),
            ("post", {"post": "no"}),
            ("safe-contact", {"safe_contact": GARETH_SECRETS["safe contact"]}),
        ],
    ),
    (
        "together",
        [
            ("together", {"together": "no"}),
            ("nation", {"nation": "northern_ireland"}),
            ("you-live", {"in_uk": "no"}),
            ("they-live", {"in_uk": "yes"}),
            ("works-abroad", {"employer": "armed_forces"}),
            ("court-order", {"ordered": "yes"}),
            ("court-order-date", {"made_on": dt.date(2010, 8, 1)}),
        ],
    ),
    ("children", child("Nia", dt.date(2018, 1, 1))),
    ("stays-1", [("stays-1", {"pattern": "year", "year": "200"}), ("cares-more-1", {"more": "equal"})]),
    (
        "their-name",
        [
            ("their-name", {"full_name": "Catrin Mair Rowlands", "known_as": "Catrin"}),
            ("their-birth", {}),
            ("their-address", {}),
            ("their-reach", {}),
        ],
    ),
    (
        "other-children",
        [
            ("other-children", {"any": "yes", "count": "2"}),
            ("other-arrangement", {"any": "no"}),
            ("benefit", {"benefit": "44(2)"}),
            ("partner-pays", {"partner_pays": "yes"}),
            ("nil-reason", {"reason": "none"}),
        ],
    ),
    (
        "service",
        [
            ("service", {"service": "direct_pay"}),
            ("how-often-paid", {"frequency": "4W"}),
            ("weekday", {"weekday": "4"}),
        ],
    ),
]
"""Gareth's whole application, where it is he who applies: from a base abroad, under the name that Catrin knows."""
