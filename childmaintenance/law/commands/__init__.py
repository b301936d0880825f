"""What each command reads and answers."""
