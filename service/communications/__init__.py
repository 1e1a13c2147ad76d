"""Letters, statements, briefings and calls that lead to meetings, or away from them."""
