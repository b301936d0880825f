"""What the web server calls: granian --interface wsgi childmaintenance.config.wsgi:application"""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "childmaintenance.config.settings")

application = get_wsgi_application()

from childmaintenance.guidance.searching.warming import warm_behind  # noqa: E402 -- the apps must be ready
from childmaintenance.statistics.counting.writing import keep_writing  # noqa: E402

keep_writing()
if not settings.TEST:  # a server for one test has a question to answer in one test of hundreds
    warm_behind()
