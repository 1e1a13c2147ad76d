"""Drawings of views as SVG: pure functions of their documents, each with a table that says the same.

- **drawing**: the picture, its title and description, and its table.
- **mark**: one thing in it that stands for one row of the table; its ``<title>`` says that row in words.

States and kinds of marks differ in shape or pattern, not in colour alone. Colours are presentation attributes, so that
any program can open a drawing; ``drawings.css`` overrides them in pages that are dark.
"""
