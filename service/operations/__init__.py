"""Running the server: the Gunicorn worker, the log, metrics, traces and health checks."""
