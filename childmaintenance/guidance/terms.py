"""The words of content: a page in two languages, who it is for, where it is so, and where its facts come from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from childmaintenance.foundation import language
from childmaintenance.values import Territory


class Audience(StrEnum):
    """Whom a page is written for."""

    EVERYONE = "everyone"
    RECEIVING = "receiving"
    PAYING = "paying"
    CARER = "carer"
    YOUNG_PERSON = "young_person"
    ADVISER = "adviser"
    EMPLOYER = "employer"

    @property
    def label(self) -> str:
        """Whom, in the reader's language."""
        return str(_AUDIENCES[self])


_AUDIENCES = {
    Audience.EVERYONE: _("Everyone"),
    Audience.RECEIVING: _("Parents the child lives with"),
    Audience.PAYING: _("Parents who pay"),
    Audience.CARER: _("Grandparents and other carers"),
    Audience.YOUNG_PERSON: _("Young people"),
    Audience.ADVISER: _("Advisers and people who help"),
    Audience.EMPLOYER: _("Employers"),
}


class Nation(StrEnum):
    """Where a page is so."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"

    @property
    def label(self) -> str:
        """The nation's name, in the reader's language."""
        return str(_NATIONS[self])


_NATIONS = {
    Nation.ENGLAND: _("England"),
    Nation.WALES: _("Wales"),
    Nation.SCOTLAND: _("Scotland"),
    Nation.NORTHERN_IRELAND: _("Northern Ireland"),
}


class SuggestionKind(models.TextChoices):
    """What somebody thinks is wrong with the list of who can help."""

    CONTACT = "contact", _("A website or number is wrong")
    CLOSED = "closed", _("It has closed or moved")
    DIFFERENT = "different", _("It does something else than you say")
    MISSING = "missing", _("Somebody is missing")


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a fact was read: an instrument or a publication, and its address where it has one."""

    says: str
    at: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnFigure:
    """A figure that the law's tables do not hold, with where it was seen."""

    value: str
    source: Source


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of content. `more` holds what its shelf lets a page say besides."""

    slug: str
    shelf: str
    titles: Mapping[str, str]
    summaries: Mapping[str, str]
    audience: tuple[Audience, ...]
    nations: tuple[Nation, ...]
    as_of: dt.date
    review_by: dt.date
    sources: tuple[Source, ...]
    words: Mapping[str, str]
    figures: Mapping[str, OwnFigure]
    more: Mapping[str, Any]

    @property
    def title(self) -> str:
        """In the reader's language."""
        return self.titles[language.current()]

    @property
    def summary(self) -> str:
        """In the reader's language."""
        return self.summaries[language.current()]

    @property
    def territory(self) -> Territory:
        """Whose figures the page shows: Northern Ireland's only where the page is for there alone."""
        return Territory.NI if self.nations == (Nation.NORTHERN_IRELAND,) else Territory.GB

    def is_for(self, audience: Audience) -> bool:
        """Whether somebody of this audience is meant."""
        return audience in self.audience or Audience.EVERYONE in self.audience


@dataclass(frozen=True, kw_only=True)
class Section:
    """What stands under one heading; the first of a page may have none."""

    anchor: str
    heading: str
    level: int
    html: Markup
    text: str


@dataclass(frozen=True, kw_only=True)
class Written:
    """A page as it reads on one day in one language, its figures filled in."""

    html: Markup
    sections: tuple[Section, ...]
    markdown: str

    @property
    def contents(self) -> tuple[Section, ...]:
        """The headings of the first rank."""
        return tuple(section for section in self.sections if section.level == 2)
