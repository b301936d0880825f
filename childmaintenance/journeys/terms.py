"""The words a journey is written in. README.md shows one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, Protocol

from django.http import HttpRequest

from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.forms import Form
from childmaintenance.journeys.answers import Answers

__all__ = ["Answers", "CannotSubmit", "Journey", "Question", "QuestionForm", "Repeat", "Retention", "Section"]

Words = Any
"""Lazy text, or a function of the answers that returns text."""


class Retention(StrEnum):
    """How long what a field asks for may be kept once the journey has ended. The periods themselves are privacy's."""

    CASE = "case"
    """With the case: while it lives, and 24 months after."""
    MONEY = "money"
    """With the books: six years and the current one."""
    CONTACT = "contact"
    """Until a newer one replaces it, then with the case."""
    SAFETY = "safety"
    """With the case, behind its own door; never to the other party, in any form."""
    DRAFT_ONLY = "draft only"
    """Only steers the questions: gone when the draft is."""
    NOT_PERSONAL = "not personal"
    """Says nothing about anybody."""


class CannotSubmit(Exception):
    """Raised by a journey's `submit`: the message is shown to the person, the draft stays as it was."""

    def __init__(self, message: Any) -> None:
        super().__init__(str(message))
        self.message = message


class NotAJourney(ValueError):
    """The list of questions contradicts itself."""


class QuestionForm(Form):
    """The form of one question. `self.answers` holds what is reachable; inside a repeat the item's own, `.whole` for all."""

    def __init__(self, *args: Any, answers: Answers | None = None, **options: Any) -> None:
        self.answers = answers or Answers()
        super().__init__(*args, **options)


def always(answers: Answers) -> bool:
    """Asked of everybody."""
    return True


@dataclass(frozen=True)
class Question:
    """One page. `personal` names how long each field may be kept; `guidance` is a template shown between heading and field."""

    slug: str
    title: Words
    form: type[QuestionForm]
    personal: Retention | Mapping[str, Retention]
    when: Callable[[Answers], bool] = always
    short: Words = ""
    guidance: str = ""
    template: str = "journeys/question.html"
    initial: Callable[[Answers], Mapping[str, Any]] | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.personal, Retention) and (wrong := set(self.personal) ^ set(self.form.base_fields)):
            raise NotAJourney(f"{self.slug}: say of each field how long it may be kept: {', '.join(sorted(wrong))}")

    def retention_of(self, name: str) -> Retention:
        """How long the answer in this field may be kept."""
        return self.personal if isinstance(self.personal, Retention) else self.personal[name]


@dataclass(frozen=True)
class Repeat:
    """A group of questions asked again for each of several things. `called` names one item, `counted` says how many there are."""

    slug: str
    title: Words
    questions: tuple[Question, ...]
    called: Callable[[Answers], Any]
    counted: Callable[[int], Any]
    another: Words
    least: int = 1
    most: int = 20
    when: Callable[[Answers], bool] = always

    def question(self, slug: str) -> Question | None:
        """The question of that name, if there is one."""
        return next((question for question in self.questions if question.slug == slug), None)


Step = Question | Repeat


@dataclass(frozen=True)
class Section:
    """A task of the task list. It cannot be started before the sections named in `after` are complete."""

    slug: str
    title: Words
    questions: tuple[Step, ...]
    after: tuple[str, ...] = ()
    when: Callable[[Answers], bool] = always


class Submit(Protocol):
    """What a journey ends in; returns the reference that the person is given."""

    def __call__(self, answers: Answers, *, draft: str, about: str, by: Actor) -> str: ...


Conclude = Callable[[Answers, HttpRequest], Mapping[str, Any]]
"""What a journey says at once, from the answers as they stand: values for the page `conclusion`. Nothing is sent or stored."""
ActorOf = Callable[[HttpRequest], Actor]
Guard = Callable[[Callable[..., Any]], Callable[..., Any]]
RESERVED = {"check-your-answers", "saved", "sent", "remove", "result"}


@dataclass(frozen=True)
class Journey:
    """A list of questions that ends in one act. README.md says what each part is for."""

    slug: str
    title: Words
    sections: tuple[Section, ...]
    submit: Submit | None = None
    conclude: Conclude | None = None
    conclusion: str = "journeys/conclusion.html"
    allowed: Callable[[Actor, str], None] = lambda by, about: None
    known: Callable[[Actor, str], Mapping[str, Any]] = lambda by, about: {}
    introduction: str = "journeys/start.html"
    confirmation: str = "journeys/done.html"
    declaration: Words = ""
    send: Words = ""
    layout: str = "base.html"
    layout_context: Callable[[HttpRequest], Mapping[str, Any]] = lambda request: {}
    kept: timedelta = field(default=timedelta(days=28))
    quick_exit: bool = False
    at_most: timedelta | None = None
    """Given, the journey is a passing one: `kept` counts from the last page seen, this from the beginning, by the real clock;
    nothing of it outlives either, and no trace of it is kept."""

    def __post_init__(self) -> None:
        slugs = [step.slug for section in self.sections for step in section.questions]
        if doubled := {slug for slug in slugs if slugs.count(slug) > 1} | (set(slugs) & RESERVED):
            raise NotAJourney(f"{self.slug}: two pages would have one address: {', '.join(sorted(doubled))}")
        if (self.submit is None) == (self.conclude is None):
            raise NotAJourney(f"{self.slug}: it ends either in something sent, or in a conclusion")
        earlier: set[str] = set()
        for section in self.sections:
            if unknown := set(section.after) - earlier:
                raise NotAJourney(
                    f"{self.slug}: {section.slug} waits for what does not come before it: {', '.join(sorted(unknown))}"
                )
            earlier.add(section.slug)

    @property
    def has_task_list(self) -> bool:
        """A journey of one section runs straight through."""
        return len(self.sections) > 1

    @property
    def passing(self) -> bool:
        """Whether it is a visitor's: kept for minutes, and without a trace."""
        return self.at_most is not None

    @property
    def minutes(self) -> int:
        """How long a passing journey waits for the next page."""
        return round(self.kept.total_seconds() / 60)

    def step(self, slug: str) -> Step | None:
        """The question or group of that name, if there is one."""
        return next((step for section in self.sections for step in section.questions if step.slug == slug), None)

    def urls(self, guard: Guard, actor_of: ActorOf) -> tuple[list[Any], str]:
        """Its pages, to be given to include(). `guard` marks every view with who may; `actor_of` says who it is."""
        from childmaintenance.journeys.pages import addresses  # the pages need the apps to be ready; the words do not

        return addresses(self, guard, actor_of), self.slug


def words(text: Words, answers: Answers) -> str:
    """The text, or what the function makes of the answers."""
    return str(text(answers) if callable(text) else text)
