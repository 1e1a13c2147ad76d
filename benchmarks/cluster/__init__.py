"""A cluster on one machine (``make cluster``): to try the effect of a failure of each part, and to measure it."""
