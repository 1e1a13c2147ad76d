"""Summit steps, communications, parades and observations in one dated stream."""
