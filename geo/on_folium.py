"""Incidents as an element of Folium, which draws them beside its own layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from geo.leaflet import MAP_OPTIONS
from geo.standalone import MapError, app_script, app_style

__all__ = ["IncidentLayer", "folium_map", "free_island_id"]


class IncidentLayer(MacroElement):
    """The element that draws an island's incidents on a Leaflet map.

    Parameters
    ----------
    island_id : str
        Element id of the island.
    islands : sequence of (str, str)
        Element id and base64 text of each island that the page must carry.
    carry : bool
        Whether the page needs our code and the islands beside the script.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "IncidentMapper.attach({{ this._parent.get_name() }}, {{ this.island_id|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, island_id: str, islands: Sequence[tuple[str, str]], *, carry: bool) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "incidents"
        self.island_id = island_id
        self._islands = islands
        self._carry = carry

    def render(self, **kwargs: Any) -> Any:
        if self._carry:
            figure = self.get_root()
            if not isinstance(figure, Figure):
                raise MapError("incidents can only be drawn on a map that stands in a figure")
            # By name: of several maps in a figure, the first brings the code for all.
            figure.header.add_child(
                Element(f"<style>{app_style()}</style>\n<script>{app_script()}</script>"),
                name="incident_mapper",
            )
            for name, content in self._islands:
                tag = f'<script type="application/octet-stream" id="{name}">{content}</script>'
                figure.html.add_child(Element(tag), name=name)
        return super().render(**kwargs)  # type: ignore[no-untyped-call]


def folium_map(latitude: float, longitude: float) -> folium.Map:
    """An empty map of Folium, with the options of ours."""
    options: dict[str, Any] = dict(MAP_OPTIONS)
    figure_map = folium.Map(
        location=(latitude, longitude),
        zoom_start=4,
        tiles=None,
        zoom_control=options.pop("zoomControl"),
        prefer_canvas=options.pop("preferCanvas"),
        **options,
    )
    # Without Folium's popups and icons, Leaflet is all that a map needs.
    figure_map.default_js = [link for link in folium.Map.default_js if link[0] == "leaflet"]
    figure_map.default_css = [link for link in folium.Map.default_css if link[0] == "leaflet_css"]
    return figure_map


def free_island_id(figure_map: folium.Map) -> str:
    """An element id that no other incidents on the map have."""
    children = figure_map._children.values()
    taken = sum(isinstance(child, IncidentLayer) for child in children)
    name = f"im-data-{figure_map.get_name()}"
    return f"{name}-{taken + 1}" if taken else name
