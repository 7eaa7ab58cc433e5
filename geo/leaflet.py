"""What Folium writes for our map, written without Folium.

Folium takes longer to import than a report to read, and all that it writes for a map of
ours is one element, four rules of style and a call of Leaflet. A test holds this module
against Folium's own page, so that layers of Folium find the map that they know.
"""

from __future__ import annotations

import json

from geo.standalone import DocumentParts, app_script, lean_css, web_text

__all__ = ["MAP_OPTIONS", "page_parts"]

MAP_OPTIONS: dict[str, float | bool] = {
    "zoomControl": False,
    "preferCanvas": False,
    "attributionControl": False,
    "zoomSnap": 0.25,
    "zoomDelta": 1,
    "wheelPxPerZoomLevel": 90,
    "maxBoundsViscosity": 0.8,
}
"""Options of `L.map`: Leaflet's own controls are off, since ours take their place."""

_ZOOM = 4
"""Until the page has a size, to which the incidents are fitted."""
_MAP = "map_1"

_STYLES = (
    f"""
#{_MAP} {{
position: relative;
width: 100.0%;
height: 100.0%;
left: 0.0%;
top: 0.0%;
}}
.leaflet-container {{ font-size: 1rem; }}
""",
    """html, body {
width: 100%;
height: 100%;
margin: 0;
padding: 0;
}
""",
    """#map {
position:absolute;
top:0;
bottom:0;
right:0;
left:0;
}
""",
)


def page_parts(latitude: float, longitude: float, island_id: str) -> DocumentParts:
    """Styles, scripts and markup of a map that draws one data island.

    Parameters
    ----------
    latitude, longitude : float
        What the map opens on, degrees.
    island_id : str
        Element id of the island.

    Examples
    --------
    >>> parts = page_parts(33.2, 43.3, "im-data")
    >>> parts.body
    '<div class="folium-map" id="map_1"></div>'
    >>> parts.scripts[-1].splitlines()[-1]
    'IncidentMapper.attach(map_1, "im-data");'
    """
    options = json.dumps({"zoom": _ZOOM, **MAP_OPTIONS})
    center = json.dumps([latitude, longitude])
    script = (
        f'var {_MAP} = L.map("{_MAP}", '
        f"{{center: {center}, crs: L.CRS.EPSG3857, ...{options}}});\n"
        f"IncidentMapper.attach({_MAP}, {json.dumps(island_id)});"
    )
    return DocumentParts(
        styles=[lean_css(web_text("vendor/leaflet.css")), *(lean_css(style) for style in _STYLES)],
        scripts=[
            web_text("vendor/leaflet.js"),
            app_script(),
            "L_NO_TOUCH = false;\nL_DISABLE_3D = false;",
            script,
        ],
        body=f'<div class="folium-map" id="{_MAP}"></div>',
    )
