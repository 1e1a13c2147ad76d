"""Meetings of leaders, from the first proposal to their outcome."""
