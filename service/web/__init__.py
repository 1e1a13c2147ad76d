"""HTTP as the RFCs have it, one file a concern; knows nothing of records."""
