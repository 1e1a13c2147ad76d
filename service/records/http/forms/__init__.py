"""Lists, records and revisions in the forms of other tools, by what each type declares; one file a kind of content."""
