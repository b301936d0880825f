"""Sessions: how long they live, where they are kept, how a person is warned, and how they are ended."""
