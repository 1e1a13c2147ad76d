"""What a body may hold: fields, notations, parts and the faults they find; knows nothing of storage."""
