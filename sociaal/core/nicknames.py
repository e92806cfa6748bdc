"""First names that are one name: as in the passport, and as people are called. From general knowledge."""

from functools import cache

_GROUPS = """
johannes johan jan hans joop jo johnny john hannes janus jannes han
johanna joke jo annie hanneke hanna hannah anna jopie janna jannie jansje jantje jannetje annechien
cornelis cor kees cees nelis corneel crelis neel
cornelia cor corrie nel neeltje nelly cora lia neelie cokkie
hendrik henk hein harry rik henri hendrikus hendricus driek hennie heintje
hendrika henny rika hennie riek hendrikje drika henriette jet
wilhelmus willem wim wil willy helmus pim guillaume william
wilhelmina willemina mina mien willy wil minnie helma willie mientje willemijn willeke willemien
maria marie ria riet mia mieke marijke rie miep mies marietje mary mimi marja maaike marieke
petrus pieter peter piet pierre peer pete petrie
petronella nel petra nelly ella pietje pietertje
jacobus jacob jaap koos cobus ko jakob sjaak jacques coos jack coen
jacoba coba cootje jacqueline bake jaapje koosje
antonius anton toon ton antoon teun theunis antoine tony teunis toine tom
antonia tonia toos tonny toni ans antje teuntje tonnie
adrianus adriaan arie ad adri aad janus adrie ariaan
adriana jana adrie ariaantje janna jaantje ada adri arina
gerardus gerard gerrit geert gert sjra ger gerhard gerhardus gradus graad gerrie
gerarda gerda gerrie grada geertje gerritje gerdina geertruida truus truida geerte trudy trui
theodorus theo theodoor dorus door dirk diederik derk dick dik dirck theodor
theodora thea dora doortje dorothea dirkje
martinus martin tinus marten maarten rien martijn rinus
martina tina martine ina rina tineke martje
franciscus frans cis franck francis frank sis ciscus
francisca cisca francien fransje sisca franka ciska siska
lambertus lambert bert bertus lammert
albertus albert bert ab appie bertus aalbert albertje
hubertus huub bert bertus hub hubert
bernardus bernard ben berend nard bennie bernd berent
josephus joseph jozef jos sef jef josef joop youssef yusuf yousef joesoef yusef
josephina jose fien josien josefien sefa josephine jozefien
leonardus leonard leo leendert leen len lenard
elisabeth elizabeth els bep liesbeth lies betsy betje bets elly elisa liesje
  ellie lisette elsje lizzy elise lisa beppie betty
catharina catherina katharina trijntje toos trien rina tiny ina kaat cato trees tina kitty
  catrien katrijn karin carine trijn catharine catrin
margaretha margaretha greet gre griet margriet greetje grietje gretha margreet
  marga rita greta marrigje margje
aleida alida aaltje alie ali aleid lida alie
theresia trees resi thea therese truus
johanna maria annemarie
alexander alex sander lex xander sacha alexandre
alexandra sandra alex sas xandra
nicolaas nico klaas niek nicolas nick claas nikolaas klaus
sebastiaan bas sebastian bastiaan bastian
laurentius laurens lau rens lourens laurenz
matthijs thijs mathijs matthias mathieu mattijs tijs thies matthew
mattheus mathias theo teeuwis
christiaan chris christian kris christianus stiaan
christina chris christien tineke stien stientje christine ina tina kirsten stina
gijsbertus gijsbert gijs bert bertus gijb
engelbertus engelbert bert engel
norbertus norbert bert
robertus robert rob bert robbie bob robin
rudolf ruud rudolph dolf rudi rudy ruurd
rudolfus ruud rudolf
michael michiel michel mike chiel giel machiel
daniel daan danny dan
thomas tom tommy maas tomas
samuel sam sammy
benjamin ben bennie
frederik fred frits freek fredrik frederic freddy frederikus
frederika frederique rika freda riek frieda
everardus evert everhard ever
arnoldus arnold nol arnoud arnout aart arend noud
arnolda nolda nolly
ludovicus louis lodewijk lou wiek lowie
louisa louise wies loes lucie loesje
marcus marc mark marco markus
paulus paul pauwel pol
simon siem siemen sijmen
stephanus stefan stephan steven stef fanus stephen
augustinus guus august gust tinus
gustaaf guus gustav
andreas andries andre dries drees
anna anneke ans annie antje anne anita anneliese annet annette annemieke annelies ankie antke
magdalena leni lena magda leen leentje madeleine lenie
helena lena helen leni leen lenie ellen heleen leentje
susanna suzanne sanne suze suus suzan sanna susan
alberta bertha berta albertje
hermanus herman harm manus harmen hermannus hermen
hermina mien mina minie hermien harmina
wouter walter wouterus wout
reinier rein rene reijer reynier
egbertus egbert bert eg
roelof roel rudolf roelf
engelina lien
carolina lien karolien carolien carla lina line
paulina lien paula line
evelina lien eva evelien
jozina sien
klazina sien klaasje klasina
geziena sien gesina zina
mohamed mohammed muhammed mohammad muhammad mohamad moh mo simo
abdullah abdellah abdallah abdoel
fatima fatma fatna faty
khadija kadija hatice chadia hadija
aicha ayse aisha aysha aischa
hassan hasan hassane
ahmed ahmad ahmet achmed
ibrahim brahim abraham bram braham
mustafa mostafa moustafa
yusuf joesoef youssef yousef
elena lena
ekaterina kasia katarzyna kate
malgorzata gosia
krzysztof krzys chris
"""


@cache
def _called() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for line in _GROUPS.strip().replace("\n ", " ").splitlines():
        names = line.split()
        for name in names:
            groups.setdefault(name, set()).update(names)
    return {name: frozenset(others - {name}) for name, others in groups.items()}


def also_called(name: str) -> frozenset[str]:
    """Other forms of a plain first name: `also_called("jan")` holds "johannes" and "hans"."""
    return _called().get(name, frozenset())
