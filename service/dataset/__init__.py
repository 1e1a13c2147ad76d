"""The bundled record, as data files: one folder a named set, one file a record."""
