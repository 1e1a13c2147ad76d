"""The subcommands of ``peninsula``, one file for each kind; ``service/cli.py`` assembles them."""
