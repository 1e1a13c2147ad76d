"""Checks of the bundled data sets beyond the schemas: one file for each concern."""
