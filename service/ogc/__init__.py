"""OGC API Features: the records that have a place, as collections of features for map tools (OGC 17-069r4, 19-079r2).

Words: a *collection* is a record type, a *feature* one record, a *queryable* a property that filters can name.
"""
