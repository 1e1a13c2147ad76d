"""Meetings of leaders, from the first proposal to what came of them."""
