"""Nuclear and missile facilities and their components."""
