"""Wire text in capitals, where no capital tells a name."""

from __future__ import annotations

import pytest

from tests.geo.tellings import one


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "A BOMB PLANTED BY MEMBERS OF THE SOCIALIST WORKERS PARTY EXPLODED IN GAO ON TUESDAY.",
            "SOCIALIST WORKERS PARTY",
        ),
        (
            "A JUDGE WAS SHOT IN GAO TODAY. THE EPR [PATRIOTIC RESISTANCE ARMY] TOOK CREDIT FOR IT.",
            "EPR",
        ),
        (
            "THE MALIAN ARMY ACCEPTED RESPONSIBILITY FOR THE DEATH OF TWO MEN SHOT IN GAO TODAY.",
            "MALIAN ARMY",
        ),
    ],
)
def test_parties(text: str, party: str) -> None:
    assert party in [a.name for a in one(text).actors]
