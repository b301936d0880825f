"""The way through a journey: what is asked of this person, what is answered, what comes next and what must wait.

The draft holds what was typed. Walking it from the start, each answer is cleaned afresh, and each condition sees only answers
that are themselves reachable: so an answer behind a door that has closed is simply not met.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.datastructures import MultiValueDict

from childmaintenance.journeys.answers import Answers
from childmaintenance.journeys.terms import Journey, Question, QuestionForm, Repeat, Section

Typed = Mapping[str, list[str]]


class Status(StrEnum):
    """Where a task stands."""

    COMPLETED = "completed"
    IN_PROGRESS = "in progress"
    NOT_YET_STARTED = "not yet started"
    CANNOT_START_YET = "cannot start yet"


@dataclass
class Stop:
    """A question, or a group, that is asked of this person."""

    step: Question | Repeat
    answered: bool
    typed: bool
    """Whether anything was put down, valid or not."""
    items: tuple["Item", ...] = ()


@dataclass
class Item:
    """One thing of a repeat, such as one child."""

    id: str
    answers: Answers
    stops: list[Stop] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return all(stop.answered for stop in self.stops)

    @property
    def next(self) -> Question | None:
        """Its first question without an answer."""
        return next((stop.step for stop in self.stops if not stop.answered and isinstance(stop.step, Question)), None)


@dataclass
class Task:
    """A section as this person meets it."""

    section: Section
    stops: list[Stop]
    waits: bool
    """Whether an earlier section must be completed first."""

    @property
    def complete(self) -> bool:
        return all(stop.answered for stop in self.stops)

    @property
    def next(self) -> Stop | None:
        """The first stop without an answer."""
        return next((stop for stop in self.stops if not stop.answered), None)

    @property
    def status(self) -> Status:
        if self.waits:
            return Status.CANNOT_START_YET
        if self.complete:
            return Status.COMPLETED
        return Status.IN_PROGRESS if any(stop.typed for stop in self.stops) else Status.NOT_YET_STARTED


@dataclass
class Route:
    """The whole way, and the answers met on it."""

    journey: Journey
    answers: Answers
    tasks: list[Task]

    @property
    def complete(self) -> bool:
        """Whether everything that is asked is answered."""
        return all(task.complete and not task.waits for task in self.tasks)

    def find(self, slug: str) -> tuple[Task, int] | None:
        """The task that holds a reachable question or group, and its place in it."""
        for task in self.tasks:
            for place, stop in enumerate(task.stops):
                if stop.step.slug == slug:
                    return task, place
        return None

    def may_open(self, slug: str) -> bool:
        """Whether this page is as far as the person may go: its task has begun, and all before it in the task is answered."""
        found = self.find(slug)
        if found is None:
            return False
        task, place = found
        return not task.waits and all(stop.answered for stop in task.stops[:place])

    def unanswered(self) -> Stop | None:
        """The first stop, in any task that can be started, without an answer."""
        return next((task.next for task in self.tasks if not task.waits and task.next), None)


def walk(journey: Journey, stored: Mapping[str, Any], known: Mapping[str, Any]) -> Route:
    """Go through the journey with what is stored in a draft."""
    answers, tasks = Answers(known=known), []
    complete: set[str] = set()
    for section in journey.sections:
        if not section.when(answers):
            complete.add(section.slug)  # what is not asked of this person holds nobody up
            continue
        task = Task(section, list(_stops(section, stored, answers)), waits=not complete.issuperset(section.after))
        if task.complete and not task.waits:
            complete.add(section.slug)
        tasks.append(task)
    return Route(journey, answers, tasks)


def _stops(section: Section, stored: Mapping[str, Any], answers: Answers) -> Iterator[Stop]:
    for step in section.questions:
        if not step.when(answers):
            continue
        if isinstance(step, Repeat):
            yield _group(step, stored.get("groups", {}).get(step.slug, {}), answers)
        else:
            yield _question(step, stored.get("pages", {}).get(step.slug), answers)


def _question(question: Question, typed: Typed | None, answers: Answers) -> Stop:
    if typed is None:
        return Stop(question, answered=False, typed=False)
    form = bound_form(question, typed, answers)
    if answered := form.is_valid():
        answers._answer(question.slug, form.cleaned_data)
    return Stop(question, answered=answered, typed=True)


def _group(repeat: Repeat, stored: Mapping[str, Any], answers: Answers) -> Stop:
    items = []
    for each in stored.get("items", ()):
        item = Item(each["id"], Answers(whole=answers, id=each["id"]))
        for question in repeat.questions:
            if question.when(item.answers):
                item.stops.append(_question(question, each["pages"].get(question.slug), item.answers))
        items.append(item)
    answers._group(repeat.slug, [item.answers for item in items if item.complete])
    enough = repeat.least <= len(items) <= repeat.most
    answered = bool(stored.get("finished")) and enough and all(item.complete for item in items)
    return Stop(repeat, answered=answered, typed=bool(items) or bool(stored.get("finished")), items=tuple(items))


def bound_form(question: Question, typed: Typed, answers: Answers) -> QuestionForm:
    """The question's form with what was typed, as if it had just been sent."""
    return question.form(data=MultiValueDict({name: list(values) for name, values in typed.items()}), answers=answers)


def typed_values(question: Question, typed: Typed, answers: Answers) -> dict[str, Any]:
    """What was typed, as initial values: shown again as it was, without complaint."""
    form = question.form(answers=answers)
    data: MultiValueDict[str, str] = MultiValueDict({name: list(values) for name, values in typed.items()})
    return {
        name: bound.widget.value_from_datadict(data, {}, name)
        for name, bound in form.fields.items()
        if not bound.widget.value_omitted_from_data(data, {}, name)
    }
