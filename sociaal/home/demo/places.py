"""Neighbourhoods and streets of Voorbeeldstad.

The postcodes begin with 9999 and a letter A to E: no address in the Netherlands has one of those.
"""

from dataclasses import dataclass

from sociaal.accounts.operations.cast import EAST, WEST

MUNICIPALITY = "Voorbeeldstad"
OFFICES = {EAST: f"{EAST}, Roggehof 88", WEST: f"{WEST}, Kadestraat 48"}
"""Where residents come to talk, by the team of their neighbourhood; nobody lives at these numbers."""


@dataclass(frozen=True)
class Street:
    """House numbers run from 1 to `highest`."""

    name: str
    postcode: str
    highest: int


@dataclass(frozen=True)
class Neighbourhood:
    name: str
    streets: tuple[Street, ...]


NEIGHBOURHOODS: tuple[Neighbourhood, ...] = (
    Neighbourhood(
        "De Polder",
        (
            Street("Wilgenpad", "9999 AA", 64),
            Street("Rietsingel", "9999 AB", 38),
            Street("Waterlelie", "9999 AC", 120),
            Street("Slootkant", "9999 AD", 22),
            Street("Veenweg", "9999 AE", 86),
            Street("Kievitstraat", "9999 AG", 47),
            Street("Weidehof", "9999 AH", 30),
            Street("Dijkzicht", "9999 AJ", 140),
        ),
    ),
    Neighbourhood(
        "Oude Haven",
        (
            Street("Touwslagersgang", "9999 BA", 22),
            Street("Schippersplein", "9999 BB", 86),
            Street("Kadestraat", "9999 BC", 47),
            Street("Ankerhof", "9999 BD", 30),
            Street("Zeilmakerstraat", "9999 BE", 140),
            Street("Havenmeesterpad", "9999 BG", 64),
            Street("Lichtersteeg", "9999 BH", 38),
            Street("Stuurmanstraat", "9999 BJ", 120),
        ),
    ),
    Neighbourhood(
        "Spoorzicht",
        (
            Street("Seinpaalstraat", "9999 CA", 30),
            Street("Wisselwachterhof", "9999 CB", 140),
            Street("Perronlaan", "9999 CC", 64),
            Street("Locomotiefstraat", "9999 CD", 38),
            Street("Conducteurplein", "9999 CE", 120),
            Street("Rangeerpad", "9999 CG", 22),
            Street("Stoomhof", "9999 CH", 86),
            Street("Wagonstraat", "9999 CJ", 47),
        ),
    ),
    Neighbourhood(
        "Het Hoge Land",
        (
            Street("Korenbloemstraat", "9999 DA", 38),
            Street("Essenlaan", "9999 DB", 120),
            Street("Molenkruier", "9999 DC", 22),
            Street("Roggehof", "9999 DD", 86),
            Street("Bovenweg", "9999 DE", 47),
            Street("Akkerstraat", "9999 DG", 30),
            Street("Klaverveld", "9999 DH", 140),
            Street("Maalderij", "9999 DJ", 64),
        ),
    ),
    Neighbourhood(
        "Nieuw Voorbeeld",
        (
            Street("Componistenlaan", "9999 EA", 86),
            Street("Sterrenkijker", "9999 EB", 47),
            Street("Kometenstraat", "9999 EC", 30),
            Street("Maanhof", "9999 ED", 140),
            Street("Zonnewijzer", "9999 EE", 64),
            Street("Planeetplein", "9999 EG", 38),
            Street("Uraniaweg", "9999 EH", 120),
            Street("Horizonlaan", "9999 EJ", 22),
        ),
    ),
)
