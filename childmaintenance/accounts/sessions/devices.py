"""What to call a browser in the list of places where somebody is signed in."""

import re

BROWSERS = [
    ("Edge", r"Edg(e|A|iOS)?/"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Opera", r"OPR/|Opera"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/|Chromium/"),
    ("Safari", r"Safari/"),
]
SYSTEMS = [
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("Mac", r"Macintosh|Mac OS X"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux"),
]


def device(user_agent: str) -> str:
    """A browser and a kind of device, as "Firefox, Windows"; empty when neither is known. Nothing finer is kept."""
    found = [next((name for name, mark in marks if re.search(mark, user_agent)), "") for marks in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, found))
