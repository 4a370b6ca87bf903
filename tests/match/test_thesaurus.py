"""The newsroom thesaurus: the same ideas in every language, each form reachable, translations that meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from factcheck.language.lexicon import contrasts, languages, load
from factcheck.language.words import words
from factcheck.match.terms import vocabulary

SECTIONS = {"concepts": "@", "countries": "#"}
MOST_MEANINGS = 2
"""A form that says more than two things says nothing."""


def keys(text: str, code: str) -> set[str]:
    found = words(text)
    return {key for term in vocabulary(code).terms(found, range(len(found))) for key in term.keys}


def forms(code: str) -> Iterator[tuple[str, str]]:
    """Every form of a language's thesaurus with the key that it stands for."""
    for section, mark in SECTIONS.items():
        for name, listed in load(code).lines(section).items():
            yield from ((form, mark + name) for form in listed)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_language_has_the_same_names(section: str) -> None:
    names = {code: list(load(code).lines(section)) for code in languages()}
    first, *others = names.values()
    assert all(set(first) == set(other) for other in others)
    assert all(len(set(listed)) == len(listed) for listed in names.values())


@pytest.mark.parametrize("code", languages())
def test_every_form_yields_its_concept(code: str) -> None:
    assert [(form, key) for form, key in forms(code) if key not in keys(form, code)] == []


@pytest.mark.parametrize("code", languages())
def test_a_word_means_two_things_at_most(code: str) -> None:
    meanings = {form: keys(form, code) & concepts(code) for form, _ in forms(code) if len(words(form)) == 1}
    assert {form: found for form, found in meanings.items() if len(found) > MOST_MEANINGS} == {}


@pytest.mark.parametrize("code", languages())
def test_no_form_is_listed_twice_for_one_concept(code: str) -> None:
    assert [row for row, count in Counter(forms(code)).items() if count > 1] == []


@pytest.mark.parametrize("code", languages())
def test_only_single_words_are_held_to_the_letter(code: str) -> None:
    assert [form for form, _ in forms(code) if form.startswith("=") and len(words(form)) != 1] == []


def concepts(code: str) -> set[str]:
    return {key for _, key in forms(code)}


def test_contrasts_are_between_concepts_that_there_are() -> None:
    sets, generic, persons = contrasts()
    assert all(group <= concepts(code) for code in languages() for group in (*sets, generic, persons))
    assert all(len(group) > 1 for group in sets)


def test_no_pair_is_contrasted_twice() -> None:
    """A pair that stands in two sets would count double against a match."""
    pairs: dict[frozenset[str], int] = defaultdict(int)
    for group in contrasts()[0]:
        for pair in {frozenset((one, other)) for one in group for other in group if one != other}:
            pairs[pair] += 1
    assert {pair for pair, count in pairs.items() if count > 1} == set()


