"""The browser side of the map: our own code and styles, and the built third-party assets."""

__all__: list[str] = []
