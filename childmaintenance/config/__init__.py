"""Settings, addresses, the embedded database and the verbs of ./run."""