# concept, the idea in French, the same in English, and a near twin in one of them that has another idea
TRANSLATIONS = [
    ("killed", "le choc a coûté la vie à un marin", "one sailor died", "fr: une vie de berger"),
    ("set-sail", "le cargo a levé l'ancre", "the tug put to sea", "fr: un appareil photo"),
    ("captain", "le commandant de la barge", "the skipper of the barge", "fr: les pièces commandées"),
    ("enumerators", "les agents recenseurs du canton", "the census takers", "en: takers of chances"),
    ("depth", "par 40 mètres de fond", "at a depth of 40 metres", "fr: un bruit de fond"),
    ("councillors", "l'adjointe aux sports", "the councillor for sports", "fr: un adjoint technique"),
    ("killed", "sept mineurs ont péri", "the collapse killed seven", "fr: le père du mineur"),
    ("killed", "deux alpinistes trouvent la mort", "two lost their lives", "en: climbers lost their way"),
    ("injured", "trente supporteurs blessés", "thirty fans were hurt", "en: the tariff hurt exporters"),
    ("missing", "trois marins manquent à l'appel", "three are unaccounted for", "fr: elles font appel"),
    ("homeless", "400 familles sans abri", "400 families were left homeless", "fr: 400 familles logées"),
    ("displaced", "les déplacés du barrage", "people displaced by the dam", "fr: un lac de barrage"),
    ("evacuated", "le village a été évacué", "villagers were evacuated", "fr: le village a été évalué"),
    ("rescued", "trois spéléologues sains et saufs", "three cavers were pulled alive", "fr: ils vivent ici"),
    ("drowned", "la noyade d'un baigneur", "a bather drowned", "en: a bather dived"),
    ("earthquake", "un tremblement de terre de nuit", "a quake at night", "fr: une terre de nuit"),
    ("landslide", "un glissement de terrain", "a mudslide", "fr: un terrain à bâtir"),
    ("storm", "le cyclone approche", "the hurricane approaches", "en: the crowd approaches"),
    ("fire", "les feux de forêt progressent", "wildfires are spreading", "fr: un cessez-le-feu fragile"),
    ("fire", "un incendie dans un entrepôt", "a warehouse blaze", "en: the manager was fired"),
    ("burnt", "la pinède est partie en fumée", "the pinewood was scorched", "fr: la pinède est à vendre"),
    ("firefighters", "les pompiers de la ville", "the town's fire brigade", "en: the town's brass band"),
    ("ceasefire", "la trêve a tenu", "the truce held", "fr: la grève a tenu"),
    ("shooting", "un homme a ouvert le feu", "a gunman opened fire", "en: a shop opened early"),
    ("soldiers", "les troupes du contingent", "the servicemen", "en: the services sector"),
    ("prisoners", "les captifs échangés", "the captives", "fr: les capteurs changés"),
    ("charged", "la trésorière est mise en examen", "the treasurer was indicted", "fr: elle passe un examen"),
    ("convicted", "reconnue coupable d'escroquerie", "found guilty of fraud", "en: found a guide"),
    ("acquitted", "le notaire a été relaxé", "the solicitor was acquitted", "fr: le notaire a été relancé"),
    ("prison-term", "dix ans de prison", "a jail term", "fr: une visite à la prison"),
    ("lawsuit", "l'association porte plainte", "the charity filed a lawsuit", "fr: elle porte un sac"),
    ("damages", "indemniser les riverains", "compensation for neighbours", "en: the storm damages roofs"),
    ("turnout", "le taux de participation recule", "voter turnout slips", "fr: les participants reculent"),
    ("abstention", "les abstentionnistes", "those who did not vote", "en: those who did vote"),
    ("first-round", "dès le premier tour", "in the first round", "fr: le second tour"),
    ("lawmakers", "les députés de la région", "the region's MPs", "fr: les départs de la région"),
    ("resigned", "la ministre a démissionné", "the minister stepped down", "en: the minister stepped in"),
    ("no-confidence", "une motion de censure", "a no-confidence vote", "en: a vote of thanks"),
    ("prime-minister", "le chef du gouvernement", "the prime minister", "en: the prime cut"),
    ("revenue", "le chiffre d'affaires a doublé", "turnover has doubled", "fr: le chiffre a doublé"),
    ("profit", "un bénéfice en hausse", "higher earnings", "en: higher ground"),
    ("loss", "des pertes au premier semestre", "losses in the first half", "fr: des portes fermées"),
    ("deficit", "le déficit se creuse", "the shortfall widens", "fr: le défi se corse"),
    ("interest-rate", "le taux directeur reste à 2 %", "the policy rate is 2%", "en: the crime rate is 2%"),
    ("bankruptcy", "en redressement judiciaire", "the firm is in receivership", "fr: en maison de retraite"),
    ("buy", "le rachat du brasseur", "the takeover of the brewer", "en: the overtaking of the lorry"),
    ("cut-jobs", "le plan social concerne 300 postes", "300 were laid off", "en: 300 were laid out"),
    ("hire", "l'enseigne embauche", "the chain is recruiting", "fr: l'enseigne embellit"),
    ("strike", "les éboueurs en grève", "the bin men's walkout", "fr: les éboueurs en avance"),
    ("unemployed", "les demandeurs d'emploi", "the jobless", "fr: les demandeurs d'asile"),
    ("rise", "les loyers ont grimpé", "rents went up", "fr: les loyers ont fondu"),
    ("fall", "les naissances ont chuté", "births fell", "en: births rose"),
    ("doubled", "elle est multipliée par deux", "the bill has doubled", "fr: elle est payée par deux"),
    ("per-head", "l'eau utilisée par habitant", "water use per capita", "fr: l'eau des habitants"),
    ("monthly", "deux cents chaque mois", "two hundred a month", "en: two hundred months"),
    ("annual", "trois mille par an", "three thousand a year", "en: three thousand years"),
    ("year-ago", "un an plus tôt", "a year earlier", "fr: un ami plus tôt"),
    ("additional", "200 lits supplémentaires", "200 extra beds", "fr: d'une valeur de plus de 200 euros"),
    ("planned", "l'objectif du gouvernement", "the government's target", "fr: l'objection du gouvernement"),
    ("delay", "l'ouverture a été reportée", "the opening was postponed", "en: it was posted online"),
    ("women", "les femmes de chambre", "women cleaners", "en: men cleaners"),
    ("refugees", "un réfugié sur trois", "one refugee in three", "fr: un refus sur trois"),
    ("asylum", "le droit d'asile", "the asylum seekers", "fr: le droit d'auteur"),
    ("hospitalised", "un skieur hospitalisé", "a skier was hospitalised", "fr: un skieur à l'hôtel"),
    ("infected", "douze cas dans l'école", "twelve cases at the school", "fr: douze casques dans l'école"),
    ("infected", "testés positifs au virus", "they tested positive", "fr: un bilan positif"),
    ("vaccinated", "la vaccination des bébés", "babies were immunised", "fr: un lot de vaccins"),
    ("vaccine", "le vaccin contre la rage", "the rabies jab", "en: the boxer's long shot"),
    ("epidemic", "la pandémie", "the outbreak", "en: the break-in"),
    ("famine", "la faim au village", "starvation in the village", "fr: la fin du village"),
    ("discovery", "la découverte d'une tombe", "a tomb was discovered", "fr: la couverture d'une tombe"),
    ("spacecraft", "la sonde survole Vénus", "the space probe flies past", "fr: le sondage de la semaine"),
    ("liftoff", "la mise en orbite", "the lift-off", "en: the lift was off"),
    ("emissions", "les rejets de gaz à effet de serre", "greenhouse gas emissions", "fr: un effet de mode"),
    ("heatwave", "la canicule de juin", "the June heatwave", "en: the June permanent wave"),
    ("drought", "la sécheresse au sud", "the drought in the south", "fr: la richesse au sud"),
    ("wind-power", "une éolienne en mer", "a wind farm at sea", "en: a fish farm at sea"),
    ("power-plant", "la centrale du fleuve", "the river's power station", "en: the river's bus stop"),
    ("harvest", "les vendanges précoces", "an early harvest", "fr: les ventes précoces"),
    ("culled", "l'abattage du troupeau", "the herd was slaughtered", "fr: l'abonnement du troupeau"),
    ("pupils", "les écoliers rentrent", "pupils return", "fr: les escaliers rentrent"),
    ("tuition", "les frais de scolarité", "tuition fees", "fr: les frais de port"),
    ("rent", "le loyer des studios", "the rent of studios", "fr: la loi des studios"),
    ("social-housing", "dix HLM rénovés", "ten council houses", "en: ten council members"),
    ("metro", "la ligne de métro", "the subway line", "en: the submarine line"),
    ("passengers", "les voyageurs du ferry", "the ferry's passengers", "fr: les passages du ferry"),
    ("goals", "un but à la 90e minute", "a goal in stoppage time", "fr: une butte à la sortie du village"),
    ("won", "elle a remporté l'étape", "she won the stage", "en: she ran the stage"),
    ("spectators", "une affluence record", "a record crowd", "fr: une influence record"),
    ("transfer", "l'indemnité de transfert", "a transfer fee", "en: a school fee"),
    ("gold-medal", "trois médailles d'or", "three gold medals", "fr: trois médailles d'argent"),
    ("doping", "suspendue pour dopage", "banned for doping", "en: banned for dropping litter"),
    ("visitors", "la fréquentation du parc", "visitors to the park", "fr: la fréquence du parc"),
    ("auction", "adjugé aux enchères", "sold at auction", "en: sold at action prices"),
    ("cyberattack", "un rançongiciel à la mairie", "a ransomware gang", "fr: un mur bloque la mairie"),
    ("pope", "le souverain pontife", "the pontiff", "en: the popular vote"),
    ("pilgrims", "le pèlerinage d'été", "the pilgrims in summer", "fr: la pellicule d'été"),
    ("sought-sentence", "six ans requis contre le notaire",
     "six years, as prosecutors asked", "fr: six ans d'enquête"),
    ("sought-sentence", "le parquet requiert la relaxe",
     "the prosecution sought an acquittal", "en: she sought a lawyer"),
    ("sentence", "il écope de deux ans", "a sentence of two years", "fr: il écoute deux ans"),
    ("life-sentence", "la perpétuité pour le tireur",
     "life imprisonment for the gunman", "en: a life by the sea"),
    ("suspended-sentence", "un an avec sursis", "a suspended sentence of a year", "en: a suspended bridge"),
    ("plaintiffs", "quarante parties civiles", "forty plaintiffs", "fr: quarante parties de cartes"),
    ("escape", "la cavale du braqueur", "the fugitive robber", "fr: la cave du braqueur"),
    ("gang", "les barons du cartel", "the mobsters", "fr: les barons du carrelage"),
    ("burglary", "trois cents cambriolages", "three hundred break-ins", "en: three hundred breaks"),
    ("money-laundering", "blanchiment aggravé", "money laundering", "en: a launderette"),
    ("embezzlement", "des fonds détournés", "funds were embezzled", "fr: des fonds marins"),
    ("forgery", "de faux billets", "counterfeit notes", "fr: de vrais billets"),
    ("domestic-violence", "les violences conjugales", "domestic abuse", "en: domestic flights"),
    ("reoffend", "le taux de récidive", "the reoffending rate", "fr: le taux d'humidité"),
    ("inmates", "700 détenus", "700 inmates", "en: 700 intimates"),
    ("overcrowding", "la surpopulation carcérale", "overcrowded cells", "fr: la population active"),
    ("raised-money", "l'argent collecté auprès des clients",
     "money raised from customers", "en: she raised her hand"),
    ("raised-money", "le club a collecté 3 millions",
     "the club raised funds", "fr: collectivement, 3 millions"),
    ("savers", "8 000 épargnants", "8,000 savers", "fr: 8 000 spectateurs épargnés"),
    ("repaid", "la banque a remboursé", "the bank repaid them", "fr: la banque a déménagé"),
    ("savings-accounts", "l'épargne des ménages", "household savings", "en: the keeper saved it"),
    ("approved", "le ministère a donné son feu vert",
     "the ministry signed off the plan", "en: the authorities met"),
    ("requested", "900 demandes de visa", "900 applied for a visa", "fr: une allée de gravier"),
    ("granted", "une aide accordée à l'école", "aid granted to the school", "fr: un accord avec l'école"),
    ("shortage", "une pénurie d'insuline", "an insulin shortage", "en: shorter queues"),
    ("stockpile", "les stocks de farine", "stockpiles of flour", "fr: la réservation d'une table"),
    ("supplier", "les sous-traitants du groupe", "the group's suppliers", "fr: les sous-titres du film"),
    ("electric-car", "les voitures électriques", "electric cars", "en: electric guitars"),
    ("third-quarter", "au troisième trimestre", "in the third quarter", "en: a third of the quarter"),
    ("relocation", "la délocalisation de l'atelier",
     "offshoring the workshop", "fr: la location de l'atelier"),
    ("default", "le défaut de paiement", "the state defaulted", "fr: un défaut de fabrication"),
    ("steel", "un sidérurgiste indien", "an Indian steelmaker", "en: they steal metal"),
    ("restaurant", "les restaurateurs", "restaurants", "fr: la restauration du tableau"),
    ("licence", "une licence d'exploitation", "an operating licence", "fr: on licencie"),
    ("building-permits", "800 permis de construire", "800 building permits", "fr: 800 mises en chantier"),
    ("building-starts", "la mise en chantier de 40 maisons",
     "housing starts fell", "fr: 40 permis de construire"),
    ("building-completions", "mises en service de logements", "900 homes completed", "fr: 900 repas livrés"),
    ("tenants", "les locataires du 12", "the tenants of number 12", "fr: les propriétaires du 12"),
    ("landlords", "les bailleurs privés", "private landlords", "en: private tenants"),
    ("evictions", "les expulsions locatives", "evictions", "fr: les expulsions du territoire"),
    ("second-homes", "les résidences secondaires", "second homes", "fr: les écoles secondaires"),
    ("temporary-housing", "relogés à l'hôtel", "in temporary accommodation", "fr: horloges de l'hôtel"),
    ("rail-track", "sur la voie ferrée", "on the railway track", "en: the fast lane"),
    ("taxi", "les chauffeurs de taxi", "taxi drivers", "fr: une taxe sur les chauffeurs"),
    ("pedestrians", "onze piétons renversés", "eleven pedestrians hit", "fr: onze pions renversés"),
    ("fare-dodgers", "voyager sans billet", "fare dodgers", "en: the bus fare"),
    ("reconnected", "le courant est rétabli", "power was restored to the town", "fr: le blessé est rentré"),
    ("power-grid", "la ligne à haute tension", "the high-voltage line", "fr: la ligne de bus"),
    ("hurricane", "l'ouragan faiblit", "the hurricane weakens", "fr: les intempéries faiblissent"),
    ("landfall", "le typhon a touché terre", "the typhoon made landfall", "fr: l'avion a touché le mur"),
    ("planted", "mille chênes plantés", "a thousand oaks planted", "fr: mille chênes dans la plantation"),
    ("wetland", "un marais asséché", "a drained marsh", "fr: le maire marié"),
    ("protected-area", "le parc national", "the national park", "en: the car park"),
    ("tents", "300 tentes dressées", "300 tents pitched", "fr: 300 tentatives"),
    ("red-cross", "la Croix-Rouge", "the Red Cross", "fr: une croix sur le mur"),
    ("brigade", "deux bataillons", "two battalions", "fr: deux bâtiments"),
    ("intercepted", "30 drones interceptés", "30 drones were downed", "en: he sat down"),
    ("warship", "une frégate", "a frigate", "en: a frigid evening"),
    ("surrendered", "la reddition du port", "the port surrendered", "fr: la tradition du port"),
    ("cluster-bomb", "des armes à sous-munitions", "cluster munitions", "en: a cluster of cases"),
    ("settlers", "les colons", "the settlers", "fr: les colonnes"),
    ("aid-trucks", "les convois humanitaires", "aid convoys", "en: delivery vans"),
    ("recount", "le dépouillement", "the recount", "fr: une vie de dépouillé"),
    ("far-right", "l'extrême droite", "the far right", "fr: la population de droite"),
    ("committee", "la commission", "the commission", "en: the ship was commissioned"),
    ("councillors", "les conseillers municipaux", "councillors", "fr: une piscine municipale"),
    ("swearing-in", "elle a prêté serment", "she was sworn in", "fr: elle a prêté sa voiture"),
    ("organisers", "selon les organisateurs", "the organisers", "fr: selon les organisations"),
    ("activists", "des militants", "campaigners", "fr: des militaires"),
    ("vat", "la TVA", "sales tax", "fr: la taxe foncière"),
    ("allocated", "3 millions consacrés au sport",
     "3 million earmarked for it", "fr: une messe de consécration"),
    ("newcomers", "400 nouveaux venus", "400 new arrivals came", "fr: 400 arrivistes"),
    ("foreign", "un acheteur étranger", "an overseas buyer", "fr: une étrange affaire"),
    ("permanent-contract", "embauchés en CDI", "hired on permanent contracts", "fr: embauchés en CDD"),
    ("part-time", "un emploi à temps partiel", "a part-time job", "fr: une élection partielle"),
    ("sick-leave", "les arrêts maladie", "sick leave", "fr: les arrêts de bus"),
    ("garbage-collectors", "les éboueurs", "bin men", "en: women and men"),
    ("apprenticeship", "la voie professionnelle", "vocational training", "fr: le football professionnel"),
    ("dropouts", "le décrochage scolaire", "school dropouts", "fr: le car scolaire"),
    ("graduates", "300 diplômés", "300 graduates", "fr: 300 diplomates"),
    ("intensive-care", "deux patients en réanimation",
     "two in intensive care", "fr: deux patients en consultation"),
    ("maternity", "fermeture d'une maternité", "a maternity ward closes", "fr: une école maternelle"),
    ("care-homes", "les résidents des Ehpad", "nursing homes", "en: foster homes"),
    ("stroke", "un infarctus", "a heart attack", "en: a shark attack"),
    ("cholera", "le choléra", "cholera", "fr: la colère"),
    ("whooping-cough", "la coqueluche", "whooping cough", "en: a dry cough"),
    ("lockdown", "le confinement", "the lockdown", "en: a locked door"),
    ("effectiveness", "un traitement efficace", "an effective treatment", "fr: un effacement"),
    ("asteroid", "une météorite", "a meteorite", "fr: un météorologue"),
    ("samples", "50 échantillons", "50 samples", "en: 50 examples"),
    ("re-entry", "un amerrissage réussi", "a splashdown", "fr: un atterrissage réussi"),
    ("tomb", "une sépulture", "a tomb", "fr: la nuit tombe"),
    ("wolf", "douze loups", "twelve wolves", "fr: douze louches"),
    ("pigs", "la viande de porc", "pork", "fr: le port de pêche"),
    ("maize", "la récolte du maïs", "the corn harvest", "fr: la récolte, mais pas ici"),
    ("milk", "le prix du lait", "dairy prices", "fr: un lit d'hôpital"),
    ("vineyards", "40 hectares de vigne", "40 hectares of vineyards", "fr: 40 vignettes"),
    ("bees", "les apiculteurs", "beekeepers", "en: beef keepers"),
    ("semi-final", "en demi-finale", "in the semi-final", "fr: en quart de finale"),
    ("relegated", "le club est relégué", "the club was relegated", "en: the club delegated"),
    ("qualified", "l'équipe s'est qualifiée", "the team qualified", "fr: une équipe de qualité"),
    ("unbeaten", "un champion invaincu", "an unbeaten champion", "fr: un champion vaincu"),
    ("captain", "le capitaine", "the captain", "fr: la capitale"),
    ("theatre", "une pièce de théâtre", "a theatre", "fr: une pièce de monnaie"),
    ("actors", "une actrice", "an actress", "fr: une active"),
    ("archives", "un manuscrit", "a manuscript", "en: an architect"),
    ("priests", "un prêtre", "a priest", "fr: prêt à partir"),
    ("telecoms", "un opérateur télécoms", "a telecoms firm", "en: a telescope firm"),
    ("self-driving", "un robotaxi", "a driverless car", "en: a racing driver"),
    ("parcels", "des colis", "parcels", "fr: des collègues"),
    ("letters", "4 000 lettres", "4,000 letters", "en: 4,000 lettuces"),
    ("emails", "3 000 courriels", "3,000 emails", "fr: 3 000 courriers"),
    ("serious", "trois blessés graves", "three in a critical condition", "fr: trois gravures"),
    ("temporary", "une fermeture temporaire", "a temporary closure", "fr: une tempête"),
    ("free-of-charge", "des repas gratuits", "free of charge", "en: a free man"),
    ("exceeded", "elle dépasse mille tonnes",
     "it exceeded a thousand tonnes", "fr: en dépit de mille tonnes"),
    ("installed", "300 caméras installées", "300 cameras were installed", "en: a stall of 300"),
    ("joined", "elle a rejoint la coalition", "she joined the coalition", "fr: le point joint"),
    ("distributed", "900 repas distribués", "900 meals handed out", "en: he was handed over"),
    ("demanded", "ils réclament 4 %", "they call for 4%", "fr: une clameur pour 4 %"),
    ("worsened", "le déficit s'aggrave", "the deficit worsened", "fr: un blessé grave"),
    ("counted", "40 nids recensés", "40 nests were counted", "en: 40 counties"),
]  # fmt: skip


