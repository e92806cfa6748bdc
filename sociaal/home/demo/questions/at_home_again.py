"""More help questions about the house and the day."""

from cases.enums import Law, Level, LifeDomain, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="gordijnen-dicht",
        reporter=Reporter.OTHER,
        household=HouseholdKind.SINGLE,
        ages=(45, 70),
        gender=Gender.WOMAN,
        season=Season.WINTER,
        laws=(Law.WMO,),
        words=(
            "Ik ben de buurvrouw van hiernaast. De gordijnen zijn al weken dicht en ik zie haar alleen nog "
            "met de vuilniszak. Kan er iemand eens langsgaan?"
        ),
        behind="Mevrouw verloor haar baan en schaamt zich voor de straat.",
        wish="Rust, en iemand die niet meteen oordeelt.",
        domains=(
            DomainText(
                LifeDomain.MENTAL_HEALTH,
                Level.LIMITED,
                ("Slaapt veel, heeft weinig plannen. Zegt dat ze niet weet waar ze voor opstaat."),
            ),
            DomainText(
                LifeDomain.WORK_EDUCATION,
                Level.LIMITED,
                ("Werkte 22 jaar in dezelfde winkel, die nu dicht is."),
            ),
        ),
        own_strength="Houdt de poes goed verzorgd en gaat wandelen als het donker is.",
        network="De buurvrouw die belde wil graag eens samen koffie drinken.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Koffie met de buurvrouw.",
                "Twee keer gedaan, was fijn.",
                "Ze wil met de buurvrouw niet over haar verdriet en geld praten.",
            ),
            RungText(
                Weight.GENERAL,
                "Vijf gesprekken met het maatschappelijk werk, bij haar thuis.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatschappelijk werk",
        clear=False,
        stable=False,
        parties=1,
        goal="Ik wil weer weten waar ik voor opsta.",
    ),
    HelpQuestion(
        code="medicijnen-door-elkaar",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(77, 92),
        laws=(Law.WMO,),
        words=(
            "Mijn oom en tante halen hun medicijnen door elkaar. De wijkverpleging komt pas over drie weken. "
            "Wat kunnen wij nu doen?"
        ),
        behind="De familie weet niet wie wat doet. Daardoor gebeurt er soms niets en soms alles dubbel.",
        wish="Dat de medicijnen kloppen en wij elkaar niet voor de voeten lopen.",
        domains=(
            DomainText(
                LifeDomain.PHYSICAL_HEALTH,
                Level.LIMITED,
                ("Twee keer de verkeerde pillen genomen, zonder gevolgen."),
            ),
            DomainText(
                LifeDomain.SOCIAL_NETWORK,
                Level.FULL,
                ("Drie nichten en twee neven wonen in de buurt en willen helpen."),
            ),
        ),
        own_strength="Tante zet alles klaar als iemand de lijst voorleest.",
        network="Vijf familieleden met een groepsapp.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Een weekrooster van de familie en een medicijnrol van de apotheek.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Afspraken met eigen netwerk",
        clear=True,
        stable=True,
        parties=2,
        goal="De pillen kloppen en iedereen weet wie wanneer komt.",
    ),
    HelpQuestion(
        code="tuin-verwilderd",
        reporter=Reporter.HOUSING,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(72, 88),
        gender=Gender.MAN,
        season=Season.SPRING,
        laws=(Law.WMO,),
        words=(
            "De tuin van dit echtpaar is helemaal dichtgegroeid en de buren klagen. Zelf zeggen ze dat het "
            "niet meer gaat."
        ),
        behind=(
            "Meneer vond zijn tuin altijd zijn trots. Nu durft hij niet naar buiten door de blikken van de "
            "buren."
        ),
        wish="Een tuin die we zelf kunnen bijhouden, met een plek in de zon.",
        domains=(
            DomainText(
                LifeDomain.HOUSING, Level.SUFFICIENT, ("Het huis is netjes, de tuin is te groot geworden.")
            ),
            DomainText(
                LifeDomain.SOCIAL_NETWORK, Level.LIMITED, ("Contact met de buren werd stroef door de tuin.")
            ),
        ),
        own_strength="Meneer weet alles van planten en kan zittend snoeien.",
        network="De buurjongen wil helpen tegen een kleine vergoeding.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Klusdag met vrijwilligers en buren, daarna een onderhoudsarme tuin.",
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Klussendienst in de buurt",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik zit weer in mijn eigen tuin.",
    ),
    HelpQuestion(
        code="niet-aangeboren-hersenletsel",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.COUPLE,
        ages=(38, 58),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Sinds mijn hersenbloeding krijg ik mijn dag niet meer op orde. Ik begin overal aan en maak niets"
            " af. Mijn vrouw moet alles overnemen."
        ),
        behind="Hij mist zijn rol als vader en man. De strijd over kleine dingen put het gezin uit.",
        wish="Zelf de dag plannen en mijn vrouw ontlasten.",
        domains=(
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL, Level.NOT, ("Vergeet afspraken en laat het gas aan staan.")
            ),
            DomainText(
                LifeDomain.HOME_RELATIONS,
                Level.LIMITED,
                ("Ze houden van elkaar, maar er is vaak ruzie over het huishouden."),
            ),
        ),
        own_strength="Staat vroeg op, is handig en wil graag leren.",
        network="Zijn vrouw en een broer die twee straten verder woont.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Broer komt elke ochtend samen plannen.",
                "Zes weken gedaan.",
                "Zonder kennis van hersenletsel liep het steeds vast, en de broer moet werken.",
            ),
            RungText(
                Weight.GENERAL,
                "Cursus Grip op je dag.",
                "De cursus gevolgd.",
                "De groep ging te snel en was te druk voor hem.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Begeleiding thuis door iemand met kennis van hersenletsel, drie uur per week, met afbouw.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Individuele begeleiding",
        clear=False,
        stable=False,
        parties=2,
        goal="Ik plan mijn eigen dag en maak af wat ik begin.",
    ),
    HelpQuestion(
        code="niet-meer-naar-koor",
        reporter=Reporter.GP,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(70, 86),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Mijn patiënte komt het huis niet meer uit. Zij noemt haar leeftijd als reden. Ik denk dat er "
            "meer speelt en vraag u met haar te praten."
        ),
        behind="Ze is bang voor een ongelukje onderweg. Daar durft ze met niemand over te praten.",
        wish="Weer naar buiten, zonder dat ik steeds een wc moet zoeken.",
        domains=(
            DomainText(
                LifeDomain.PARTICIPATION,
                Level.LIMITED,
                ("Zegde het koor af en gaat niet meer naar de markt."),
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH,
                Level.SUFFICIENT,
                ("Behandeling bij de fysiotherapeut is mogelijk via de huisarts."),
            ),
        ),
        own_strength="Durfde het gesprek aan te gaan en belde zelf de fysiotherapeut.",
        network="Twee vriendinnen van het koor missen haar.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                (
                    "Bekkentherapie via de huisarts, en de vriendinnen halen haar op voor een rondje langs "
                    "plekken met een wc."
                ),
            ),
        ),
        weight=Weight.SOCIAL_BASE,
        provision="Afspraken met eigen netwerk",
        clear=True,
        stable=True,
        parties=1,
        goal="In het voorjaar zing ik weer in het koor.",
    ),
    HelpQuestion(
        code="thuis-na-revalidatie",
        reporter=Reporter.OTHER,
        household=HouseholdKind.SINGLE,
        ages=(55, 75),
        gender=Gender.MAN,
        laws=(Law.WMO,),
        words=(
            "Onze cliënt gaat over tien dagen met ontslag uit de revalidatie. Hij woont alleen en kan nog "
            "geen huishouden doen. Wilt u dit op tijd regelen?"
        ),
        behind="Meneer wil vooral naar huis, naar zijn hond. Alles wat dat vertraagt maakt hem onrustig.",
        wish="Naar huis en mijn hond weer bij me.",
        domains=(
            DomainText(LifeDomain.BASIC_ADL, Level.SUFFICIENT, "Wassen en aankleden lukt zelf."),
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL,
                Level.NOT,
                ("Staan lukt tien minuten. Schoonmaken en bed verschonen niet."),
            ),
        ),
        own_strength="Oefent elke dag en kookt zittend een eenvoudige maaltijd.",
        network="Een vriend past op de hond en wil die blijven uitlaten.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Vriend laat de hond uit en doet boodschappen.",
                "Afgesproken.",
                "Het zware huishouden kan hij er niet bij doen.",
            ),
            RungText(
                Weight.GENERAL,
                "Maaltijdservice en wasservice.",
                "Maaltijdservice is besteld.",
                "Vloeren en bed blijven over, en meneer mag niet vallen.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Zes maanden hulp bij het huishouden, met een moment om te kijken of het lichter kan.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Hulp bij het huishouden",
        clear=True,
        stable=False,
        parties=2,
        goal="Ik ben thuis met mijn hond en doe steeds meer zelf.",
    ),
    HelpQuestion(
        code="gehoor-en-bel",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_COUPLE,
        ages=(74, 90),
        laws=(Law.WMO,),
        words=(
            "Wij horen de bel en de telefoon niet meer. Zo lopen we post en bezoek mis. Bestaat daar iets "
            "voor?"
        ),
        behind="Ze zijn bang dat hun dochter voor niets voor de deur staat.",
        wish="Dat wij horen of zien dat er iemand is.",
        domains=(
            DomainText(
                LifeDomain.SOCIAL_NETWORK, Level.SUFFICIENT, ("Krijgen graag bezoek, maar missen de bel.")
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH, Level.LIMITED, ("Beiden slechthorend, hoortoestellen zijn nieuw.")
            ),
        ),
        own_strength="Samen lossen ze veel op en ze proberen graag iets uit.",
        network="Dochter kan een bel met lamp ophangen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Dochter belt van tevoren met beeld.",
                "Gaat goed.",
                "Voor post en ander bezoek werkt het niet.",
            ),
            RungText(
                Weight.GENERAL,
                "Bel met flitslamp lenen om te proberen; daarna zelf kopen.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Leenpunt hulpmiddelen",
        clear=True,
        stable=True,
        parties=0,
        goal="We weten wanneer er iemand voor de deur staat.",
    ),
    HelpQuestion(
        code="energie-op",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(30, 48),
        gender=Gender.WOMAN,
        laws=(Law.WMO,),
        words=(
            "Door long covid lig ik de halve dag op bed. Mijn dochter van elf doet nu de afwas en de was. Dat"
            " wil ik niet."
        ),
        behind="Moeder voelt zich schuldig. Haar dochter zegt afspraken met vriendinnen af om te helpen.",
        wish="Mijn dochter moet gewoon kind kunnen zijn.",
        domains=(
            DomainText(LifeDomain.INSTRUMENTAL_ADL, Level.NOT, "Na een half uur taken moet ze uren liggen."),
            DomainText(
                LifeDomain.PARENTING, Level.SUFFICIENT, ("Warm contact. Dochter gaat graag naar school.")
            ),
        ),
        own_strength="Verdeelt haar energie goed en volgt een behandeling.",
        network="Oma kookt op dinsdag. Een moeder van school haalt haar dochter op.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Oma en de moeder van school nemen taken over.",
                "Loopt sinds een half jaar.",
                "Het zware werk blijft liggen en oma is zelf 79.",
            ),
            RungText(
                Weight.GENERAL,
                "Was- en strijkservice.",
                "Gebruikt ze al.",
                "Er blijft te veel werk over voor een kind van elf.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Negen maanden hulp bij het huishouden. Daarna kijken we opnieuw.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Hulp bij het huishouden",
        clear=True,
        stable=False,
        parties=1,
        goal="Mijn dochter speelt weer buiten na school.",
    ),
    HelpQuestion(
        code="dagritme-kwijt",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(24, 40),
        gender=Gender.MAN,
        season=Season.WINTER,
        laws=(Law.WMO,),
        words=(
            "Ik draai de dag en de nacht om. Als het donker is durf ik wel naar de winkel. Ik wil hulp om "
            "weer normaal te leven."
        ),
        behind="Angst voor drukte. Na pesten op zijn werk is hij zich gaan verstoppen.",
        wish="Overdag wakker zijn en ergens welkom zijn.",
        domains=(
            DomainText(LifeDomain.DAYTIME, Level.NOT, "Gamet 's nachts, slaapt tot de middag."),
            DomainText(
                LifeDomain.MENTAL_HEALTH,
                Level.LIMITED,
                ("Is gespannen buiten. Praat met de praktijkondersteuner."),
            ),
        ),
        own_strength="Is open over wat hij moeilijk vindt en kan goed tekenen.",
        network="Een online vriend met wie hij elke dag praat.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Online vriend belt hem elke ochtend wakker.",
                "Twee weken gedaan.",
                "Hij wordt wakker, maar heeft dan geen reden om op te staan.",
            ),
            RungText(
                Weight.GENERAL,
                "Herstelplek met tekenatelier, eerst een rustige ochtend per week.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Inloop en herstelplek",
        clear=False,
        stable=False,
        parties=1,
        goal="Ik ben drie ochtenden per week overdag op pad.",
    ),
)
