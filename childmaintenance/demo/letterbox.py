"""What somebody finds in a letter they hold in their hand."""

from childmaintenance.correspondence import queries as letters


def code_for(party: str) -> str:
    """The code in the newest letter to somebody that has one; empty where there is none."""
    for line in letters.letters_of(party):
        for block in letters.letter(line.reference).parts[0].blocks:
            if block.get("secret"):
                return str(block["amount"])
    return ""
