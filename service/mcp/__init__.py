"""The Model Context Protocol: tools by which language models read the record, stateless and over POST alone.

Each tool asks a view of this service as any client does, and makes its answer short. *Modern* requests carry their
version in ``_meta`` (revision 2026-07-28), *legacy* ones follow an ``initialize`` (2025-11-25 and before).
"""
