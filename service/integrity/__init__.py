"""Integrity checks of everything that is stored."""
