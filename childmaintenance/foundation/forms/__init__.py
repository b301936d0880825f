"""Questions and their fields: what a person may type, what it becomes, and what to say when it cannot.

One name for each kind of answer; README.md beside this file lists them. Portals import only from here.
"""

from childmaintenance.foundation.forms.fields.bank import AccountName, AccountNumber, RollNumber, SortCode
from childmaintenance.foundation.forms.fields.choices import Choice, Choices, Tick, YesNo
from childmaintenance.foundation.forms.fields.contact import Email, Phone, Postcode
from childmaintenance.foundation.forms.fields.dates import Date
from childmaintenance.foundation.forms.fields.names import FullName, Name
from childmaintenance.foundation.forms.fields.national_insurance import NationalInsuranceNumber
from childmaintenance.foundation.forms.fields.numbers import Pounds, WholeNumber
from childmaintenance.foundation.forms.fields.text import LongText, Text
from childmaintenance.foundation.forms.form import Form
from childmaintenance.foundation.forms.shown import NOT_PROVIDED, shown

__all__ = [
    "AccountName",
    "AccountNumber",
    "Choice",
    "Choices",
    "Date",
    "Email",
    "Form",
    "FullName",
    "LongText",
    "NOT_PROVIDED",
    "Name",
    "NationalInsuranceNumber",
    "Phone",
    "Postcode",
    "Pounds",
    "RollNumber",
    "SortCode",
    "Text",
    "Tick",
    "WholeNumber",
    "YesNo",
    "shown",
]
