"""Where an application asks about danger, whoever is in it can ring somebody: every helpline, as on the page about safety."""

import pytest

from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.helplines import helplines
from childmaintenance.portals.parents.tests.stories.walking import Walker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("prefix", "code"), [("", "en"), ("/cy", "cy")])
def test_every_helpline_stands_beside_the_question(prefix: str, code: str) -> None:
    catrin = Walker("catrin").begin(f"{prefix}/apply/")
    catrin.open(f"{catrin.draft}safety")
    with in_language(code):
        for line in helplines():
            assert line.name in catrin.words
            assert not line.number or f'href="tel:{line.number.replace(" ", "")}"' in catrin.page
    assert f'href="{prefix}/guides/call-charges"' in catrin.page
