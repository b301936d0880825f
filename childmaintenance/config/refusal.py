"""A stop that a person can put right."""


class Refused(Exception):
    """Its message says in plain sentences what happened and what to do; ./run prints it without a traceback."""
