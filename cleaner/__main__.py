"""`python -m cleaner`."""

from cleaner.cli.main import main

main(prog_name="cleaner")
