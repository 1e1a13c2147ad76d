"""Who may do what: API keys and the scopes they hold."""
