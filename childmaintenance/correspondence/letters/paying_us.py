"""How to pay the service: its own bank account, and the reference without which a payment is nobody's."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block, callout, heading, paragraph


@dataclass(frozen=True, kw_only=True)
class PayTo:
    """The service's own account, and the paying parent's reference."""

    account_name: str
    sort_code: str
    """Six digits."""
    account_number: str
    payment_reference: str


def ways_to_pay(pay_to: PayTo) -> list[Block]:
    """The bank details to pay to, and what to write on the payment."""
    digits = pay_to.sort_code
    sort_code = "-".join(digits[place : place + 2] for place in range(0, len(digits), 2))
    return [
        heading(_("How to pay")),
        paragraph(
            _("Pay by bank transfer, or set up a standing order at your bank so that you do not have to remember.")
        ),
        callout(
            _("Pay to this account"),
            [
                _("Name: %(name)s") % {"name": pay_to.account_name},
                _("Sort code: %(sort_code)s") % {"sort_code": sort_code},
                _("Account number: %(number)s") % {"number": pay_to.account_number},
                _("Payment reference: %(reference)s") % {"reference": pay_to.payment_reference},
            ],
        ),
        paragraph(_("Always give the payment reference, and nothing else. It tells us that the money is from you.")),
    ]
