"""An invented nation of paying parents, drawn to the published figures; nobody in it is real."""
