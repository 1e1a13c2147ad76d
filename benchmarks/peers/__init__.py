"""What the service is measured beside, each a WSGI application that Gunicorn starts the same way."""
