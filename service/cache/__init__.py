"""The cache in front of routing: responses stored in memory and in Redis, each for one version of the record."""
