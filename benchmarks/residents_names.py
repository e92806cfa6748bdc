"""Dutch names as common as they are: who is called De Jong is one in two hundred, most names are rare.

The hundred most common last names with how many bear them (2007, out of 16.3 million), from general
knowledge of the Dutch name registers; families with roots elsewhere; and a long tail that is put together of
the parts that Dutch names are made of. First names are those of the demonstration town, by year of birth and
background.
"""

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from sociaal.home.demo.names import FIRST_NAMES, LAST_NAMES, SHARE

DUTCH = 16_300_000
COMMON = """
de Jong 83937|Jansen 73538|de Vries 71065|van den Berg 58562|van Dijk 56499|Bakker 55273|Janssen 54040
Visser 49525|Smit 42280|Meijer 40047|de Boer 38343|Mulder 36207|de Groot 36147|Bos 35407|Vos 30279
Peters 30111|Hendriks 29492|van Leeuwen 28949|Dekker 27946|Brouwer 25419|de Wit 24904|Dijkstra 24175
Smits 23816|de Graaf 21728|van der Meer 21301|van der Linden 20638|Kok 20486|Jacobs 20310|de Haan 19875
Vermeulen 19795|van den Heuvel 19343|van der Veen 18859|van den Broek 18851|de Bruijn 18593|de Bruin 18330
van der Heijden 17985|Schouten 17855|van Beek 17427|Willems 17411|van Vliet 17370|van de Ven 17301
Hoekstra 17284|Maas 17092|Verhoeven 16793|Koster 16582|van Dam 16539|van der Wal 16444|Prins 16413
Blom 15893|Huisman 15886|Peeters 15681|Kuipers 14982|van Veen 14954|van Dongen 14886|Veenstra 14673
Kramer 14596|van den Bosch 14578|van der Meulen 14416|Mol 14309|Zwart 14302|van der Laan 14286|Martens 14218
van de Pol 14177|Postma 14171|Tromp 14073|Borst 14027|Boon 13962|van Doorn 13885|Jonker 13859
van der Velden 13831|Willemsen 13819|van Wijk 13752|Groen 13753|Gerritsen 13687|Bosch 13675|van Loon 13639
van der Ploeg 13496|de Ruiter 13482|Molenaar 13414|Boer 13387|Klein 13210|Scholten 13067|Post 12977
van Rijn 12923|Kuiper 12796|Wouters 12791|van Es 12756|Timmermans 12698|de Lange 12665|de Rooij 12648
Schipper 12613|Verbeek 12560|de Leeuw 12548|Hermans 12512|van der Horst 12406|Evers 12364|van Schaik 12324
Rietveld 12299|de Koning 12271|Claassen 12212|Vink 12156|Sanders 12055|van der Heide 11933
"""
ELSEWHERE = {
    "turkish": """Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Arslan Doğan Kılıç Aslan Çetin Koç Kurt Özdemir
        Polat Yıldız Yıldırım Şimşek Özkan Kaplan Çakır Bulut Aktaş Korkmaz Erdoğan Güneş Tekin Şen Karaca
        Bozkurt Avcı Işık Turan Ünal Köse Taş Duman Acar Güler Kara Balcı Sönmez Uçar Karakaya Altın Toprak
        Yavuz Özer Ateş""",
    "moroccan": """Bouzid Amrani Benali Haddouchi Azzouzi Chaouki Ziani Lahlou Tahiri Bennani Mansouri Ouali
        Idrissi Khattabi Yousfi Hamdaoui Bakkali Fassi Bouazza Aarab Ouchan Boutaher Achahbar Chentouf Ajouaou
        Belhaj Bouhaddou Ahmidouch Aoulad Chahid Daoudi Ghazi Hajji Jabri Karimi Laarbi Mahjoubi Naciri Oulad
        Rahmouni Saidi Touzani Yaakoubi Zerouali Boulahrouz Chahbar Afkir Boussaid Kaddouri Mrabet""",
    "surinamese": """Ramdin Kalpoe Bhagwandin Jairam Sewnath Mohan Pinas Vrede Kromosoeto Wijngaarde Blijd
        Zeefuik Amatali Lachman Ramdjan Soekhoe Gopal Baldewsingh Jankie Kartosen Pawirodikromo Hardjosoesanto
        Biharie Chotkan Debipersad Gangaram Hirasing Jhinkoe Kishoen Mahabir Oemrawsingh Panday Ramlal
        Sitaldin Tewarie Doelwijt Esajas Fräser Grunberg Heilbron Landveld Misidjan Nijman Pengel""",
    "polish": """Kowalski Nowak Wiśniewski Wójcik Kamiński Zieliński Mazur Krawczyk Grabowski Pawlak
        Lewandowski Szymański Woźniak Dąbrowski Kozłowski Jankowski Wojciechowski Kwiatkowski Kaczmarek
        Piotrowski Michalski Nowakowski Adamczyk Dudek Zając Wieczorek Jabłoński Król Majewski Olszewski
        Jaworski Wróbel Malinowski Stępień Górski Rutkowski Sikora Walczak Baran Szewczyk""",
    "syrian": """Haddad Khoury Darwish Kassem Shami Nasser Sabbagh Hamwi Hassan Masri Ahmad Halabi Omar
        Ibrahim Khalil Saleh Mustafa Yousef Hussein Jaber Mahmoud Suleiman Qasim Barakat Shahin Zaidan Issa
        Matar Othman Ramadan Salloum Tayyar Wahbe Zein Najjar Fares""",
    "eritrean": """Tesfamariam Habtom Ghebremedhin Weldu Kidane Berhane Tekle Mehari Gebremariam Haile Tesfay
        Yohannes Abraha Woldemichael Kahsay Mebrahtu Gebreselassie Ogbazghi Tewelde Zerai""",
    "indonesian": """Sahetapy Pattiwael Latumahina Manuputty Soeharso Tahapary Wattimena Hutubessy Tomasoa
        Pattinama Leatemia Matulessy Nanlohy Siahaya Tuhuteru Rumahlatu""",
}
_BEGINS = """
    Brand Berk Eik Linde Wilgen Elzen Hout Veld Berg Dal Bos Heide Kamp Wold Wester Ooster Noorder Zuider Hoge
    Lage Oude Nieuwe Klooster Kerk Kasteel Molen Water Beek Stein Horst Hagen Rozen Bloemen Gras Haver Rogge
    Tarwe Hooi Vee Schaap Osse Paarde Vogel Hane Zwane Valke Arend Wolve Vosse Beere Snoek Steen Zand Klei
    Mosse Riet Bies Dijk Dam Sluis Haven Schip Visser Akker Tuin Boom Appel Kerse Note Hazel Mei Zomer Winter
    Goud Zilver IJzer Koper Smeede Wagen Rade Spijk Nagel Ketel Kruis Groene Witte Zwarte Roode Bruine Lange
    Korte Groote Kleine Ridder Graven Hertog Konings Prinsen Bisschop Pape Monnik Harte Sonne Maane Sterre
    Wijn Bier Brood Meule Bakke Slage Wever Snijde Schoe Tolle Poort Markt Straate Weg Bruggen Veer Overe
    Rijn Maas IJssel Vecht Amste Rotte Schelde Dommel Reggen Dinkel Linge Zaan Gouwe Spaarne Kuijle Duijve
"""
_ENDS = """
    stra ma inga sma man mans huis huizen huijs veld velden kamp kampen horst berg bergen burg hof hoven
    dijk beek hout donk laar mans schot voort wijk rode steeg straten sloot brink es meer meijer maker slager
    berger dal kerk stein poel zicht oord heuvel waard ga boer
"""
_STEMS = """
    Jan Piet Klaas Hendrik Willem Gerrit Dirk Arend Evert Cornelis Harm Roelof Lambert Reijn Geert Wouter
    Maarten Thijs Matthijs Joost Frans Aart Simon Teunis Adriaan Jacob Huijbert Lodewijk Steven Nicolaas
    Floris Gijsbert Otto Engel Wessel Barend Rutger Sijbrand Tjeerd Douwe Sietse
    Hessel Wiebe Jelle Fokke Rienk Eelke Ubbe
"""
_SON = ("s", "sen", "ssen", "sz", "sma", "stra", "ens", "ing", "ink", "je", "kes")
_PREFIXES = (("", 62), ("van", 14), ("van der", 9), ("de", 5), ("van den", 4), ("van de", 3), ("ter", 1.5),
             ("ten", 1), ("op den", 0.3), ("in 't", 0.3), ("te", 0.3), ("'t", 0.3), ("von", 0.3))  # fmt: skip


