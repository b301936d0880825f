"""Whether the addresses that we send people to still answer: asked politely, one at a time of each host, and kept for editors."""
