"""Warm referrals: somebody is put in touch with an organisation that helps, once they have agreed to every word of it."""