@dataclass
class Names:
    """Draws names at the rate at which people bear them. The same seed gives the same names."""

    rng: Random

    def __post_init__(self) -> None:
        rows = [line.rpartition(" ") for line in COMMON.strip().replace("\n", "|").split("|")]
        common = [(name, int(number)) for name, _space, number in rows]
        rare = _tail()
        Random(len(rare)).shuffle(rare)
        left = DUTCH - sum(number for _name, number in common)
        shares = [1 / (place + 120) for place in range(len(rare))]
        scale = left / sum(shares)
        weighed = common + [(name, share * scale) for name, share in zip(rare, shares, strict=True)]
        self._dutch = [name for name, _weight in weighed]
        self._weights = list(accumulate(weight for _name, weight in weighed))

    def background(self) -> str:
        return self.rng.choices([*SHARE], [*SHARE.values()])[0]

    def last(self, background: str) -> tuple[str, str]:
        """Prefix and last name."""
        if background == "dutch":
            return divided(self.rng.choices(self._dutch, cum_weights=self._weights)[0])
        names = ELSEWHERE[background].split()
        name = self.rng.choices(names, cum_weights=_falling(len(names), 12))[0]
        prefixes = [one.prefix for one in LAST_NAMES if one.background == background and one.prefix]
        return (self.rng.choice(prefixes) if prefixes and self.rng.random() < 0.3 else ""), name

    def first(self, background: str, gender: str, born: int) -> str:
        """Of four people one has a name that was common in other years."""
        lists = [one for one in FIRST_NAMES if one.background == background and one.gender == gender]
        fitting = [one for one in lists if one.born_from <= born <= one.born_until]
        names = self.rng.choice(fitting if fitting and self.rng.random() < 0.75 else lists).names
        return self.rng.choices(names, cum_weights=_falling(len(names), 8))[0]


@cache
def _falling(number: int, common: int) -> list[float]:
    """How often each of so many names is borne, the most common first, each with those before it."""
    return [*accumulate(1 / (place + common) for place in range(number))]


def divided(name: str) -> tuple[str, str]:
    """A Dutch last name as prefix and the rest: the words that begin small."""
    words = name.split()
    small = [word for word in words[:-1] if word[0].islower() or word[0] == "'"]
    return " ".join(small), " ".join(words[len(small) :])


def _tail() -> list[str]:
    """Rare names: of a place with a prefix, or after somebody's father; each once."""
    rng = Random(1811)
    prefixes, weights = [one for one, _weight in _PREFIXES], [weight for _one, weight in _PREFIXES]
    places = [f"{begin}{end}" for begin in _BEGINS.split() for end in _ENDS.split()]
    fathers = [f"{stem}{end}" for stem in _STEMS.split() for end in _SON]
    named = [f"{rng.choices(prefixes, weights)[0]} {place}".strip() for place in places for _twice in "ab"]
    return sorted({*named, *fathers})
