"""What must hold of the bundled record beyond the schemas: one file a concern."""
