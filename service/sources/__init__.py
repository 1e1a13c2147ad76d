"""What the record rests on: articles, imagery analyses, briefings, statements."""
