"""From answers to what the rooms below are told. Nothing is decided here; words become the records of `cases` and `parties`."""

from childmaintenance.cases.terms import BankTold, ChildTold, CircumstancesTold, SafetyTold
from childmaintenance.journeys.terms import Answers
from childmaintenance.parties.terms import AlsoAs, ContactRecord, CorrespondenceLanguage, PersonTold
from childmaintenance.portals.parents.journeys.questions import circumstances, nights
from childmaintenance.portals.parents.journeys.who import children, pays


def safety(answers: Answers) -> SafetyTold | None:
    """What was said about safety; None where nobody wanted to say anything."""
    worries = set(answers.get("safety", "worries", [])) - {"none"}
    if not worries:
        return None
    said = [answers.get("safety-more", "details", "")]
    if name_now := answers.get("your-name-now", "name_now"):
        said.append(f"Name now: {name_now}")
    return SafetyTold(
        at_risk="risk" in worries,
        details="\n".join(text for text in said if text),
        name_or_place_changed=bool(worries & {"name", "place"}),
    )


def applicant(answers: Answers) -> PersonTold:
    """Who applies. Somebody we know already is found by their account, and only their name is said again."""
    if answers.known.get("registered"):
        return PersonTold(full_name=answers.known["full_name"])
    reached = contact(answers)
    return PersonTold(
        full_name=answers.get("your-name", "full_name"),
        known_as=answers.get("your-name", "known_as", ""),
        date_of_birth=answers.get("your-birth", "date_of_birth"),
        nino=answers.get("your-nino", "nino", ""),
        **vars(reached),
    )


def contact(answers: Answers) -> ContactRecord:
    """How somebody wants to be reached."""
    return ContactRecord(
        language=answers.get("letters", "language"),
        large_print=answers.get("letters", "large_print") == "yes",
        also_as=also_as if (also_as := answers.get("letters", "also_as", "")) in AlsoAs.values else "",
        email=answers.get("reach", "email", ""),
        phone=answers.get("reach", "phone", ""),
        address=address(answers, "address"),
        postcode=answers.get("address", "postcode", ""),
        safe_contact=answers.get("safe-contact", "safe_contact", ""),
    )


def other_parent(answers: Answers) -> PersonTold:
    """The other parent, as the applicant knows them. Until they choose a language, a family in Wales is written to in both."""
    return PersonTold(
        full_name=answers.get("their-name", "full_name"),
        known_as=answers.get("their-name", "known_as", ""),
        date_of_birth=answers.get("their-birth", "date_of_birth"),
        nino=answers.get("their-birth", "nino", ""),
        language=CorrespondenceLanguage.BOTH
        if answers.get("nation", "nation") == "wales"
        else CorrespondenceLanguage.ENGLISH,
        email=answers.get("their-reach", "email", ""),
        phone=answers.get("their-reach", "phone", ""),
        address=address(answers, "their-address"),
        postcode=answers.get("their-address", "postcode", ""),
    )


def address(answers: Answers, question: str) -> str:
    """The lines of an address, without the empty ones."""
    lines = (answers.get(question, line, "") for line in ("line_1", "line_2", "town", "county"))
    return "\n".join(line for line in lines if line)


def circumstances_of_paying_parent(answers: Answers) -> CircumstancesTold:
    return CircumstancesTold(
        other_children=circumstances.count(answers, "other-children"),
        other_arrangement_children=circumstances.count(answers, "other-arrangement"),
        benefit=circumstances.benefit(answers),
        nil_reason=circumstances.nil_reason(answers),
        employer=answers.get("their-work", "employer"),
    )


def bank(answers: Answers) -> BankTold | None:
    if not answers.has("bank"):
        return None
    return BankTold(
        account_name=answers.get("bank", "account_name"),
        sort_code=answers.get("bank", "sort_code"),
        account_number=answers.get("bank", "account_number"),
        roll_number=answers.get("bank", "roll_number", ""),
    )


def children_named(answers: Answers) -> tuple[ChildTold, ...]:
    """The children of an application. A parent who applies to pay for them says by it that they are theirs."""
    return tuple(
        ChildTold(
            first_name=child.get("child-name", "first_name"),
            last_name=child.get("child-name", "last_name"),
            date_of_birth=child.get("child-born", "date_of_birth"),
            in_education={"yes": True, "no": False}.get(child.get("child-education", "in_education", "")),
            nights=nights.nights(answers, place),
            equal_care=nights.equal_care(answers, place),
            parentage_accepted=True if pays(answers) else None,
        )
        for place, child in enumerate(answers.each("children"))
    )


def children_answered(answers: Answers) -> tuple[ChildTold, ...]:
    """What is said of the children of a case in answer to an application: whose they are, and the nights."""
    return tuple(
        ChildTold(
            reference=child.reference,
            parentage_accepted=child.is_mine if answers.has("parentage") else None,
            nights=nights.nights(answers, place) if child.is_mine else None,
            equal_care=nights.equal_care(answers, place) if child.is_mine else None,
        )
        for place, child in enumerate(children(answers))
    )
