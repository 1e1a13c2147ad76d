"""The mechanism that every record type shares: validation, revisions, terms, references, history and changes."""
