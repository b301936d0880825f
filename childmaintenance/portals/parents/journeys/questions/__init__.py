"""Questions that parents are asked, one file for each subject. A journey puts them in order."""
