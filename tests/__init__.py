"""Whole-house checks, and the plugin that gives every room its database, server and browser."""
