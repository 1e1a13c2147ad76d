"""The API description, generated from the running code, and the pages that serve and render it."""
