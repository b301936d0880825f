"""Everything stored has a purpose, a law and an end; nobody is asked or told without a law of their own nation."""

from django.apps import apps

from childmaintenance.privacy.purposes import register


def stored() -> set[str]:
    return {
        model._meta.label
        for model in apps.get_models()
        if model.__module__.startswith("childmaintenance.") and not model.__module__.startswith("childmaintenance.demo")
    }


def test_every_table_says_what_it_is_for():
    said = [table for purpose in register().purposes for table in purpose.tables]
    missing, gone = sorted(stored() - set(said)), sorted(set(said) - stored())
    assert not missing, f"Say in privacy/purposes.toml what these are for: {', '.join(missing)}"
    assert not gone, f"These are stored no more: {', '.join(gone)}"
    assert len(said) == len(set(said))
    assert register().purpose_of("cases.SafetyDisclosure").code == "SAFETY"
    assert register().purpose_of("cases.Nothing") is None


def test_every_purpose_has_a_law_and_an_end_in_both_languages():
    for purpose in register().purposes:
        for words in (purpose.titles, purpose.bases, purpose.conditions, purpose.keeps):
            assert set(words) == {"en", "cy"} and all(words.values()), purpose.code


def test_each_nation_has_its_own_list():
    said = register()
    gb, ni = ({body.code for body in said.sources(nation)} for nation in ("GB", "NI"))
    assert {"DWP", "DVLA"} <= gb and not {"DFC", "DVA"} & gb
    assert {"DFC", "DVA"} <= ni and not {"DWP", "DVLA"} & ni
    assert {"HMRC", "PRISON", "COUNCIL", "POLICE"} <= gb & ni
    assert "COLLECTORS" not in {body.code for body in said.recipients("NI")}


def test_nobody_is_asked_or_told_without_a_law():
    for body in register().bodies:
        assert body.asked or body.told
        assert body.laws and all(law.strip() for law in body.laws.values())
        assert set(body.titles) == {"en", "cy"}
