"""Which language or languages somebody's letter is in."""

import re

ENGLISH, WELSH = ("en",), ("cy",)

# Welsh first: a reader of either language finds theirs, and the one that was long treated as the copy is not.
BILINGUAL = ("cy", "en")

# Postcode areas that are in Wales, whole or but for a few streets, and the districts of English areas that reach into Wales.
# Somebody just across the border gets both languages, which harms nobody; they can choose one.
WELSH_AREAS = {"CF", "LD", "LL", "NP", "SA"}
WELSH_DISTRICTS = {
    *("CH4", "CH5", "CH6", "CH7", "CH8"),
    *("HR3", "HR5"),
    *("SY10", "SY13", "SY14", "SY15", "SY16", "SY17", "SY18", "SY19", "SY20", "SY21", "SY22", "SY23", "SY24", "SY25"),
}


def languages_for(preference: str, postcode: str) -> tuple[str, ...]:
    """The languages of a letter, in the order they come: as the person asked, and both for Wales when they have not said.

    `preference` is en, cy, both, or empty where nobody has asked them.
    """
    match preference:
        case "en":
            return ENGLISH
        case "cy":
            return WELSH
        case "both":
            return BILINGUAL
    return BILINGUAL if is_in_wales(postcode) else ENGLISH


def is_in_wales(postcode: str) -> bool:
    """Whether a postcode is in Wales, or on the border of it. An empty or partial one that cannot be read is not."""
    tidy = re.sub(r"\s", "", postcode).upper()
    found = re.fullmatch(r"([A-Z]{1,2})([0-9][0-9A-Z]?)([0-9][A-Z]{2})?", tidy)
    if found is None:
        return False
    area, number, _ = found.groups()
    return area in WELSH_AREAS or area + number in WELSH_DISTRICTS
