"""The version of this package: that of the release of the service whose description it was made from."""

__version__ = "0.2.0"
