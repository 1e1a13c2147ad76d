"""How fast the service is: beside peers that answer the same, and as the record grows (``make bench``)."""
