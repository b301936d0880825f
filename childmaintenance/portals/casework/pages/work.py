"""The work list: what waits for a person, soonest due first, each with its reason and the way to it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from childmaintenance.accounts.access import roles_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import CaseRecord, TaskKind, TaskRecord
from childmaintenance.foundation import clock
from childmaintenance.foundation.pages import url
from childmaintenance.parties import queries as people
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.words import TASKS, reason_of

PAGE = 25
MONEY = {TaskKind.SUSPENSE, TaskKind.RETURNED_PAYOUT, TaskKind.RETURNED_RECEIPT, TaskKind.RELEASE_PAYOUTS}


@dataclass(frozen=True, kw_only=True)
class Row:
    task: TaskRecord
    title: str
    reason: str
    names: str
    href: str
    days_late: int


@staff(Role.CASEWORKER, Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
def work_list(request: HttpRequest) -> HttpResponse:
    """Caseworkers see cases, payments officers see money, and a team leader sees both."""
    kinds = kinds_for(request)
    chosen = request.GET.get("kind", "")
    wanted = {TaskKind(chosen)} & kinds if chosen in {kind.value for kind in kinds} else kinds
    asked = request.GET.get("page", "1")
    number = max(1, int(asked)) if asked.isdecimal() and len(asked) < 6 else 1
    count = cases.open_task_count(kinds=wanted)
    tasks = cases.work_list(kinds=wanted, limit=PAGE, offset=(number - 1) * PAGE)
    return page(
        request,
        "casework/work.html",
        {
            "rows": rows_of(tasks),
            "count": count,
            "page": number,
            "pages": max(1, -(-count // PAGE)),
            "kinds": [(kind.value, TASKS[kind]) for kind in TaskKind if kind in kinds],
            "chosen": chosen,
            "today": clock.today(),
        },
    )


def kinds_for(request: HttpRequest) -> set[TaskKind]:
    """The kinds of task that whoever asks may see and end."""
    held = roles_of(request)
    if Role.TEAM_LEADER in held:
        return set(TaskKind)
    kinds: set[TaskKind] = set()
    if Role.PAYMENTS_OFFICER in held:
        kinds |= MONEY
    if Role.CASEWORKER in held:
        kinds |= set(TaskKind) - MONEY
    return kinds


def rows_of(tasks: list[TaskRecord]) -> list[Row]:
    records = cases.cases({task.case for task in tasks if task.case})
    parents = {p for record in records.values() for p in (record.receiving_parent, record.paying_parent)}
    named = people.parties(parents)
    today = clock.today()
    return [
        Row(
            task=task,
            title=str(TASKS[task.kind]),
            reason=reason_of(task),
            names=_names(records[task.case], named) if task.case else "",
            href=where(task),
            days_late=max(0, (today - task.due_on).days),
        )
        for task in tasks
    ]


def _names(record: CaseRecord, named: dict[str, people.PartyRecord]) -> str:
    return f"{named[record.receiving_parent].full_name} – {named[record.paying_parent].full_name}"


def where(task: TaskRecord) -> str:
    """The page on which a task is done."""
    match task.kind:
        case TaskKind.DECIDE:
            return url("casework:decide", reference=task.case)
        case TaskKind.REVIEW:
            return url("casework:review", reference=task.case)
        case TaskKind.SETTLE_FACT if task.reason.get("child"):
            return url(
                "casework:fact_of_child", reference=task.case, kind=task.reason["fact"], child=task.reason["child"]
            )
        case TaskKind.SETTLE_FACT:
            return url("casework:fact", reference=task.case, kind=task.reason["fact"])
        case TaskKind.FIND_INCOME:
            return url("casework:income", reference=task.case)
        case TaskKind.CHOOSE_SERVICE:
            return url("casework:service", reference=task.case)
        case TaskKind.SUSPENSE:
            return url("casework:suspense")
        case TaskKind.RELEASE_PAYOUTS:
            return url("casework:payout_file", reference=task.about)
        case _:
            return url("casework:task", reference=task.reference)
