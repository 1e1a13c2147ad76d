"""Many records at once, in and out: NDJSON, data files and tables of analysts."""
