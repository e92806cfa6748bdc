"""Help questions about debts."""

from cases.enums import Law, Level, LifeDomain, RedFlag, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="huur-drie-maanden",
        reporter=Reporter.EARLY_SIGNAL,
        household=HouseholdKind.FAMILY,
        ages=(26, 50),
        gender=Gender.MAN,
        laws=(Law.WGS,),
        red_flags=(RedFlag.EVICTION,),
        words=(
            "(Vroegsignaal) Huurachterstand van drie maanden. De corporatie heeft een ontruiming "
            "aangekondigd. Meneer reageert niet op brieven."
        ),
        behind=(
            "Hij verloor zijn nachtdienst en daarmee een derde van zijn loon. Hij wilde zijn vrouw niet "
            "ongerust maken."
        ),
        wish="Dat mijn gezin niet op straat komt.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.ACUTE, "2.850 euro huurschuld, twee leningen."),
            DomainText(LifeDomain.HOUSING, Level.ACUTE, "Ontruiming over achttien dagen."),
        ),
        own_strength="Werkt veertig uur en wil alles betalen.",
        network="Zijn broer betaalt een maand huur.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Broer leent een maand huur.",
                "Gedaan.",
                "De corporatie wil een plan voor de hele schuld.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatje bij geldzaken.",
                "Gesprek gehad.",
                "Voor een ontruiming over achttien dagen is dit te licht.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Stabilisatie: afspraak met de corporatie, inkomen eerst naar huur en energie.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Stabilisatie van schulden",
        clear=False,
        stable=False,
        parties=3,
        goal="Mijn gezin blijft in ons huis.",
    ),
    HelpQuestion(
        code="gas-afgesloten",
        reporter=Reporter.EARLY_SIGNAL,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(24, 46),
        gender=Gender.WOMAN,
        season=Season.WINTER,
        laws=(Law.WGS,),
        red_flags=(RedFlag.UTILITIES,),
        words=(
            "(Vroegsignaal) De leverancier sluit volgende week gas en stroom af. Er is een achterstand van "
            "640 euro. Er wonen kinderen."
        ),
        behind="Ze betaalde eerst de tandarts van haar zoon en raakte daardoor achter.",
        wish="Warm huis, en weten wat er elke maand af gaat.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.NOT, "Achterstand op energie, verder alles betaald."),
            DomainText(
                LifeDomain.HOUSING, Level.LIMITED, ("Slecht geïsoleerd. Ze verwarmt alleen de keuken.")
            ),
        ),
        own_strength="Maakte zelf een overzicht en belde terug.",
        network="Haar moeder, en een buurvrouw voor de kinderen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Moeder leent een deel.",
                "Besproken.",
                "Moeder heeft het geld zelf nodig.",
            ),
            RungText(
                Weight.GENERAL,
                "Formulierenpunt vraagt energietoeslag aan.",
                "Gedaan.",
                "De toeslag komt pas over zes weken.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Afspraak met de leverancier binnen drie dagen en een energiecoach aan huis.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Stabilisatie van schulden",
        clear=True,
        stable=False,
        parties=2,
        goal="Mijn huis is warm en ik weet wat ik betaal.",
    ),
    HelpQuestion(
        code="zorgpremie",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(20, 45),
        gender=Gender.MAN,
        laws=(Law.WGS,),
        red_flags=(RedFlag.INSURANCE,),
        words=(
            "Ik krijg een brief dat mijn zorgverzekering stopt. Ik heb ook andere schulden, vooral van "
            "vroeger. Ik maak de post niet meer open."
        ),
        behind="De schulden zijn van zijn ex, maar staan op zijn naam.",
        wish="Een keer schoon beginnen.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.ACUTE, "Elf schuldeisers, samen 17.000 euro."),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.LIMITED, "Hartkloppingen bij de brievenbus."),
        ),
        own_strength="Nam een tas vol post mee naar het gesprek.",
        network="Zijn zus opent de post met hem.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Zus helpt de post op orde brengen.",
                "Twee zaterdagen.",
                "De post is op orde, maar de schuld kan hij zo nooit betalen.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatje bij geldzaken.",
                "Aangemeld.",
                "Maatje kan meelopen, maar niet regelen met schuldeisers.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Schuldregeling in achttien maanden, zus en maatje erbij.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Schuldregeling",
        clear=False,
        stable=False,
        parties=2,
        goal="Over anderhalf jaar heb ik geen schulden meer.",
    ),
    HelpQuestion(
        code="jongere-telefoon",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.YOUNG,
        ages=(18, 25),
        gender=Gender.WOMAN,
        laws=(Law.WGS,),
        words=(
            "Ik heb schulden bij drie webwinkels en mijn telefoon. Samen 1.300 euro. Mijn ouders weten het "
            "niet."
        ),
        behind="Ze kocht mee met haar vriendinnen om erbij te horen.",
        wish="Zelf afbetalen en het mijn ouders vertellen.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Bijbaan van 600 euro per maand."),
            DomainText(
                LifeDomain.SOCIAL_NETWORK, Level.SUFFICIENT, ("Veel vriendinnen, praten nooit over geld.")
            ),
        ),
        own_strength="Wil het zelf oplossen, heeft al een abonnement stopgezet.",
        network="Haar ouders, als ze het weten. Een oudere nicht.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Nicht helpt met een overzicht.",
                "Gedaan.",
                "Bellen met incassobureaus durven ze samen niet.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatje bij geldzaken belt drie keer mee en maakt een plan.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatje bij geldzaken",
        clear=True,
        stable=True,
        parties=1,
        goal="In juni heb ik alles afbetaald.",
    ),
    HelpQuestion(
        code="kredieten-werkend-stel",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.COUPLE,
        ages=(28, 50),
        season=Season.NEW_YEAR,
        laws=(Law.WGS,),
        words=(
            "Wij werken allebei en toch komen we niet uit. Twee kredieten, een autolening en rood staan. We "
            "hebben elke maand ruzie."
        ),
        behind="Ze leenden voor een bruiloft die iedereen verwachtte.",
        wish="Zonder ruzie naar de bank kijken.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.NOT, "38.000 euro schuld, inkomen is stabiel."),
            DomainText(
                LifeDomain.HOME_RELATIONS,
                Level.LIMITED,
                ("Ruzie rond de vijfentwintigste, verder een goed stel."),
            ),
        ),
        own_strength="Verkochten de auto al, houden een kasboek bij.",
        network="Ouders passen gratis op.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Ouders helpen met oppas.",
                "Loopt.",
                "Scheelt 300 euro per maand, en dat is niet genoeg.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatje bij geldzaken.",
                "Zes keer.",
                "Het overzicht is er; de last is te hoog om zelf te betalen.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Schuldregeling met een krediet; samen naar de budgetcursus.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Schuldregeling",
        clear=True,
        stable=True,
        parties=1,
        goal="We kijken samen naar de bank zonder ruzie.",
    ),
    HelpQuestion(
        code="weduwe-administratie",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.OLDER_SINGLE,
        ages=(66, 84),
        gender=Gender.WOMAN,
        laws=(Law.WGS,),
        words=(
            "Mijn man deed altijd alles met geld. Nu krijg ik aanmaningen terwijl er geld genoeg is. Ik weet "
            "niet hoe het werkt met de computer."
        ),
        behind="Ze rouwt. De papieren van haar man aanraken doet pijn.",
        wish="Zelf mijn rekeningen betalen, zoals hij het deed.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.SUFFICIENT, "Genoeg inkomen, vier aanmaningen."),
            DomainText(LifeDomain.INSTRUMENTAL_ADL, Level.LIMITED, "Gebruikt geen computer, wil het leren."),
        ),
        own_strength="Precies en slim, was onderwijzeres.",
        network="Een dochter ver weg, een vriendin in het koor.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Dochter regelt het op afstand.",
                "Een maand.",
                "Ze wil het zelf kunnen en niet haar dochter vragen.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatje komt acht keer thuis en oefent met de bankapp.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatje bij geldzaken",
        clear=True,
        stable=True,
        parties=0,
        goal="Ik betaal zelf, zonder angst voor de brievenbus.",
    ),
    HelpQuestion(
        code="budgetbeheer-na-kliniek",
        reporter=Reporter.OTHER,
        household=HouseholdKind.SINGLE,
        ages=(30, 55),
        gender=Gender.MAN,
        laws=(
            Law.WGS,
            Law.WMO,
        ),
        words=(
            "(Begeleider) Na zijn behandeling wil meneer zijn geld een tijd niet zelf beheren. Hij vraagt dit"
            " zelf."
        ),
        behind="Geld op zijn rekening maakt hem onrustig.",
        wish="Eerst wil ik sterk zijn, dan wil ik mijn pas terug.",
        domains=(
            DomainText(LifeDomain.SUBSTANCE_USE, Level.LIMITED, "Vijf maanden clean."),
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Kleine schulden, vaste uitkering."),
        ),
        own_strength="Vraagt op tijd hulp en kent zijn zwakke dagen.",
        network="Moeder en een vriend uit de kliniek.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Moeder beheert zijn geld.",
                "Eerder gedaan.",
                "Het gaf ruzie, die moeder en zoon niet weer willen.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatje bij geldzaken.",
                "Bekeken.",
                "Hij wil nu dat iemand anders de pas heeft.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Budgetbeheer voor een jaar, elke drie maanden een stap terug naar zelf doen.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Budgetbeheer",
        clear=False,
        stable=False,
        parties=3,
        goal="Over een jaar heb ik mijn eigen pas weer.",
    ),
    HelpQuestion(
        code="boetes-zonder-auto",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.YOUNG,
        ages=(21, 35),
        gender=Gender.MAN,
        laws=(Law.WGS,),
        words=(
            "Een vriend reed op mijn naam. Ik krijg boetes van 6.000 euro en die worden steeds hoger. Straks "
            "moet ik zitten."
        ),
        behind="Hij durft de vriend niet aan te geven.",
        wish="Mijn naam schoon en mijn baan houden.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.NOT, "Boetes lopen op, inkomen is laag maar vast."),
            DomainText(LifeDomain.JUSTICE, Level.LIMITED, "Risico op gijzeling, brief van vorige week."),
        ),
        own_strength="Werkt vier jaar bij dezelfde bakker.",
        network="Zijn baas en zijn moeder.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Baas geeft een voorschot.",
                "Gedaan.",
                "De verhogingen gaan sneller dan het loon.",
            ),
            RungText(
                Weight.GENERAL,
                "Formulierenpunt helpt met bezwaar.",
                "Bezwaar is verstuurd.",
                "Zolang het loopt, stopt de inning niet vanzelf.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Noodstop aanvragen en de boetes stabiliseren. Juridisch loket over de auto.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Stabilisatie van schulden",
        clear=True,
        stable=False,
        parties=2,
        goal="Mijn naam is schoon en ik werk bij de bakker.",
    ),
    HelpQuestion(
        code="ex-ondernemer",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(38, 60),
        gender=Gender.MAN,
        laws=(Law.WGS,),
        words=(
            "Mijn restaurant is failliet. Wij houden 92.000 euro schuld over. Mijn vrouw weet het bedrag "
            "niet."
        ),
        behind="Hij wil eerst een oplossing hebben voordat hij het thuis vertelt.",
        wish="Het eerlijk kunnen zeggen, met een plan erbij.",
        domains=(
            DomainText(
                LifeDomain.FINANCES, Level.ACUTE, ("Belasting, leveranciers en een lening van familie.")
            ),
            DomainText(LifeDomain.HOME_RELATIONS, Level.LIMITED, "Houdt thuis alles stil en slaapt niet."),
        ),
        own_strength="Werkt als kok, zestig uur, en kan goed plannen.",
        network="Zijn broer leende hem geld en is niet boos.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Broer scheldt zijn deel kwijt.",
                "Gedaan.",
                "Het is een tiende van de schuld.",
            ),
            RungText(
                Weight.GENERAL,
                "Ondernemersloket.",
                "Drie gesprekken.",
                "Bedrijf is netjes afgesloten; de schulden blijven.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Schuldregeling; eerst een gesprek met zijn vrouw, samen met de consulent.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Schuldregeling",
        clear=True,
        stable=False,
        parties=2,
        goal="Thuis weten we alles en we hebben een plan.",
    ),
    HelpQuestion(
        code="erfenis-schuld",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(24, 45),
        gender=Gender.WOMAN,
        laws=(Law.WGS,),
        words=(
            "Mijn vader is overleden en had schulden. Nu krijg ik de rekeningen. Ik was niet eens bij hem op "
            "bezoek."
        ),
        behind="Het gaat niet over geld. Ze is boos en verdrietig tegelijk.",
        wish="Weten of ik moet betalen. En het een plek geven.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.SUFFICIENT, "Eigen geldzaken zijn op orde."),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.LIMITED, "Piekert over wat ze niet heeft gezegd."),
        ),
        own_strength="Schreef alle feiten op een rij.",
        network="Haar man en een halfzus die ze net leerde kennen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Halfzus denkt mee.",
                "Twee keer.",
                "Samen kwamen ze niet uit de regels.",
            ),
            RungText(
                Weight.GENERAL,
                "Juridisch advies over de erfenis, en drie gesprekken bij maatschappelijk werk.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatschappelijk werk",
        clear=True,
        stable=True,
        parties=1,
        goal="De erfenis is geregeld en ik kan aan mijn vader denken.",
    ),
    HelpQuestion(
        code="achterstand-water",
        reporter=Reporter.EARLY_SIGNAL,
        household=HouseholdKind.SINGLE,
        ages=(30, 65),
        gender=Gender.MAN,
        laws=(Law.WGS,),
        red_flags=(RedFlag.UTILITIES,),
        words=(
            "(Vroegsignaal) Twee rekeningen van het waterbedrijf zijn niet betaald. Verder geen meldingen."
        ),
        behind="Hij verhuisde en de post ging naar het oude adres. Daarna durfde hij niet meer te bellen.",
        wish="Het rechtzetten, zonder gedoe.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.SUFFICIENT, "Vaste baan, kan alles betalen."),
            DomainText(
                LifeDomain.INSTRUMENTAL_ADL, Level.SUFFICIENT, ("Vindt bellen heel moeilijk door stotteren.")
            ),
        ),
        own_strength="Betaalde tijdens het bezoek meteen.",
        network="Collega wil voor hem bellen als het nodig is.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Collega belt voor hem.",
                "Een keer gedaan.",
                "Voor kosten die al bij de deurwaarder liggen moest iemand met kennis bellen.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatje regelt de laatste kosten en zet vaste betalingen klaar.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Maatje bij geldzaken",
        clear=True,
        stable=True,
        parties=1,
        goal="Mijn vaste lasten gaan vanzelf.",
    ),
    HelpQuestion(
        code="pgb-terugbetalen",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(35, 55),
        gender=Gender.WOMAN,
        laws=(
            Law.WGS,
            Law.WMO,
        ),
        words=(
            "Ik moet pgb-geld terugbetalen van mijn moeder die is overleden. 11.000 euro. Ik heb dat geld "
            "nooit gezien, het zorgbureau heeft alles gedaan."
        ),
        behind="Ze voelt zich beschuldigd terwijl ze voor haar moeder zorgde.",
        wish="Dat iemand uitzoekt wat er echt gebeurd is.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.NOT, "Kan dit nooit betalen, met een gezin."),
            DomainText(LifeDomain.JUSTICE, Level.LIMITED, "Er is een brief van een deurwaarder."),
        ),
        own_strength="Bewaarde alle mails van het bureau.",
        network="Zus en een neef die jurist is.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Neef schrijft een brief.",
                "Gedaan.",
                "Het antwoord was een standaardbrief.",
            ),
            RungText(
                Weight.GENERAL,
                "Onafhankelijke cliëntondersteuning.",
                "Loopt nu.",
                "Helpt om te begrijpen, maar de inning gaat door.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Inning stilleggen terwijl wij uitzoeken; regeling alleen als er echt een schuld is.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Schuldregeling",
        clear=False,
        stable=False,
        parties=3,
        goal="Er is uitgezocht wat klopt en ik slaap weer.",
    ),
    HelpQuestion(
        code="kinderopvang-rekening",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(25, 42),
        gender=Gender.WOMAN,
        season=Season.SCHOOL,
        laws=(Law.WGS,),
        words=(
            "Ik ben gaan werken en kreeg de opvang niet goed aangevraagd. Nu is er 2.100 euro achterstand, en"
            " morgen mag mijn kind er niet meer in."
        ),
        behind="Door werken is ze nu slechter af, en dat ontmoedigt haar.",
        wish="Mijn baan houden en de opvang ook.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Recht op toeslag met terugwerkende kracht."),
            DomainText(LifeDomain.WORK_EDUCATION, Level.SUFFICIENT, "Proeftijd loopt nog zes weken."),
        ),
        own_strength="Belt zelf, werkt hard en is op tijd.",
        network="Collega's en een tante op maandag.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Tante past op.",
                "Op maandag.",
                "Meer dagen kan niet.",
            ),
            RungText(
                Weight.GENERAL,
                "Formulierenpunt vraagt de toeslag aan en belt de opvang voor uitstel.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Formulierenpunt",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik houd mijn baan en mijn kind zijn plek.",
    ),
    HelpQuestion(
        code="schuld-taal",
        reporter=Reporter.HOUSING,
        household=HouseholdKind.FAMILY,
        ages=(30, 55),
        gender=Gender.MAN,
        laws=(Law.WGS,),
        red_flags=(RedFlag.EVICTION,),
        words=(
            "Dit gezin betaalt onregelmatig en begrijpt onze brieven niet. De deurwaarder is gestart. Wij "
            "willen niet ontruimen met vijf kinderen."
        ),
        behind="Vader betaalt contant bij de balie, zoals hij gewend was. Die balie is gesloten.",
        wish="Elke maand betalen op een manier die ik begrijp.",
        domains=(
            DomainText(
                LifeDomain.FINANCES,
                Level.LIMITED,
                ("Inkomen is genoeg. Betaalt per ongeluk dubbel en dan weer niet."),
            ),
            DomainText(LifeDomain.HOUSING, Level.NOT, "Vonnis ligt klaar."),
        ),
        own_strength="Wil altijd betalen en bewaart elke bon.",
        network="Oudste zoon en een man van de kerk die tolkt.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "De man van de kerk helpt betalen.",
                "Twee maanden gedaan.",
                "De deurwaarderskosten maken het ingewikkeld.",
            ),
            RungText(
                Weight.GENERAL,
                "Formulierenpunt.",
                "Drie keer.",
                "Er is een wettelijke regeling met de deurwaarder nodig.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Stabilisatie met de corporatie en een vaste betaaldag bij het buurthuis.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Stabilisatie van schulden",
        clear=True,
        stable=False,
        parties=3,
        goal="Ik betaal elke maand op tijd en begrijp de brief.",
    ),
)
