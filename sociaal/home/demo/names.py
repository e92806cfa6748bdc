"""First and last names, by the years in which they were given and by where families came from.

Common names from public name lists, put together by chance: no combination is meant to be a person.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class FirstNames:
    """Names common among `gender` ("woman" or "man") born in these years, in families of this background."""

    gender: str
    born_from: int
    born_until: int
    background: str
    listed: str

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.listed.split())


@dataclass(frozen=True)
class LastNames:
    """Last names that go with one prefix (tussenvoegsel); blank for none."""

    background: str
    prefix: str
    listed: str

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.listed.split())


SHARE: dict[str, int] = {
    "dutch": 74,
    "turkish": 5,
    "moroccan": 5,
    "surinamese": 4,
    "polish": 4,
    "syrian": 4,
    "eritrean": 2,
    "indonesian": 2,
}
"""How many in a hundred families of Voorbeeldstad."""

FIRST_NAMES: tuple[FirstNames, ...] = (
    FirstNames(
        "woman",
        1928,
        1949,
        "dutch",
        (
            "Johanna Maria Cornelia Hendrika Wilhelmina Geertruida Jantje Trijntje Neeltje Elisabeth "
            "Catharina Adriana Aaltje Grietje Antje Jacoba Gerda Riek Truus Corrie Willy Riet Annie "
            "Nel Mien Toos Dirkje Klaasje Femmigje Berendina"
        ),
    ),
    FirstNames(
        "man",
        1928,
        1949,
        "dutch",
        (
            "Johannes Cornelis Hendrik Willem Jan Pieter Gerrit Jacobus Adrianus Klaas Arie Dirk "
            "Theodorus Antonius Harm Roelof Albert Berend Evert Teunis Koos Wim Henk Piet Leendert "
            "Sjoerd Jelle Gijsbert Lambertus Egbert"
        ),
    ),
    FirstNames(
        "woman",
        1950,
        1969,
        "dutch",
        (
            "Ria Marijke Ineke Anneke Hanneke Joke Els Wil Tineke Loes Yvonne Marja Jolanda Monique "
            "Ingrid Petra Karin Astrid Annemarie Margriet Thea Carla Ellen Marian Gerrie Anja "
            "Willemien Hetty Lia Mieke"
        ),
    ),
    FirstNames(
        "man",
        1950,
        1969,
        "dutch",
        (
            "Hans Peter Kees Ruud Rob Frans Gerard Ton Theo Jos Bert Rien Fred Ben Paul Marcel René "
            "Erik Wouter Harry Sjaak Rinus Joop Cor Leo Huub Jaap Aad Nico Bertus"
        ),
    ),
    FirstNames(
        "woman",
        1970,
        1989,
        "dutch",
        (
            "Sandra Esther Linda Mirjam Wendy Chantal Nicole Marieke Kim Bianca Daniëlle Debby Saskia "
            "Femke Anouk Maaike Suzanne Renske Lotte Marloes Ilse Judith Jeske Lisette Tamara Inge "
            "Sanne Eefje Nienke Wieke"
        ),
    ),
    FirstNames(
        "man",
        1970,
        1989,
        "dutch",
        (
            "Mark Dennis Jeroen Patrick Bas Sander Martijn Michiel Bart Vincent Jasper Robin Tim "
            "Stefan Niels Maarten Joost Arjan Remco Rick Danny Edwin Gijs Joris Thijs Wesley Koen "
            "Sven Marco Ferry"
        ),
    ),
    FirstNames(
        "woman",
        1990,
        2007,
        "dutch",
        (
            "Lisa Anne Emma Sanne Iris Fleur Julia Eva Amber Britt Demi Noa Roos Lieke Merel Jasmijn "
            "Maud Isa Dewi Floor Puck Silke Jill Tess Veerle Marit Dagmar Naomi Vera Elke"
        ),
    ),
    FirstNames(
        "man",
        1990,
        2007,
        "dutch",
        (
            "Daan Sem Thomas Lars Tim Jesse Luuk Ruben Stijn Max Bram Jelmer Timo Sjors Finn Milan "
            "Twan Rik Wout Hidde Jorrit Mats Tijn Gijs Niek Pim Floris Dylan Kevin Joey"
        ),
    ),
    FirstNames(
        "woman",
        2008,
        2026,
        "dutch",
        (
            "Mila Saar Yara Nora Fenna Lynn Evi Sophie Olivia Zoë Liv Nova Fien Hailey Juul Elin Suus "
            "Loïs Rosie Jolie"
        ),
    ),
    FirstNames(
        "man",
        2008,
        2026,
        "dutch",
        (
            "Noah Liam Lucas Levi Mees Boaz Siem Ties Guus Abel Morris Jens Dex Otis Benjamin Jace "
            "Hugo Odin Seb Tygo"
        ),
    ),
    FirstNames(
        "woman", 1945, 1979, "turkish", "Ayşe Emine Hatice Zeynep Sevim Gülay Nuray Fatma Hanife Meryem"
    ),
    FirstNames(
        "man", 1945, 1979, "turkish", "Mehmet Mustafa Ahmet Hasan İbrahim Osman Yusuf Süleyman Kemal Halil"
    ),
    FirstNames("woman", 1980, 2026, "turkish", "Elif Merve Büşra Esra Defne Ecrin Selin Derya Tuğba Melek"),
    FirstNames("man", 1980, 2026, "turkish", "Emre Burak Deniz Kerem Yiğit Murat Serkan Ömer Efe Cem"),
    FirstNames(
        "woman", 1945, 1979, "moroccan", "Fatima Khadija Aicha Zohra Malika Naima Rachida Saida Mina Halima"
    ),
    FirstNames(
        "man", 1945, 1979, "moroccan", "Mohamed Abdellah Hassan Ahmed Driss Mimoun Larbi Brahim Said Omar"
    ),
    FirstNames(
        "woman", 1980, 2026, "moroccan", "Samira Hanane Ikram Nadia Imane Yasmina Salma Dounia Hajar Soukaina"
    ),
    FirstNames(
        "man", 1980, 2026, "moroccan", "Youssef Bilal Anouar Karim Soufiane Ilyas Ayoub Nabil Rachid Zakaria"
    ),
    FirstNames(
        "woman",
        1940,
        2026,
        "surinamese",
        "Sharda Indra Soraya Anjali Cynthia Muriel Ludmila Priya Shanti Carmen",
    ),
    FirstNames(
        "man",
        1940,
        2026,
        "surinamese",
        "Ramesh Rishi Soerin Glenn Humphrey Orlando Winston Dharma Lloyd Radj",
    ),
    FirstNames(
        "woman",
        1945,
        2026,
        "polish",
        "Agnieszka Katarzyna Małgorzata Zofia Joanna Ewa Magdalena Beata Kinga Oliwia",
    ),
    FirstNames(
        "man", 1945, 2026, "polish", "Piotr Krzysztof Tomasz Andrzej Marek Paweł Jakub Wojciech Kacper Szymon"
    ),
    FirstNames("woman", 1945, 2026, "syrian", "Rania Layla Hala Maysa Nour Amal Rima Lina Sahar Dima"),
    FirstNames("man", 1945, 2026, "syrian", "Khaled Mahmoud Firas Samer Bassel Ammar Tarek Nizar Hadi Zaid"),
    FirstNames("woman", 1945, 2026, "eritrean", "Selam Feven Tsegereda Rahel Abeba Mebrat Luwam Semhar"),
    FirstNames("man", 1945, 2026, "eritrean", "Tesfay Yonas Filmon Kidane Samuel Haile Robel Merhawi"),
    FirstNames("woman", 1940, 2026, "indonesian", "Wati Ratna Sri Melati Sari Nora"),
    FirstNames("man", 1940, 2026, "indonesian", "Budi Eddy Rudi Hadi Jacky Agus"),
)

LAST_NAMES: tuple[LastNames, ...] = (
    LastNames(
        "dutch",
        "",
        (
            "Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Smits "
            "Kok Jacobs Vermeulen Schouten Willems Hoekstra Koster Prins Verhoeven Huisman Peeters "
            "Kuipers Veenstra Kramer Postma Verbeek Wolters Scholten Timmermans Kuiper Groen Bosman "
            "Molenaar Maas Schipper Sanders Gerritsen Jonker Hermans Hofman Blom Veldman Boersma "
            "Zijlstra Boer Kooiman Rietveld Hulst Ridder Snoek Lammers Bouwman Terpstra Wiersma "
            "Boonstra Nauta Tuinstra Oosterhof Ottens Roelofs Klaassen Driessen Wessels Verschuren "
            "Goossens Kersten Heesters"
        ),
    ),
    LastNames(
        "dutch",
        "van",
        (
            "Dijk Dam Leeuwen Loon Vliet Beek Veen Wijk Rijn Essen Gelder Houten Drunen Zanten Maanen "
            "Oort Kampen Rossum Baalen Zuylen"
        ),
    ),
    LastNames(
        "dutch",
        "de",
        (
            "Jong Vries Boer Groot Bruijn Haan Wit Graaf Lange Ruiter Vos Koning Wolf Bie Rooij Kok "
            "Nijs Winter Zwart Leeuw"
        ),
    ),
    LastNames("dutch", "van de", "Ven Laar Kamp Pol Velde Water Wiel"),
    LastNames("dutch", "van den", "Berg Broek Bosch Heuvel Brink Hurk Akker Eijnde"),
    LastNames("dutch", "van der", "Meer Linden Heijden Veen Wal Horst Ploeg Molen Zee Spek Kolk Werf"),
    LastNames("dutch", "ten", "Have Brinke Hoor Cate"),
    LastNames("dutch", "ter", "Horst Braak Haar Beek"),
    LastNames("dutch", "'t", "Hart Hoen"),
    LastNames("dutch", "in 't", "Veld Hout"),
    LastNames("dutch", "op den", "Camp Kelder"),
    LastNames(
        "turkish",
        "",
        ("Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Arslan Doğan Kılıç Aslan Çetin Koç Kurt Özdemir Polat"),
    ),
    LastNames(
        "moroccan",
        "",
        ("Bouzid Amrani Benali Haddouchi Azzouzi Chaouki Ziani Lahlou Tahiri Bennani Mansouri Ouali"),
    ),
    LastNames("moroccan", "el", "Idrissi Khattabi Yousfi Hamdaoui Bakkali Fassi"),
    LastNames("moroccan", "ben", "Moussa Salah"),
    LastNames(
        "surinamese",
        "",
        (
            "Ramdin Kalpoe Bhagwandin Jairam Sewnath Mohan Pinas Vrede Kromosoeto Wijngaarde Blijd "
            "Zeefuik Amatali Lachman"
        ),
    ),
    LastNames(
        "polish", "", "Kowalski Nowak Wiśniewski Wójcik Kamiński Zieliński Mazur Krawczyk Grabowski Pawlak"
    ),
    LastNames("syrian", "", "Haddad Khoury Darwish Kassem Shami Nasser Sabbagh Hamwi"),
    LastNames("syrian", "al", "Hassan Masri Ahmad Halabi Omar"),
    LastNames("eritrean", "", "Tesfamariam Habtom Ghebremedhin Weldu Kidane Berhane Tekle Mehari"),
    LastNames(
        "indonesian", "", "Sahetapy Pattiwael Latumahina Manuputty Soeharso Tahapary Wattimena Hutubessy"
    ),
)
