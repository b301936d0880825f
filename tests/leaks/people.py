"""The two families of the leak test, their canaries, and what each answers, page by page. Everybody is invented.

Gareth pays for children with Catrin and, in another case, with Bethan. Every protected field of each holds a word or number
that stands nowhere else. Words begin with zy, which no English or Welsh sentence of the service holds.
"""

import datetime as dt

from childmaintenance.portals.parents.tests.stories.family import HOMES, PAYING, Pages, child
from tests.leaks.canaries import Canary

GARETH_NINO, CATRIN_NINO, BETHAN_NINO = "AB713905C", "AB713906A", "AB713907B"
MARKUP = "%s<zymark>{{7*7}}#1*a*"
"""Put into names: a page or a letter that does not write it as it stands has run it."""
BORN = {"catrin": dt.date(1981, 1, 17), "gareth": dt.date(1979, 10, 23), "bethan": dt.date(1984, 12, 29)}
NUMBERS = {
    "catrin": ("01632 960 417", "CF64 7QQ", "309431", "10733441"),
    "gareth": ("01632 960 528", "BT78 8QQ", "", ""),
    "bethan": ("01632 960 639", "SA71 9QQ", "309439", "10733552"),
}
OLD_PHONE, OLD_POSTCODE = "01632 960 746", "NP26 6QQ"


def _canaries() -> list[Canary]:
    found = []
    for name, born in BORN.items():
        phone, postcode, sort_code, account = NUMBERS[name]
        contact, bank = "parties.ContactDetails", "parties.BankAccount"
        told = [
            (f"{contact}.address", f"zy{name}street"),
            (f"{contact}.address", f"zy{name}town"),
            (f"{contact}.postcode", postcode),
            (f"{contact}.phone", phone),
            (f"{contact}.email", f"zy{name}reach@example.org"),
            (f"{contact}.safe_contact", f"zy{name}safeword"),
            ("cases.SafetyDisclosure.details", f"zy{name}fear"),
            ("accounts.User.email", f"zy{name}signin@example.org"),
            ("accounts.User.name", f"zy{name}account"),
            *(("parties.Party.date_of_birth", said) for said in dates(born)),
        ]
        if account:
            told += [
                (f"{bank}.account_name", f"ZY {name} bankname"),
                (f"{bank}.sort_code", sort_code),
                (f"{bank}.account_number", account),
                (f"{bank}.roll_number", f"ZY{name.upper()}ROLL"),
            ]
        found += [Canary(field=field, of=name, text=text, told_by=name) for field, text in told]
    for name, nino in (("catrin", CATRIN_NINO), ("gareth", GARETH_NINO), ("bethan", BETHAN_NINO)):
        found.append(Canary(field="parties.Party.nino", of=name, text=nino, told_by=name))
    changed = "cases.SafetyDisclosure.details"
    found.append(Canary(field=changed, of="catrin", text="zycatrinnewname", told_by="catrin"))
    found.append(Canary(field="parties.Party.full_name", of="gareth", text="zygarethfullname"))
    # What Catrin said of Gareth
    found += [
        Canary(field="parties.ContactDetails.address", of="gareth", text="zyoldroad", told_by="catrin"),
        Canary(field="parties.ContactDetails.phone", of="gareth", text=OLD_PHONE, told_by="catrin"),
        Canary(field="parties.ContactDetails.postcode", of="gareth", text=OLD_POSTCODE, told_by="catrin"),
        Canary(field="cases.Fact.value:employer", of="gareth", text="zyquarryworks", told_by="catrin"),
    ]
    # Who and what each case is about
    for case, name, children, nights in (
        ("catrin's case", "catrin", ("zymacsen", "zyelin"), 62),
        ("bethan's case", "bethan", ("zyosian",), 91),
    ):
        found.append(Canary(field="parties.Party.full_name", of=name, text=f"zy{name}fullname", told_by=name))
        found += [Canary(field="parties.Child.first_name", of=case, text=child) for child in children]
        found += [
            Canary(field="cases.Fact.value", of=case, text=said)
            for said in (f"{nights} nights", f"{nights} noson", f"{nights} nos")
        ]
    return found


def dates(day: dt.date) -> list[str]:
    """A day as any page might write it."""
    welsh = [
        "Ionawr",
        "Chwefror",
        "Mawrth",
        "Ebrill",
        "Mai",
        "Mehefin",
        "Gorffennaf",
        "Awst",
        "Medi",
        "Hydref",
        "Tachwedd",
        "Rhagfyr",
    ]
    return [f"{day:%d %B %Y}", day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day} {welsh[day.month - 1]} {day.year}"]


def about(name: str) -> Pages:
    """What a receiving parent says of themselves."""
    pages: Pages = [("side", {"side": "R"})]
    if name == "catrin":
        pages += [
            ("your-name", {"full_name": "Catrin Zycatrinfullname"}),
            ("your-name-now", {"name_now": "Cadi Zycatrinnewname"}),
        ]
    else:
        pages += [("your-name", {"full_name": f"{name.title()} Zy{name}fullname", "known_as": name.title()})]
    nino = CATRIN_NINO if name == "catrin" else BETHAN_NINO
    return [
        *pages,
        ("your-birth", {"date_of_birth": BORN[name]}),
        ("your-nino", {"nino": nino}),
        *reached(name),
    ]