@pytest.mark.parametrize(("concept", "french", "english", "twin"), TRANSLATIONS)
def test_translations_meet_and_the_twin_stays_silent(
    concept: str, french: str, english: str, twin: str
) -> None:
    assert f"@{concept}" in keys(french, "fr") & keys(english, "en")
    assert f"@{concept}" not in keys(twin[4:], twin[:2])


@pytest.mark.parametrize(
    ("country", "french", "english", "twin"),
    [
        ("US", "les autorités des États-Unis", "the US authorities", "en: they gave us a map"),
        ("US", "le Pentagone dément", "the White House denies it", "en: the white horse"),
        ("GB", "la Grande-Bretagne", "Downing Street said", "en: Main Street said"),
        ("GB-SCT", "le gouvernement écossais", "the Scottish government", "en: the British government"),
        ("GB-WLS", "au pays de Galles", "in Wales", "en: in whales"),
        ("FR", "Matignon a tranché", "the French premier decided", "en: the premier decided"),
        ("EU", "l'UE et la Suisse", "the European Union", "fr: il a eu un refus"),
        ("RU", "la Douma a voté", "the Kremlin", "fr: le doute a gagné"),
        ("NE", "les Nigériens ont voté", "Nigerien voters", "en: Nigerian voters"),
        ("NG", "le Nigeria", "Nigerian voters", "fr: le Niger"),
        ("ML", "l'armée malienne", "Mali's army", "fr: l'armée va mal"),
        ("CD", "la RDC", "the Democratic Republic of the Congo", "en: the Democratic party"),
        ("KP", "la Corée du Nord", "North Korea", "fr: la Corée du Sud"),
        ("PL", "un élu polonais", "a Polish mayor", "en: a polished performance"),
        ("RE", "les Réunionnais", "on Réunion Island", "fr: la réunion de lundi"),
        ("PE", "le Pérou", "Peruvian miners", "fr: le perron de l'école"),
        ("TW", "l'île de Taïwan", "Taiwanese chips", "en: Thai chips"),
        ("XK", "la police kosovare", "Kosovo police", "en: Serbian police"),
        ("PS", "la Cisjordanie", "the West Bank", "en: the south bank"),
    ],
)
def test_countries_meet_and_the_twin_stays_silent(country: str, french: str, english: str, twin: str) -> None:
    assert f"#{country}" in keys(french, "fr") & keys(english, "en")
    assert f"#{country}" not in keys(twin[4:], twin[:2])


@pytest.mark.parametrize(
    ("concept", "code", "text"),
    [
        ("cost", "fr", "une note de service"),
        ("stake", "fr", "il a fait part de sa joie"),
        ("shares", "fr", "une action en justice"),
        ("remaining", "en", "she left the room"),
        ("length", "en", "a longing for home"),
        ("delay", "en", "the late singer"),
        ("vaccine", "en", "the shot went wide"),
        ("treaty", "fr", "un patient bien soigné"),
        ("strike", "en", "striking colours"),
        ("parliament", "fr", "elle parle peu"),
        ("import", "fr", "une question importante"),
        ("petition", "fr", "les petits commerces"),
        ("crime", "fr", "au-delà du fleuve"),
        ("conscripts", "fr", "une réserve naturelle"),
        ("shooting", "fr", "il tire profit du vent"),
        ("recovered", "fr", "il n'y croit guère"),
        ("revenue", "en", "it takes time"),
        ("duration", "en", "the last train"),
        ("founder", "en", "she found a coin"),
        ("planned", "en", "the plains of the east"),
    ],
)
def test_an_ambiguous_word_is_no_evidence(concept: str, code: str, text: str) -> None:
    assert f"@{concept}" not in keys(text, code)
