"""Made-up content of the component page, in Dutch as a page of Voorbeeldstad would hold it."""

import datetime as dt
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from sociaal.core.editing import ChangedMeanwhileError, Difference

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def _moment(day: int, title: str, text: str = "", who: str = "Anna Jacobs") -> SimpleNamespace:
    when = dt.datetime(2026, 11, day, 14, 3, tzinfo=AMSTERDAM)
    return SimpleNamespace(wait=False, title=title, text=text, who=who, when=when, url="#", days=None)


def _wait(days: int, title: str, text: str = "") -> SimpleNamespace:
    return SimpleNamespace(wait=True, title=title, text=text, days=days)


MOMENTS = [
    _wait(9, "Wacht op aanbieder", "Dagbesteding Oost heeft een wachtlijst."),
    _moment(12, "Oplossing gekozen: algemene voorziening", "Maaltijdservice en dagbesteding in de buurt."),
    _wait(4, "Wacht op ons", "Collega leest mee."),
    _moment(
        8,
        "Gesprek thuis",
        "Mw. De Vries blijft graag in haar huis wonen.\nDe buurvrouw doet boodschappen.",
    ),
    _wait(2, "Wacht op inwoner"),
    _moment(3, "Hulpvraag opgepakt", "Anna is het vaste aanspreekpunt."),
    _moment(3, "Melding ontvangen", who="telefoon"),
]

IDENTITY = SimpleNamespace(
    name="Mw. A. de Vries",
    url="#",
    about="75 jaar · casus 2026-000123",
    facts=[
        ("Vast aanspreekpunt", "Anna Jacobs, sinds 3 november 2026", ""),
        ("Stap", "Hulp regelen", ""),
        ("Wacht op", "aanbieder, 9 dagen", "waiting"),
        ("Eerstvolgende datum", "onderzoek af voor 3 december 2026", ""),
    ],
)


def collided() -> SimpleNamespace:
    """A form that comes back because somebody else was first."""
    return SimpleNamespace(
        conflict=ChangedMeanwhileError({}, "Bram Smit", dt.datetime(2026, 11, 12, 14, 3, tzinfo=AMSTERDAM)),
        differences=[
            Difference("Telefoon", "088-0000001", "088-0000002"),
            Difference("Straat", "Lindelaan", None),
        ],
    )


ROWS = [
    SimpleNamespace(
        name="Mw. A. de Vries", words="Ik kom de trap niet meer op", step="In gesprek", days=9, late=True
    ),
    SimpleNamespace(
        name="Gezin El Amrani", words="Het gaat thuis niet goed met Sami", step="Afweging", days=4, late=False
    ),
    SimpleNamespace(
        name="Dhr. J. Łukasiewicz-Đorđević",
        words="Ik kan de huur niet betalen",
        step="Hulp regelen",
        days=1,
        late=False,
    ),
]

RUNGS = [
    SimpleNamespace(
        label="Sociale basis",
        considered=True,
        chosen=False,
        closed=False,
        options=["Buurvrouw doet boodschappen", "Klussendienst"],
        tried="De buurvrouw helpt al sinds mei.",
        why_not="zij kan niet elke dag koken.",
    ),
    SimpleNamespace(
        label="Algemene voorziening",
        considered=True,
        chosen=True,
        closed=False,
        options=["Maaltijdservice", "Dagbesteding Oost (wacht 2 weken)"],
        tried="",
        why_not="",
    ),
    SimpleNamespace(
        label="Specialistische ondersteuning",
        considered=False,
        chosen=False,
        closed=True,
        options=[],
        tried="",
        why_not="",
    ),
]

PILLS = [
    SimpleNamespace(label="Wacht op mij", url="#", count=3, current=True),
    SimpleNamespace(label="Wacht op anderen", url="#", count=11, current=False),
    SimpleNamespace(label="Hulp loopt", url="#", count=24, current=False),
    SimpleNamespace(label="Concepten", url="#", count=None, current=False),
]

STEPS = [
    SimpleNamespace(label=label, current=label == "Afweging")
    for label in (
        "Aangemeld",
        "In gesprek",
        "Afweging",
        "Hulp regelen",
        "Hulp loopt",
        "Evaluatie",
        "Afgesloten",
    )
]

_WEEKS = [f"wk {number}" for number in range(30, 46)]
_MEDIANS = [19, 22, 18, 24, 21, 17, 20, 23, 26, 19, 18, 21, 16, 15, 17, 14]
_WAITS = {"ons": 310, "inwoner": 90, "ketenpartner": 60, "aanbieder": 520, "andere instantie": 40}
_FAST = [[0, 1], [4, 0.8], [9, 0.5], [15, 0.3], [22, 0.1], [30, 0.05]]
_REGULAR = [[0, 1], [10, 0.85], [19, 0.5], [30, 0.3], [41, 0.2], [60, 0.1]]

CHARTS = [
    SimpleNamespace(
        id="chart-line",
        kind="line",
        low=False,
        sentence="Een inwoner wacht mediaan 19 dagen op hulp. Dat is gewone schommeling, geen verandering.",
        data={
            "x": _WEEKS,
            "series": [{"name": "mediaan", "values": _MEDIANS}],
            "unit": "dagen",
            "limits": {
                "mean": 19.4,
                "upper": 29.1,
                "lower": 9.7,
                "mean_label": "gemiddelde",
                "upper_label": "grens",
            },
            "marks": [{"x": "wk 40", "text": "buurtkoffie begonnen"}],
        },
        headers=["Week", "Mediaan in dagen"],
        rows=list(zip(_WEEKS, _MEDIANS, strict=True)),
    ),
    SimpleNamespace(
        id="chart-bars",
        kind="bars",
        low=True,
        sentence="De meeste dagen wachten inwoners op een aanbieder.",
        data={
            "x": list(_WAITS),
            "series": [{"name": "wachtdagen", "values": list(_WAITS.values())}],
        },
        headers=["Wacht op", "Dagen"],
        rows=[
            ("ons", 310),
            ("inwoner", 90),
            ("ketenpartner", 60),
            ("aanbieder", 520),
            ("andere instantie", 40),
        ],
    ),
    SimpleNamespace(
        id="chart-survival",
        kind="survival",
        low=False,
        sentence="Na 41 dagen wacht nog 1 op de 5 inwoners op hulp.",
        data={
            "x": [],
            "unit": "dagen",
            "series": [
                {
                    "name": "verkorte route",
                    "values": _FAST,
                },
                {
                    "name": "gewone route",
                    "values": _REGULAR,
                },
            ],
        },
        headers=["Dag", "Verkorte route", "Gewone route"],
        rows=[("10", "50 %", "85 %"), ("20", "30 %", "50 %"), ("41", "5 %", "20 %")],
    ),
]
