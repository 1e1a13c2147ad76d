"""Weapon systems, which parades show or leave out."""
