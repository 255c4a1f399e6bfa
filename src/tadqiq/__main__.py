"""``python -m tadqiq``."""

from tadqiq.cli import main

main()
