"""The first step: find out what you can do, which way fits, and whether you may apply, without saying who you are."""
