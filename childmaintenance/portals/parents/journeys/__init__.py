"""What parents are asked. One file for each journey; the questions that several of them ask are in `questions`."""
