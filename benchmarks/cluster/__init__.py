"""A cluster on one machine (``make cluster``): to try what a fault of each part does, and to measure it."""
