"""Days: from when a decision works, until when something may be done, and which days are working days."""
