"""Finding the page and the passage that answer: in both languages, in memory, with words kept as data. It invents nothing."""
