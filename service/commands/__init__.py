"""What the command line can do, a file for each kind of command; ``service/cli.py`` puts them together."""
