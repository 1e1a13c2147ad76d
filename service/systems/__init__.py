"""Weapon systems that parades show or leave out."""
