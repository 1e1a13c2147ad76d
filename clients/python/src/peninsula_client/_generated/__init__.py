"""Made from openapi.yaml by `make clients`; not edited by hand."""
