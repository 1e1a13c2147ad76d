"""What must hold of everything that is stored, and whether it does."""
