"""`python -m geo.cli` is `incident-mapper`."""

from geo.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
