"""How the service is used and how well it works: counted in sums, with nobody in them."""
