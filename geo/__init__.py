"""From reports to incidents, and from incidents to a map."""

__all__ = ["__version__"]

__version__ = "0.1.0"
