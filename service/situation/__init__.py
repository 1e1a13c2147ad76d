"""The state of play on a date, in one answer."""
