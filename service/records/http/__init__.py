"""The mechanism over HTTP: one file a resource, the same for every record type."""
