"""What a body may hold: fields, notations, parts and the errors they find; knows nothing of storage."""
