"""The WSGI application that Gunicorn serves."""

import gc

from service.app import create_app
from service.settings import Settings

app = create_app(Settings.from_env())

# The garbage collector passes over what lives as long as the worker. It went through all of it again and again while a
# whole query was streamed, which took two fifths of the time (docs/performance.md).
gc.collect()
gc.freeze()
