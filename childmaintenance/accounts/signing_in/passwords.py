"""Which passwords are refused, each with a sentence that says what to do instead."""

from django.contrib.auth import password_validation
from django.utils.translation import gettext as _


class LongEnough(password_validation.MinimumLengthValidator):
    """Length is what makes a password hard to guess; nothing is asked about its letters and signs."""

    def get_error_message(self) -> str:
        return _("Password must have %(length)d characters or more") % {"length": self.min_length}

    def get_help_text(self) -> str:
        return _("Use %(length)d characters or more. Three random words make a strong password.") % {
            "length": self.min_length
        }


class NotCommon(password_validation.CommonPasswordValidator):
    """Refuses the twenty thousand passwords that are tried first."""

    def get_error_message(self) -> str:
        return _("Many people use this password, so it can be guessed. Choose another one")

    def get_help_text(self) -> str:
        return ""


class NotAboutYou(password_validation.UserAttributeSimilarityValidator):
    """Refuses a password that repeats the person's own name or e-mail address."""

    def get_error_message(self) -> str:
        return _("This password is too much like your name or email address. Choose another one")

    def get_help_text(self) -> str:
        return ""
