"""What was public when, which observations are withdrawn or in force, and findings, for the types that state them."""
