"""The peers of the service in measurements, each a WSGI application that Gunicorn starts in the same way."""
