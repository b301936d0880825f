"""A browser in which somebody of the public is signed in."""

from importlib import import_module

from django.conf import settings
from django.http import HttpRequest
from django.test import Client

from childmaintenance.accounts.actions import sign_in_as


def signed_in(account: str) -> Client:
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.session.create()
    sign_in_as(request, account)
    request.session.save()
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    return client
