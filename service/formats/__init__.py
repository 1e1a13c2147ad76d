"""What answers become in the forms of other tools: tables, feeds, maps, calendars, references; one file each.

A form is written from content that says nothing of where it came from: ``Table``, ``Feed``, ``Features``, ``Calendar``,
``Bibliography``. The views of a resource make that content, ``records/http/forms.py`` for every record type.
"""
