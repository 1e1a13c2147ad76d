"""What was public when, what was withdrawn and is in force, and what findings are, for the types that state them."""
