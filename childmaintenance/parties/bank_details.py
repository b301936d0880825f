"""What a British account number looks like on paper, and what it is when the spaces and dashes are gone."""

import re

from childmaintenance.parties.terms import BankAccountRecord, BankDetailsRefused


def checked_bank_account(
    account_name: str, sort_code: str, account_number: str, roll_number: str = ""
) -> BankAccountRecord:
    """Digits without spaces or dashes; a six- or seven-digit account number is filled to eight with noughts, as banks
    do.

    Raises BankDetailsRefused. The modulus check of Pay.UK needs its table of weights, which we may not ship: a wrong
    but well-formed number comes back from the bank as a returned payment and opens a task.
    """
    name = account_name.strip()
    digits_of_sort_code = re.sub(r"[\s\-–]", "", sort_code)
    digits_of_account = re.sub(r"[\s\-–]", "", account_number)
    roll = roll_number.strip()
    if not 1 <= len(name) <= 70:
        raise BankDetailsRefused("account_name", "an account name has 1 to 70 characters")
    if not re.fullmatch(r"[0-9]{6}", digits_of_sort_code):
        raise BankDetailsRefused("sort_code", "a sort code has 6 digits")
    if not re.fullmatch(r"[0-9]{6,8}", digits_of_account):
        raise BankDetailsRefused("account_number", "an account number has 6 to 8 digits")
    if not re.fullmatch(r"[A-Za-z0-9 ./\-]{0,18}", roll):
        raise BankDetailsRefused(
            "roll_number", "a roll number has up to 18 letters, digits, spaces, dots, slashes, dashes"
        )
    return BankAccountRecord(
        account_name=name,
        sort_code=digits_of_sort_code,
        account_number=digits_of_account.zfill(8),
        roll_number=roll,
    )
