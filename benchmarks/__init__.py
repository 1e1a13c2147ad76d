"""The speed of the service: beside peers that return the same, and as the number of records grows (``make bench``)."""
