"""The sources that records cite: articles, imagery analyses, briefings, statements."""
