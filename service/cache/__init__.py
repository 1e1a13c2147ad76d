"""The cache in front of routing: answers kept in memory and in Redis, good for one version of the record."""
