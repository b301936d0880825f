"""What a person may ask of the models, one file a verb."""
