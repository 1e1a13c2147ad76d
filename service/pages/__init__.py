"""Pages for people: what a browser gets where programs get JSON, at the same URLs.

Every resource that answers ``GET`` in JSON has a page (``assembly.py``): made by the function that ``PAGES`` names for
its endpoint, else by one for lists, records and revisions of any type, else by one that shows any document.

To add a page to a view, write a function that takes an ``Asked`` and returns ``asked.page(template, title, ...)``, and
name it in ``PAGES``. ``asked.document`` is what the view answers in JSON, ``asked.names`` tells what the records are
called that it names. The template extends ``page.html``; ``to(path)`` makes a link that keeps the clocks,
``parts.html`` has macros for dates, citations, places. A record type gets a layout of its own by a template
``records/PATH.html`` that extends ``record.html``.
"""
