"""Run a Django management command; ./run comes here with any word it does not know."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "childmaintenance.config.settings")
    execute_from_command_line(["./run", *sys.argv[1:]])
