"""People and bodies that parties to events may name."""
