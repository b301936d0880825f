"""The rates in one picture: what one, two or three children come to, along the gross weekly income."""

from dataclasses import dataclass
from datetime import date

from childmaintenance.law.book.chart import CLAY, INK, LINE, QUIET, TEAL, line, svg, text
from childmaintenance.law.growth import AtIncome, at_incomes, by_income
from childmaintenance.law.liability import Child, Facts, ReceivingParent
from childmaintenance.law.sentences.writing import money
from childmaintenance.values import Money

CHILDREN = {1: "One child", 2: "Two children", 3: "Three children or more"}
SHOWN = ("50.00", "150.00", "300.00", "500.00", "800.00", "1500.00", "3000.00")
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 300, 46, 160, 18, 44
TO, UP_TO = Money.of("3200.00"), Money.of("500.00")
COLOURS = {1: TEAL, 2: "#2f7f7c", 3: CLAY}


@dataclass(frozen=True, slots=True)
class Glance:
    """A drawing, and a table of the same: at each income what each number of children comes to."""

    drawn: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def glance(on: date) -> Glance:
    """One receiving parent, no nights with the paying parent, nobody else to provide for, on a day."""
    shown = [Money.of(income) for income in SHOWN]
    amounts = {number: at_incomes(_family(number), shown, on=on) for number in CHILDREN}
    rows = tuple(
        (_pounds(income), *(money(amounts[number][place].found.total) for number in CHILDREN))
        for place, income in enumerate(shown)
    )
    return Glance(_drawn(on), ("Gross weekly income", *CHILDREN.values()), rows)


def _family(number: int) -> Facts:
    return Facts((ReceivingParent("A", (Child(),) * number),), gross_weekly_income=Money.of("0.00"))


def _drawn(on: date) -> str:
    parts: list[str] = []
    for pounds in range(0, 501, 100):
        level = _up(Money.of(f"{pounds}.00"))
        parts += [line(LEFT, level, WIDTH - RIGHT, level, LINE), text(8, level + 4, f"£{pounds}", QUIET)]
    for pounds in range(0, 3001, 500):
        place = _across(Money.of(f"{pounds}.00"))
        parts += [
            line(place, _up(Money.of("0.00")), place, _up(Money.of("0.00")) + 5, QUIET),
            text(place, HEIGHT - BOTTOM + 20, f"£{pounds:,}", QUIET, middle=True),
        ]
    parts.append(text((LEFT + WIDTH - RIGHT) // 2, HEIGHT - 6, "Gross weekly income", QUIET, middle=True))
    for number, name in CHILDREN.items():
        points = by_income(_family(number), on=on)
        last = points[-1].found.total
        parts += [
            f'<path d="{_path(points)}" fill="none" stroke="{COLOURS[number]}" stroke-width="2.5" stroke-linejoin="round"/>',
            text(WIDTH - RIGHT + 8, _up(last) - 2, name, INK, bold=True),
            text(WIDTH - RIGHT + 8, _up(last) + 13, f"{_pounds(last)} at most", QUIET),
        ]
    return svg(WIDTH, HEIGHT, parts)


def _path(points: tuple[AtIncome, ...]) -> str:
    """A straight line from point to point, as `law.growth` promises, and on to the edge."""
    places = [(_across(point.income), _up(point.found.total)) for point in points]
    places.append((_across(TO), places[-1][1]))
    return "M" + "L".join(f"{x},{y}" for x, y in places)


def _across(income: Money) -> int:
    return LEFT + round(income.over(TO) * (WIDTH - LEFT - RIGHT))


def _up(amount: Money) -> int:
    return HEIGHT - BOTTOM - round(amount.over(UP_TO) * (HEIGHT - TOP - BOTTOM))


def _pounds(amount: Money) -> str:
    return money(amount).removesuffix(".00")
