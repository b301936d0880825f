"""What follows from asking for an e-mail."""

from collections.abc import Mapping

from childmaintenance.correspondence.copies import deliver_copy
from childmaintenance.correspondence.reminders import ask_whether_they_want_them


def send_the_copy(about: Mapping[str, str]) -> None:
    deliver_copy(about["copy"])


def ask_whether_they_want_reminders(about: Mapping[str, str]) -> None:
    ask_whether_they_want_them(about["reminder"])
