"""`python -m corrob`: the same as the command `corrob`."""

from corrob.cli import main

main()
