"""People and bodies, which parties to events may name."""
