"""Proving who somebody is: passwords, second factors, codes by e-mail, on top of django-allauth."""
