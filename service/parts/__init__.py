"""Lists of parts of records, each part a row by itself: steps, appearances, findings, claims."""
