"""What records are found by: the rows that are written with each revision, and the pages that are read off them."""
