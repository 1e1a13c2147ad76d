"""Pages for people: what a browser is shown where programs are answered in JSON."""
