"""Full text over every record of every type, ranked, with the places where the words stand."""
