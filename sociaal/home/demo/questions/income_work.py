"""Help questions about income and work."""

from cases.enums import Law, Level, LifeDomain, RedFlag, Reporter, Weight
from sociaal.home.demo.shapes import DomainText, Gender, HelpQuestion, HouseholdKind, RungText, Season

QUESTIONS: tuple[HelpQuestion, ...] = (
    HelpQuestion(
        code="geen-geld-na-scheiding",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(26, 45),
        gender=Gender.WOMAN,
        laws=(Law.PARTICIPATIEWET,),
        red_flags=(RedFlag.NO_FOOD,),
        words=(
            "Mijn man is weggegaan en heeft de rekening leeggehaald. Ik heb twee kinderen en nog 40 euro. Ik "
            "heb nooit een uitkering gehad."
        ),
        behind="Ze schaamt zich en wachtte daardoor drie weken met bellen.",
        wish="Eten voor mijn kinderen, en daarna weer werk.",
        domains=(
            DomainText(
                LifeDomain.FINANCES, Level.ACUTE, ("Geen inkomen sinds drie weken. Huur is nog betaald.")
            ),
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.LIMITED, ("Werkte als kapster tot de tweede werd geboren.")
            ),
        ),
        own_strength="Heeft een diploma en een plan voor opvang.",
        network="Haar moeder past op. Een vriendin leende 100 euro.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Moeder en vriendin springen bij.",
                "Drie weken gedaan.",
                "Zij kunnen zelf ook niet meer missen.",
            ),
            RungText(
                Weight.GENERAL,
                "Voedselhulp.",
                "Vandaag geregeld.",
                "Eten is er nu; huur en energie kunnen zo niet betaald worden.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Bijstand met een snel voorschot, en direct een gesprek over werk.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Bijstandsuitkering",
        clear=True,
        stable=False,
        parties=2,
        goal="Ik betaal zelf mijn huur en werk weer in de kapsalon.",
    ),
    HelpQuestion(
        code="student-gestopt",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.YOUNG,
        ages=(19, 26),
        gender=Gender.MAN,
        season=Season.SCHOOL,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Ik ben gestopt met school en woon bij mijn moeder. Zij wordt gekort en dat geeft ruzie. Kan ik "
            "een uitkering krijgen?"
        ),
        behind="Hij wil geen uitkering, maar uit huis. Hij koos de studie voor zijn vader.",
        wish="Werken met mijn handen en mijn eigen geld.",
        domains=(
            DomainText(
                LifeDomain.WORK_EDUCATION,
                Level.LIMITED,
                ("Stopte met boekhouden. Sleutelde in de schuur altijd al."),
            ),
            DomainText(LifeDomain.HOME_RELATIONS, Level.LIMITED, "Spanning met moeder over geld."),
        ),
        own_strength="Rijbewijs, sterk, vroeg op als het ergens voor is.",
        network="Een oom met een installatiebedrijf.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Meelopen bij de oom.",
                "Een week gedaan, vond hij geweldig.",
                "De oom mag hem pas aannemen met een leerplek.",
            ),
            RungText(
                Weight.GENERAL,
                "De jongerencoach zoekt met de oom een leerbaan binnen vier weken.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Jongerencoach",
        clear=True,
        stable=False,
        parties=1,
        goal="Ik heb een leerbaan als installateur.",
    ),
    HelpQuestion(
        code="ziektewet-loopt-af",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.COUPLE,
        ages=(58, 58),
        gender=Gender.MAN,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Mijn uitkering stopt over twee maanden omdat ik weer zou kunnen werken. Ik was stratenmaker, "
            "mijn knieën zijn op. Wat moet ik nu?"
        ),
        behind="Hij denkt dat niemand van 58 wordt aangenomen en dat maakt hem stil.",
        wish="Werk waarbij ik buiten ben en niet hoef te tillen.",
        domains=(
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.LIMITED, ("Vijfendertig jaar gewerkt, geen ander diploma.")
            ),
            DomainText(
                LifeDomain.PHYSICAL_HEALTH, Level.LIMITED, ("Kan vier uur staan en lopen, niet knielen.")
            ),
        ),
        own_strength="Kent elk straatje, kan goed met jongeren.",
        network="Zijn vrouw werkt. De oude voorman denkt mee.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Voorman vraagt rond.",
                "Twee tips gekregen.",
                "Voor beide is een certificaat nodig.",
            ),
            RungText(
                Weight.GENERAL,
                "Werkplein helpt met het certificaat voor verkeersregelaar en praktijkleraar.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Werkplein",
        clear=True,
        stable=True,
        parties=2,
        goal="Ik werk weer buiten, met jonge mensen.",
    ),
    HelpQuestion(
        code="kapotte-wasmachine",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(24, 44),
        gender=Gender.WOMAN,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Mijn wasmachine is kapot. Ik heb drie kinderen en een bijstandsuitkering. Een nieuwe kan ik niet"
            " betalen."
        ),
        behind="Ze lost elke maand een andere lening af en kan daarom niet sparen.",
        wish="Schone kleren zonder weer een lening.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Komt precies uit. Er is geen buffer."),
            DomainText(LifeDomain.INSTRUMENTAL_ADL, Level.SUFFICIENT, "Het huishouden loopt goed."),
        ),
        own_strength="Kookt goedkoop, houdt een kasboek bij.",
        network="Een vriendin laat haar twee keer per week wassen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Wassen bij de vriendin.",
                "Vijf weken gedaan.",
                "Met drie kinderen is het te veel en de vriendin verhuist.",
            ),
            RungText(
                Weight.GENERAL,
                "Machine van de kringloop.",
                "Gekeken, twee keer.",
                "Er staat de komende tijd geen goede.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Bijzondere bijstand als gift, omdat zij nu geen lening kan dragen.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Bijzondere bijstand",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik doe de was thuis en begin met tien euro sparen.",
    ),
    HelpQuestion(
        code="schoolspullen",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(28, 48),
        gender=Gender.WOMAN,
        season=Season.SCHOOL,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Mijn oudste gaat naar de brugklas. Ze heeft een fiets en een laptop nodig. Dat lukt mij niet."
        ),
        behind="De dochter zei dat ze liever dichtbij blijft, om haar moeder kosten te besparen.",
        wish="Dat ze naar de school kan die bij haar past.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Werkt dertig uur, minimumloon."),
            DomainText(LifeDomain.PARENTING, Level.FULL, "Dochter praat open met haar moeder."),
        ),
        own_strength="Zoekt zelf tweedehands en spaart mee.",
        network="Opa kan fietsen maken.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Opa knapt een fiets op.",
                "Gedaan.",
                "Een laptop blijft te duur.",
            ),
            RungText(
                Weight.GENERAL,
                "Kindpakket voor de laptop, fiets is van opa.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Kindpakket",
        clear=True,
        stable=True,
        parties=0,
        goal="Mijn dochter gaat naar de school van haar keuze.",
    ),
    HelpQuestion(
        code="beschut-werk",
        reporter=Reporter.FAMILY,
        household=HouseholdKind.YOUNG,
        ages=(20, 35),
        gender=Gender.MAN,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Onze zoon heeft een beperking en zit thuis sinds zijn werkplek sloot. Hij vraagt elke dag "
            "wanneer hij weer mag."
        ),
        behind="Werk geeft hem zijn plek in de familie: iedereen werkt.",
        wish="Weer naar mijn werk met mijn broodtrommel.",
        domains=(
            DomainText(
                LifeDomain.WORK_EDUCATION,
                Level.LIMITED,
                ("Kan goed inpakken en tellen, met rust en begeleiding."),
            ),
            DomainText(LifeDomain.DAYTIME, Level.NOT, "Zit sinds maart thuis en wordt verdrietig."),
        ),
        own_strength="Altijd op tijd, nooit ziek, trots.",
        network="Ouders en broers, een buurman met een kwekerij.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Meehelpen in de kwekerij.",
                "Een zomer gedaan.",
                "Buiten het seizoen is er geen werk.",
            ),
            RungText(
                Weight.GENERAL,
                "Werkplein.",
                "Twee plekken geprobeerd.",
                "Het tempo lag te hoog, hij raakte overstuur.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Beschutte werkplek, begin met drie dagen. Zaterdag blijft de kwekerij.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Beschutte werkplek",
        clear=True,
        stable=True,
        parties=2,
        goal="Ik ga elke dag met mijn broodtrommel naar mijn werk.",
    ),
    HelpQuestion(
        code="nieuwkomer-werk",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.COUPLE,
        ages=(25, 48),
        gender=Gender.MAN,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Ik was elektricien in mijn land. Hier krijg ik schoonmaakwerk aangeboden. Ik wil mijn eigen vak "
            "doen."
        ),
        behind="Zonder vak voelt hij zich geen voorbeeld voor zijn kinderen.",
        wish="Elektricien zijn in Nederland.",
        domains=(
            DomainText(
                LifeDomain.WORK_EDUCATION,
                Level.LIMITED,
                ("Vijftien jaar ervaring, diploma wordt nog gewaardeerd."),
            ),
            DomainText(
                LifeDomain.PARTICIPATION,
                Level.SUFFICIENT,
                ("Spreekt goed Nederlands, is voorzitter van de oudergroep."),
            ),
        ),
        own_strength="Leert vaktaal met filmpjes, werkt secuur.",
        network="Een Nederlandse vriend met een technisch bedrijf.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Meelopen bij de vriend.",
                "Twee weken gedaan.",
                "Hij mag zonder certificaat niet zelfstandig werken.",
            ),
            RungText(
                Weight.GENERAL,
                "Werkplein.",
                "Vier gesprekken.",
                "Daar zijn vacatures, maar geen scholing voor zijn vak.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Traject met certificaat en leerbaan bij het bedrijf van de vriend.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Traject naar werk",
        clear=True,
        stable=False,
        parties=2,
        goal="Ik werk als elektricien.",
    ),
    HelpQuestion(
        code="toeslag-misgelopen",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(30, 64),
        gender=Gender.WOMAN,
        season=Season.NEW_YEAR,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Ik heb te veel toeslag gekregen en moet 1.900 euro terugbetalen. Ik snap de brief niet. Ik durf "
            "nu niks meer aan te vragen."
        ),
        behind="Door eerdere ervaringen vertrouwt ze de overheid niet.",
        wish="Begrijpen wat ik moet doen, en geen nieuwe fouten maken.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Kan 50 euro per maand missen."),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.SUFFICIENT, "Slaapt slecht als er een brief komt."),
        ),
        own_strength="Bewaart alle papieren op volgorde.",
        network="Een collega is handig met de computer.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Collega keek mee.",
                "Een avond.",
                "Ook de collega wist niet welke regel gold.",
            ),
            RungText(
                Weight.GENERAL,
                "Formulierenpunt belt samen met haar en regelt een betaalplan.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Formulierenpunt",
        clear=True,
        stable=True,
        parties=0,
        goal="Ik begrijp mijn toeslagen en durf de post te openen.",
    ),
    HelpQuestion(
        code="langdurig-laag-inkomen",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.COUPLE,
        ages=(35, 64),
        season=Season.NEW_YEAR,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Een buurvrouw zei dat je na jaren laag inkomen een toeslag kunt krijgen. Klopt dat? Wij wisten "
            "dat niet."
        ),
        behind="Ze leven al zes jaar zo zuinig dat er niets meer te kiezen is.",
        wish="Een keer nieuwe bedden kopen.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.SUFFICIENT, "Geen schulden, geen spaargeld."),
            DomainText(LifeDomain.HOUSING, Level.SUFFICIENT, "Het huis is netjes, veel spullen zijn oud."),
        ),
        own_strength="Komen rond met weinig, dat is knap.",
        network="Buren ruilen spullen.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Bedden via de buurt.",
                "Gevraagd.",
                "Een goed matras is er niet bij.",
            ),
            RungText(
                Weight.GENERAL,
                "Formulierenpunt bekijkt alle regelingen.",
                "Gedaan, twee regelingen erbij.",
                "De toeslag zelf vraagt een besluit.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Inkomenstoeslag toekennen; ook aangemeld voor komend jaar.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Individuele inkomenstoeslag",
        clear=True,
        stable=True,
        parties=0,
        goal="We slapen op een goed bed.",
    ),
    HelpQuestion(
        code="kostendelers",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(48, 64),
        gender=Gender.WOMAN,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Mijn zoon is na zijn scheiding bij mij komen wonen. Nu zegt iemand dat mijn uitkering omlaag "
            "gaat. Moet ik hem dan op straat zetten?"
        ),
        behind="Ze moet kiezen tussen haar zoon en haar inkomen. Dat voelt als straf.",
        wish="Mijn zoon een dak geven, zonder schulden te krijgen.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Uitkering daalt met 300 euro volgens de regel."),
            DomainText(
                LifeDomain.HOME_RELATIONS, Level.SUFFICIENT, ("Goed contact. Zoon zoekt elke dag een kamer.")
            ),
        ),
        own_strength="Eerlijk, meldde het zelf.",
        network="Zoon kan iets meebetalen zodra hij weer werkt.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Zoon betaalt mee.",
                "Afgesproken.",
                "Hij heeft zelf schulden uit zijn huwelijk.",
            ),
            RungText(
                Weight.GENERAL,
                "Formulierenpunt zoekt andere regelingen.",
                "Gedaan.",
                "Er is niets dat het verschil dekt.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Maatwerk: een half jaar geen verlaging, omdat anders zoon dakloos wordt.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Bijstandsuitkering",
        clear=False,
        stable=False,
        parties=2,
        goal="Mijn zoon heeft een dak en ik mijn rust.",
    ),
    HelpQuestion(
        code="deeltijd-en-uitkering",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE_PARENT,
        ages=(25, 45),
        gender=Gender.WOMAN,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Ik kan twaalf uur per week werken in een winkel. Maar iedereen zegt dat je er niks mee opschiet."
            " Klopt dat?"
        ),
        behind="Ze is bang dat haar uitkering stopt en niet meer op gang komt.",
        wish="Werken zonder elke maand in onzekerheid te zitten.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.LIMITED, "Verrekening liep eerder vier maanden achter."),
            DomainText(LifeDomain.WORK_EDUCATION, Level.SUFFICIENT, "De winkel wil haar graag hebben."),
        ),
        own_strength="Kan goed met klanten en is altijd vrolijk.",
        network="Zus past op.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Zus helpt met rekenen.",
                "Gedaan.",
                "De onzekerheid zit bij onze verrekening.",
            ),
            RungText(
                Weight.GENERAL,
                "Werkplein legt de regels uit.",
                "Gedaan.",
                "Uitleg helpt, maar ze wil een afspraak zwart op wit.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Traject met vaste verrekening per maand en een aanspreekpunt voor loonstrookjes.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Traject naar werk",
        clear=True,
        stable=True,
        parties=2,
        goal="Ik werk en weet elke maand wat ik heb.",
    ),
    HelpQuestion(
        code="sollicitatie-zestig",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.SINGLE,
        ages=(61, 61),
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Vijftig brieven geschreven, geen antwoord. Ik ben 61. Ik wil tot mijn pensioen gewoon iets "
            "nuttigs doen."
        ),
        behind="Het geen antwoord krijgen doet meer pijn dan een afwijzing.",
        wish="Nuttig werk en collega's.",
        domains=(
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.LIMITED, ("Was dertig jaar administratief medewerker.")
            ),
            DomainText(LifeDomain.MENTAL_HEALTH, Level.SUFFICIENT, "Houdt moed, met ups en downs."),
        ),
        own_strength="Zorgvuldig, geduldig met lastige klanten.",
        network="Oud-collega's, de leesclub.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Oud-collega's vragen rond.",
                "Drie maanden.",
                "Haar netwerk is ook met pensioen.",
            ),
            RungText(
                Weight.GENERAL,
                "Werkplein: werkgevers die zelf aan tafel komen, geen brieven meer.",
            ),
        ),
        weight=Weight.GENERAL,
        provision="Werkplein",
        clear=True,
        stable=True,
        parties=1,
        goal="Ik heb collega's en een werkplek.",
    ),
    HelpQuestion(
        code="bewindvoerder-kosten",
        reporter=Reporter.OTHER,
        household=HouseholdKind.SINGLE,
        ages=(30, 60),
        gender=Gender.MAN,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "(Bewindvoerder) Namens mijn cliënt vraag ik vergoeding van mijn kosten. Hij is hiermee bekend."
        ),
        behind="Meneer begrijpt niet waarom er geld naar bewind gaat. Hij wil het ooit zelf doen.",
        wish="Over een jaar mijn eigen pinpas.",
        domains=(
            DomainText(
                LifeDomain.FINANCES, Level.LIMITED, ("Stabiel sinds het bewind. Geen nieuwe schulden.")
            ),
            DomainText(LifeDomain.WORK_EDUCATION, Level.LIMITED, "Werkt drie dagen in het groen."),
        ),
        own_strength="Kan goed met een vast weekbedrag omgaan.",
        network="Een collega leert hem budgetteren.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Collega en zus helpen.",
                "Voor kleine dingen gaat dat goed.",
                "De rechter stelde bewind in; dat kan het netwerk niet vervangen.",
            ),
            RungText(
                Weight.GENERAL,
                "Maatje bij geldzaken.",
                "Aangevraagd voor later.",
                "Past bij de stap na het bewind.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Bijzondere bijstand voor een jaar, met een plan om naar een maatje te gaan.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Bijzondere bijstand",
        clear=True,
        stable=True,
        parties=2,
        goal="Over een jaar beheer ik mijn eigen geld.",
    ),
    HelpQuestion(
        code="kraam-na-storm",
        reporter=Reporter.RESIDENT,
        household=HouseholdKind.FAMILY,
        ages=(34, 55),
        gender=Gender.MAN,
        season=Season.WINTER,
        laws=(Law.PARTICIPATIEWET,),
        words=(
            "Mijn marktkraam is door de storm kapot. De verzekering doet moeilijk. Ik heb een gezin, en al "
            "drie weken geen inkomen."
        ),
        behind="De kraam was van zijn ouders. Stoppen is voor hem geen optie.",
        wish="Terug op de markt voor het voorjaar.",
        domains=(
            DomainText(LifeDomain.FINANCES, Level.NOT, "Spaargeld is op, vaste lasten nog betaald."),
            DomainText(
                LifeDomain.WORK_EDUCATION, Level.SUFFICIENT, ("Twintig jaar ondernemer met vaste klanten.")
            ),
        ),
        own_strength="Repareert zelf wat kan, maakte een begroting.",
        network="Andere kooplieden lenen hem een kraam op zaterdag.",
        rungs=(
            RungText(
                Weight.SOCIAL_BASE,
                "Geleende kraam op zaterdag.",
                "Twee keer.",
                "Een dag levert te weinig op voor het gezin.",
            ),
            RungText(
                Weight.GENERAL,
                "Ondernemersloket.",
                "Plan gemaakt.",
                "Het plan is goed, maar er is nu geld nodig om te leven.",
            ),
            RungText(
                Weight.SPECIALIST,
                "Drie maanden bijstand voor zelfstandigen en een kleine lening voor de kraam.",
            ),
        ),
        weight=Weight.SPECIALIST,
        provision="Bijstand voor zelfstandigen",
        clear=True,
        stable=False,
        parties=2,
        goal="In het voorjaar sta ik weer vier dagen op de markt.",
    ),
)
