"""Lines for every command, good and bad, the same in every run: what two doors or two interpreters must answer alike."""

import random
from collections.abc import Callable, Iterator
from typing import Any

Line = dict[str, Any]
MONEY = [
    "0",
    "0.01",
    "6.99",
    "7.00",
    "7.01",
    "99.99",
    "100.00",
    "100.01",
    "107.00",
    "199.99",
    "200.00",
    "200.01",
    "800.00",
    "800.01",
    "2999.99",
    "3000.00",
    "3000.01",
]
NIGHTS = [0, 0, 1, 51, 52, 103, 104, 155, 156, 174, 175, 182, 366]
DAYS = ["2012-12-10", "2013-11-24", "2013-11-25", "2014-08-11", "2016-02-29", "2024-02-26", "2026-04-01", "2030-12-31"]
WRONG: list[Any] = [
    None,
    "",
    " ",
    "x",
    -1,
    0,
    1,
    367,
    True,
    1.5,
    [],
    {},
    "1e3",
    "-1",
    "1.005",
    "2026-02-30",
    "0001-01-01",
    "é",
    "\ud83d\ude00",
]


def lines(command: str, number: int, seed: int = 20260401) -> Iterator[Line]:
    """So many lines of a command; about one in four has something wrong with it."""
    chance = random.Random(f"{seed}{command}")
    for _ in range(number):
        line = MAKE[command](chance)
        if chance.random() < 0.25:
            spoil(line, chance)
        yield line


def spoil(line: Line, chance: random.Random) -> None:
    """Put something wrong in one place, leave a field out, or add one."""
    inner: Any = line
    while True:
        name = chance.choice(sorted(inner)) if isinstance(inner, dict) else chance.randrange(len(inner))
        if isinstance(inner[name], (dict, list)) and inner[name] and chance.random() < 0.7:
            inner = inner[name]
            continue
        if isinstance(inner, dict) and chance.random() < 0.2:
            del inner[name]
        elif isinstance(inner, dict) and chance.random() < 0.2:
            inner["extra"] = 1
        else:
            inner[name] = chance.choice(WRONG)
        return


def money(chance: random.Random) -> str:
    return chance.choice(MONEY) if chance.random() < 0.5 else f"{chance.randrange(400_000) / 100:.2f}"


def sometimes(chance: random.Random, line: Line, **more: Callable[[], Any]) -> Line:
    """The line with some of the fields that may be left out."""
    return {**line, **{name: make() for name, make in more.items() if chance.random() < 0.35}}


def parents(chance: random.Random) -> list[Line]:
    return [
        {
            "ref": ref,
            "children": [
                sometimes(
                    chance,
                    {},
                    nights=lambda: chance.choice(NIGHTS),
                    local_authority_nights=lambda: chance.choice([0, 51, 52, 104, 156, 208, 260, 263]),
                )
                for _ in range(chance.randint(1, 4))
            ],
        }
        for ref in chance.choice(["A", "A", "AB", "BAC"])
    ]


def facts(chance: random.Random) -> Line:
    return sometimes(
        chance,
        {},
        benefit=lambda: chance.choice(["none", "44(1)", "44(2)", "44(2)half"]),
        nil_reason=lambda: chance.choice(["", "", "child", "prisoner", "age16_17_benefit", "training", "care_home"]),
        relevant_other_children=lambda: chance.randint(0, 5),
        other_arrangement_children=lambda: chance.randint(0, 4),
        special_expenses_weekly=lambda: money(chance),
        additional_income_weekly=lambda: money(chance),
    )


def income(chance: random.Random) -> Any:
    return chance.choice([money(chance)] * 8 + ["498.6301369863013698", "unknown", None])


def assess(chance: random.Random) -> Line:
    line = {"on": chance.choice(DAYS), "gross_weekly_income": income(chance), "receiving_parents": parents(chance)}
    return sometimes(chance, {**line, **facts(chance)}, territory=lambda: chance.choice(["GB", "NI"]))


def deduct(chance: random.Random) -> Line:
    line = {
        "on": chance.choice(DAYS),
        "frequency": chance.choice(["W", "2W", "4W", "M"]),
        "normal_deduction_rate": money(chance),
        "net_earnings": money(chance),
    }
    return sometimes(
        chance,
        line,
        periods=lambda: chance.choice(["1", "2", "0.75", "0", "60"]),
        shortfall_brought_forward=lambda: money(chance),
        carry=lambda: chance.choice(["CARRY", "REPORT"]),
        admin_charge=lambda: chance.choice(["0.00", "0.50", "1.00", "1.01"]),
        protected_earnings=lambda: money(chance),
    )


def split(chance: random.Random) -> Line:
    owed = [
        sometimes(
            chance,
            {"ref": ref},
            due=lambda: money(chance),
            arrears=lambda: money(chance),
            arrears_instalment=lambda: money(chance),
        )
        for ref in chance.choice(["A", "AB", "CAB"])
    ]
    line = {"on": chance.choice(DAYS[3:]), "received": money(chance), "receiving_parents": owed}
    return sometimes(
        chance, line, collection_fee=lambda: chance.random() < 0.5, enforcement_fees_due=lambda: money(chance)
    )


CAUSES = {
    "change_expected": "expected",
    "child_stops_counting": "changed",
    "benefit_starts_or_stops": "changed",
    "new_qualifying_child": "of_new_application",
    "application": "applied",
    "information_from_a_third_party": "information_arrived",
    "own_initiative": "decided",
    "annual_review": "review",
    "periodic_check": "decided",
    "revision": "of_revised_decision",
}


def timeline(chance: random.Random) -> Line:
    year = chance.choice([2013, 2020, 2024])

    def change() -> Line:
        cause = chance.choice(sorted(CAUSES))
        day = f"{year + chance.randint(0, 3)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        made: Line = {
            "cause": cause,
            CAUSES[cause]: f"{year + chance.randint(1, 3)}-06-01" if cause == "annual_review" else day,
        }
        if cause == "annual_review" or chance.random() < 0.5:
            made["historic_income" if cause == "annual_review" else "current_income"] = money(chance)
        else:
            made["facts"] = facts(chance) or {"relevant_other_children": chance.randint(0, 3)}
        return made

    line = {
        "from": f"{year}-06-01",
        "gross_weekly_income": income(chance),
        "receiving_parents": parents(chance),
        "changes": [change() for _ in range(chance.randint(0, 6))],
    }
    return sometimes(
        chance,
        {**line, **facts(chance)},
        until=lambda: f"{year + 4}-05-31",
        territory=lambda: chance.choice(["GB", "NI"]),
        income_kind=lambda: chance.choice(["historic", "current"]),
    )


MAKE: dict[str, Callable[[random.Random], Line]] = {
    "assess": assess,
    "deduct": deduct,
    "split": split,
    "timeline": timeline,
}