def reached(name: str) -> Pages:
    phone, postcode, _sort_code, _account = NUMBERS[name]
    language = {"catrin": "cy", "gareth": "both", "bethan": "en"}[name]
    return [
        ("letters", {"language": language, "large_print": "no"}),
        ("reach", {"email": f"zy{name}reach@example.org", "phone": phone}),
        ("post", {"post": "yes"}),
        ("address", {"line_1": f"7 Zy{name}street", "town": f"Zy{name}town", "postcode": postcode}),
        # Bethan has nothing that a machine could not read, so that e-mails go to her.
        ("safe-contact", {"safe_contact": "" if name == "bethan" else f"Say zy{name}safeword first"}),
    ]


def safety(name: str, *worries: str) -> Pages:
    return [("safety", {"worries": list(worries)}), ("safety-more", {"details": f"It is about zy{name}fear"})]


def money(name: str) -> Pages:
    _phone, _postcode, sort_code, account = NUMBERS[name]
    return [
        ("service", {"service": "collect_and_pay"}),
        ("has-account", {"has_account": "yes"}),
        (
            "bank",
            {
                "account_name": f"Zy {name} bankname",
                "sort_code": sort_code,
                "account_number": account,
                "roll_number": f"ZY{name.upper()}ROLL",
            },
        ),
    ]


GARETH_AS_CATRIN_KNOWS_HIM: Pages = [
    ("their-name", {"full_name": f"Gareth Zygarethfullname{MARKUP}", "known_as": "Gareth"}),
    ("their-birth", {"date_of_birth": BORN["gareth"], "nino": GARETH_NINO}),
    ("their-address", {"line_1": "14 Zyoldroad", "town": "Aberwen", "postcode": OLD_POSTCODE}),
    ("their-reach", {"phone": OLD_PHONE}),
    ("their-work", {"employer": f"Zyquarryworks {MARKUP}"}),
]
GARETH_AS_BETHAN_KNOWS_HIM: Pages = [
    ("their-name", {"full_name": f"Gareth Zygarethfullname{MARKUP}"}),
    ("their-birth", {"date_of_birth": BORN["gareth"], "nino": GARETH_NINO}),
    ("their-address", {}),
    ("their-reach", {}),
    ("their-work", {}),
]
NIGHTS_OF_CATRINS: Pages = [
    ("nights-alike", {"alike": "yes"}),
    ("stays-all", {"pattern": "week", "week": "1"}),
    ("extra-all", {"extra": "10"}),
    ("in-a-year-all", {"right": "yes"}),
]
CHILDREN_OF_CATRINS: Pages = [
    *child("Zyelin", dt.date(2016, 6, 1), another="yes"),
    *child("Zymacsen", dt.date(2019, 9, 9)),
]
CATRIN_APPLIES = [
    ("safety", safety("catrin", "risk", "place", "name")),
    ("side", about("catrin")),
    ("together", HOMES),
    ("children", CHILDREN_OF_CATRINS),
    ("nights-alike", NIGHTS_OF_CATRINS),
    ("their-name", GARETH_AS_CATRIN_KNOWS_HIM),
    ("service", money("catrin")),
]
BETHAN_APPLIES = [
    ("safety", safety("bethan", "risk")),
    ("side", about("bethan")),
    ("together", HOMES),
    ("children", child(f"Zyosian{MARKUP}", dt.date(2018, 3, 5))),
    (
        "stays-1",
        [
            ("stays-1", {"pattern": "week", "week": "1"}),
            ("extra-1", {"extra": "39"}),
            ("in-a-year-1", {"right": "yes"}),
        ],
    ),
    ("their-name", GARETH_AS_BETHAN_KNOWS_HIM),
    ("service", money("bethan")),
]
HOW_GARETH_PAYS: Pages = [
    ("service", {"service": "collect_and_pay"}),
    ("how-often-paid", {"frequency": "M"}),
    ("day-of-month", {"day": "28"}),
]


def gareth_answers() -> list[tuple[str, Pages]]:
    """Gareth's answer to Catrin's application and, told the same, to Bethan's."""
    return [
        ("safety", safety("gareth", "risk")),
        ("parentage", [("parentage", {"all_mine": "yes"}), ("nights-right", {"right": "yes"})]),
        ("other-children", PAYING),
        ("letters", reached("gareth")),
        ("service", HOW_GARETH_PAYS),
    ]


GARETHS_TAXES = {
    "nino": GARETH_NINO,
    "full_name": f"Gareth Zygarethfullname{MARKUP}",
    "date_of_birth": BORN["gareth"].isoformat(),
    "years": {year: {"paye": {"employmentIncome": "26000.00"}} for year in ("2024-25", "2025-26")},
}
CANARIES = _canaries()
