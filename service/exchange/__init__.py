"""Import and export of many records: NDJSON, data files in YAML, and analysts' tables in CSV."""
