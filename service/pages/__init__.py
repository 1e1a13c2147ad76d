"""Pages for people: browsers get HTML where programs get JSON."""
