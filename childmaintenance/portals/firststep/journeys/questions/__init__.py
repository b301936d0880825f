"""Questions that several journeys of the first step ask."""
