"""How people ask and how they chat, French and English: the words :mod:`index.talk.core` reads a text with.

Every pattern reads small letters without accents, but for :data:`REMARK_RUN_ON`, which reads the text as typed.
"""

from __future__ import annotations

import re
from typing import Final


def _any(*ways: str) -> str:
    return "(?:" + "|".join(ways) + ")"


_PUNCTUATION: Final = r"[\s,.!:;)(~-]"

# --- Asking -----------------------------------------------------------------------------------------------------------
_FR_WH: Final = (
    r"qui|que|qu'|quoi|quand|qd|kan|ou|comment|coment|cmt|combien|combi1|cb|pourquoi|pourkoi|pq|pk"
    r"|quel(?:le)?s?|kel(?:le)?s?"
    r"|lequel|laquelle|lesquel(?:le)?s|auquel|duquel|est-ce|esque|est ce|c'?(?:est|etait) (?:quoi|qui|quand|ou"
    r"|combien|quel)"
    r"|c koi|keski|ki"
)
_EN_WH: Final = (
    r"who(?:'?s|m|se)?|what(?:'?s|'?re)?|whn|when(?:'?s)?|where(?:'?s)?|why(?:'?s|'?re)?|how(?:'?s)?|which|wich"
    r"|wat|wot"
)
_WH: Final = rf"(?:{_FR_WH}|{_EN_WH})"
_BEFORE_WH: Final = (
    r"(?:(?:a|de|d'|en|par|pour|chez|dans|sur|sous|vers|avec|contre|depuis|jusqu'|a partir de|il y a"
    r"|to|in|on|at|by|from|for|of|with|under|since|until|against|about|into|during|and|et|or|ou|then|puis|alors"
    r"|so)\s?)"
)
_INVERTED_FR: Final = r"\w+-(?:t-)?(?:il|elle|ils|elles|on|ce)\b"
_INVERTED_EN: Final = (
    r"(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|isn't|aren't|wasn't|weren't|didn't"
    r"|doesn't|hasn't|haven't|won't|can't)\s+(?!(?:love|like|be|hoping|appreciate|need|want|not)\b)(?:the|a|an"
    r"|any|some|there|it|he|she|they|you|we|i|u|this|that|\w+)\b"
)
_ORDER: Final = _any(
    r"(?:tell|remind|give|show|find|get|explain to|help) me\b",
    r"(?:explain|describe|list|name|summari[sz]e|compare|define)\b",
    r"(?:dis|dites|di|rappelle|rappelez|donne|donnez|explique|expliquez|montre|montrez|trouve|trouvez|raconte"
    r"|racontez)[ -]moi\b",
    r"(?:explique[rz]?|decri(?:s|vez)|resume[rz]?|compare[rz]?|liste[rz]?|cite[rz]?|defini(?:s|ssez))\b",
)
_WISH_WAYS: Final = _any(
    r"(?:i|we)(?:'d| would) (?:like|love) to (?:know|learn|find out|understand)\b",
    r"(?:i|we)(?:'m| am|'re| are)? (?:just )?(?:want(?:ed)?|need|trying) to (?:know|find out|understand|learn)\b",
    r"(?:i|we)(?:'m| am|'re| are|'ve been)? (?:was )?(?:just )?wonder(?:ing|ed)?\b",
    r"(?:i'm |i am )?(?:just )?curious (?:about|to know|what|who|how|why|when|where)\b",
    r"(?:(?:i|we) )?(?:am |'m )?(?:need|looking for|searching for|after) (?:the|a list|what"
    r"|info(?:rmation)? (?:on|about))\b(?! (?:reliable|right))",
    r"(?:do|does|did|would|could|can|might) (?:you|u|anyone|anybody|someone|somebody)(?: happen to| please| maybe)?"
    r" (?:know|tell me|tell us|explain|remind me|say|recall|remember)\s+\w",
    r"(?:any idea|anyone know|anybody know|no idea|ideas on)\s+(?:about|of|what|who|how|why|when|where|which"
    r"|whether|if)\b",
    r"(?:je|j'|on|nous) ?(?:voudrais|voudrait|voudrions|aimerais|aimerait|aimerions|veux|veut|cherche|cherchons"
    r"|souhaite(?:rais)?|essaie)"
    r"(?: bien| donc| aussi)?(?: de| a)? (?:savoir|connaitre|comprendre|trouver|retrouver)\b",
    r"(?:je me|on se) demande(?:ais|ait)?\b",
    r"(?:je|on|nous) cherch(?:e|ons|ais) (?:le|la|l'|les|qui|quand|combien|comment|quel(?:le)?s?|ou|pourquoi|ce qu)",
    r"(?:tu|vous|quelqu'un|qqn|on) (?:sai[ts]|savez|saurait|saurais|sauriez|connait|connais|connaissez|peut"
    r"|peux|pouvez|pourrait|pourrais|pourriez)"
    r"(?: (?:me|nous) dire| m'expliquer| m'indiquer)?\s+(?:qui|que|qu'|quand|ou|comment|combien|pourquoi"
    r"|quel(?:le)?s?|si|s'|ce qu|le|la|les|depuis|a|dans|en)",
    r"(?:savez|sais|sauriez|saurais|pouvez|peux|pourriez|pourrais|auriez|aurais|avez|as)[ -](?:vous|tu)\b",
    r"(?:quelqu'un|qqn) (?:sait|saurait|connait)\s+\w",
)
_REQUEST: Final = _any(_ORDER, _WISH_WAYS)
WISH_OPENING: Final = re.compile(_REQUEST)
REQUEST_OPENING: Final = _REQUEST
ASKING_OPENING: Final = re.compile(
    rf"(?:(?:and|et|but|mais|alors|so|donc|du coup|then|puis),?\s)?"
    rf"(?:{_BEFORE_WH}?{_BEFORE_WH}?{_WH}(?![\w])|qu'|jusqu'ou|{_INVERTED_EN}|{_INVERTED_FR}|{_REQUEST})"
)
ASKING: Final = re.compile(
    r"\b(?:combien|pourquoi|est-ce qu|esque|c'?est (?:quoi|qui|quand|ou|combien|quel)|c koi|quel(?:le)?s?"
    r"|lequel|laquelle"
    r"|how (?:many|much|come|long|far|old|big)|why|what|who|which)\b"
    rf"|\b{_INVERTED_FR}|\b{_WISH_WAYS}|\bc (?:qui|quand|ou|kan|ki)\b"
    r"|\b(?:quand|ou|qui|quoi|comment|cb|when|where|how)[\s.!]*$|(?:[,:;(]|\b(?:demande|cherche|ask(?:s|ing"
    r"|ed)?|know|knows|savoir|sait))\s"
    rf"{_BEFORE_WH}?{_WH}(?!\w)"
)
NOT_KNOWN: Final = re.compile(
    r"\b(?:je|j'|on n[e']|i|we)\b.{0,40}(?:\b(?:pas|plus|jamais|rien|not|never|forget|forgot)\b|n't\b)"
    r"|\bwhat a\b|\bwish me\b"
)
SOMEBODY_ASKS: Final = re.compile(
    r"\b(?:(?:me|nous|m'a|m'ont|se) demand(?:e|ent|ait|aient|es?)|(?:wants?|asked|asking|asks|keeps asking"
    r"|wondering|like|love)"
    rf"(?: me| us)?(?: to know)?|cherche|cherchent)\s(?={_BEFORE_WH}?{_WH}(?!\w))"
)

# --- Chatting ---------------------------------------------------------------------------------------------------------
_HELLO: Final = _any(
    r"(?:re-?)?(?:bonjour|bonsoir|bjr|bsr)(?: bonjour)?", r"salut(?:ations)?", r"slt", r"coucou", r"cc", r"yo", r"hello+", r"helo",
    r"hi+(?:ya)?", r"hey+(?:a)?", r"hiya", r"howdy", r"greetings", r"g'day", r"kia ora", r"allo", r"hola", r"wesh",
    r"good (?:morning|afternoon|evening|day)", r"morning", r"evening", r"afternoon", r"dear (?:all|team"
    r"|editors?|archivists?|friends|bot|sourcier)",
    r"(?:cher|chere|chers|cheres) \w+",
)  # fmt: skip
_HELLO_TO: Final = _any(
    r"a (?:tous|toutes|vous|toi|l'equipe|toutes et a tous|tous et a toutes|tous et toutes"
    r"|toutes et tous)", r"tout le monde", r"tlm",
    r"(?:tous|toutes|there|all|y'all|everyone|everybody|folks|guys|team|friends|mate|mates|bot|hun|again|madame"
    r"|monsieur|mesdames|messieurs"
    r"|l'equipe|les amis|les gens|la gang|la team|le bot|people|gang|bro|sourcier|the bot|dear)",
    r"et (?:bonne annee|merci d'avance|bienvenue)", r"and (?:welcome|thanks in advance)",
)  # fmt: skip
_ASIDE: Final = _any(
    r"(?:ok|okay|d'accord|dac|super|parfait|great|cool|nice|ah|oh|aww?|hm+|euh|bon|ben|bah|alors|bref|voila"
    r"|voyons|sinon|au fait|tiens|dites?"
    r"|dis|dis[ -]moi|dites[ -]moi|du coup|anyway|anyhow|so|well|right|by the way|btw|also|oops|lol|say|tell me"
    r"|listen|look|please|pls|plz|svp|stp"
    r"|s'il (?:vous|te) plait|excuse me|excuse[zs]?[ -]moi|pardon|sorry|desolee?s?|et du coup|and so)",
)
_QUESTION_AHEAD: Final = (
    r"(?:(?:alors|so|just|juste|voici|j'ai|i have|i've got|here's|encore|another|one more|my|ma|une|un|a"
    r"|d'ou ma|d'ou|la)\s)*"
    r"(?:(?:petite?|quick|rapide|simple|short|small|silly|dumb|stupid|daft|newbie|random|bete|toute|derniere"
    r"|last|autre|other|noob|premiere|first)\s)*"
    r"(?:question|interrogation|colle|one|query|q)(?: (?:rapide|bete|toute bete|du jour|de debutante?|idiote"
    r"|pratique|for you|here|everyone|time))*"
)
_THANKS: Final = _any(
    r"merc[iy]+", r"merki", r"mrc", r"thanks", r"thanx", r"thank (?:you"
    r"|u)", r"thx", r"tks", r"ty", r"cheers", r"grazie", r"tak",
    r"(?:much|very) (?:obliged|appreciated)", r"appreciate (?:it|any)", r"any (?:help|pointer|hint|clue|source"
    r"|info)s? (?:is |would be |will )?",
)  # fmt: skip
# --- Nothing but courtesy, letters and digits only ---------------------------------------------------------------------
FAREWELL_WHOLE: Final = re.compile(
    r"(?:au revoir|adieu|ciao|bye(?: ?bye)?|good ?bye|good night|a (?:bientot|plus(?: tard)?|demain|la prochaine)"
    r"|(?:bonne (?:journee|soiree|nuit|fin de journee)|bon (?:week ?end|apres midi))(?: a (?:tous|toutes|toi|vous))?|see (?:you|ya)(?: later| soon| tomorrow)?"
    r"|take care|have a (?:nice|good|great) (?:day|evening|one|week ?end))\b"
)
THANKS_WHOLE: Final = re.compile(
    r"(?:(?:un |a )?(?:grand|mille|many|big|huge) )?(?:merc[iy]+|merki|mrc|thanks|thanx|thank (?:you|u)|thx|tks|ty|cheers)\b"
    r"(?: (?:beaucoup|bcp|bien|infiniment|d'avance|again|encore|mate|pal|all|man|everyone|quand meme|a (?:tous|toutes|toi|vous|lot|bunch)|so much|very much"
    r"|bot|sourcier|pour (?:ca|cela|tout|(?:la|ta|votre) reponse|(?:l'|ton |votre )aide)"
    r"|for (?:that|this|everything|(?:the|your) (?:help|answer))))*\b"
    r"|(?:c'est |that's )?(?:parfait|super|genial|top|nickel|bravo|excellent|perfect|great|awesome|well done|nice one"
    r"|good (?:bot|job)|bien joue)\b"
)
GREETING_WHOLE: Final = re.compile(
    rf"{_HELLO}(?: {_HELLO_TO})*\b|(?:comment )?(?:ca va|vas tu|tu vas|allez vous|vous allez)(?: bien)?\b"
    r"|how are you(?: doing)?(?: today)?\b|how's it going\b|what's up\b|enchantee?\b|nice to meet you\b"
)
ASIDE_WHOLE: Final = re.compile(rf"(?:{_ASIDE}|et|and|oui|yes|non|no)\b")
OPENING: Final = re.compile(
    rf"(?:{_HELLO}(?:\s{_HELLO_TO})*(?:\sfrom\s[^.!?:;,]*(?:,\swhere\s[^.!?:;]*)?)?(?:{_PUNCTUATION}*[,.!:;)~-]{_PUNCTUATION}*|\s+(?={_WH}\b|{_REQUEST}"
    rf"|{_INVERTED_EN}|\w+-(?:t-)?(?:il|elle|ils|elles|on)\b|je\b|j'|i\b|i'm|petite|une|quick|svp|stp|please)|$)"
    rf"|{_ASIDE}(?:\s?[,!:.…-]+\s+|\s*$)"
    r"|(?:please|pls|plz|svp|stp|s'il (?:vous|te) plait)[\s,:]+(?=\w)"
    rf"|{_QUESTION_AHEAD}\s*[:,.!-]\s+"
    rf"|(?:(?:ok|super|cool|great|grand|un grand)\s)?{_THANKS}(?: (?:beaucoup|bien|a tous|d'avance|for that"
    rf"|a lot|so much|again|pour (?:ca|cela|la reponse)))?"
    r"\s?[,.!:]+\s+(?:(?:et du coup|and so|so|et sinon|and|et|du coup)[\s,]+)?)"
)
CLOSING: Final = re.compile(
    r"(?:(?<=[\s,;(])|^)"
    + _any(
        r"(?:(?:et|and|d'avance|avec|un|grand|tres|mille|many|with|much|a big|big|huge|so)\s)*"
        r"(?:merci|merki|thanks|thank (?:you|u)|thx|tks|thanx|remerciements)\b(?! to\b| a (?!tous|toutes|vous"
        r"|toi|celui|celle|qui|l'avance)|\w)",
        r"cheers\b(?=\s*[!.]*$| from| in| mate| pal| all)",
        r"(?<!to )(?:please|pls|plz|svp|stp|sil vous plait|s'il (?:vous|te) plait|lol|mdr|asap)\s*[?!.]*$",
        r"(?:bonne|belle|excellente) (?:journee|soiree|nuit|fin de|semaine|continuation|annee)\b",
        r"(?:tres )?(?:bien )?(?:cordialement|confraternellement|respectueusement|solidairement)\b", r"(?:bien"
        r"|bises|amities) a (?:vous|toi|tous)\b", r"cdlt\b",
        r"(?:kind|best|warm(?:est)?) (?:regards|wishes)\b", r"have a (?:nice|good|great|lovely) (?:day|one"
        r"|evening|week)",
        r"(?:much|very) (?:appreciated|obliged)\b", r"ta (?:very|so|all|in)\b",
    )
)  # fmt: skip
CLOSES_NOTHING_AFTER: Final = frozenset(
    "« de dit dire dis said say says saying the a an of un le no with by pour d".split()
)
CALL_FOR_HELP: Final = frozenset(
    """
    a about ai aider ailleurs all allez allez-vous am answer any anybody anyone anything are as aurait aurais auriez auriez-vous
    aurais-tu avez avez-vous as-tu bien bon by ca can canal case cela chance channel chose comment could d d'avance d'idee de dedans des
    dessus dire do does did doing eclairer en endroit est-ce est-ce-que et everyone had happen has have hein hello help here how i
    idea ideas idee idees if ici il in info infos information is it know knows l'info l'infos l'information la la-dessus le les m'aider m'eclairer
    m'expliquer m'indiquer m'orienter maybe me neuf no non nous of ok on oriente or ou oui out par peut peut-etre peux
    peux-tu piste pistes place please pls plait possible pour pourrait pourrais pourrais-tu pourriez pourriez-vous pouvez
    pouvez-vous qu'on qu'il qu'un que quelqu'un quelque qqn quoi renseigner repondre reponse right s'il sait sais sais-tu
    saurait saurais sauriez sauriez-vous savez savez-vous si so some somebody someone something somewhere stp svp sur te tell that
    the there this to today tous tu u un une up us va vous way we well what's where with would y ya yes you
    """.split()
)
_ROLES: Final = (
    r"etudiante?s?|eleve|lyceenne?|collegienne?|prof(?:esseure?)?|enseignante?|institutrice|instit|journaliste"
    r"|redactrice|pigiste|doctorante?|chercheu(?:r|se)"
    r"|chercheure|stagiaire|infirmiere?|medecin|pharmacien(?:ne)?|avocate?|juriste|retraitee?|benevole"
    r"|habitante?|voisine?|salariee?|bibliothecaire|documentaliste"
    r"|archiviste|ingenieure?|generaliste|syndicaliste|passionnee?|curieu(?:x|se)|amateur|amatrice|novice"
    r"|debutante?|nouve(?:au|lle)|interne|maman|papa|parent"
    r"|student|teacher|journalist|reporter|researcher|trainee|nurse|doctor|librarian|lawyer|retired|volunteer"
    r"|intern|newbie|lurker|listener|asker|reader|fan|nerd"
    r"|phd|undergrad|postgrad|freelancer?|editor|blogger|podcaster|parent|mum|mom|dad|beginner|pensioner|apprentice"
)
_PURPOSES: Final = (
    r"expose|memoire|cours|article|dossier|these|quiz|debat|pari|devoirs?|examen|oral|projet|newsletter"
    r"|presentation|reportage|podcast|papier|fiche|revue de presse"
    r"|paper|essay|lesson|thesis|school|project|class|piece|bet|debate|homework|assignment|exam|report|story"
    r"|quiz|talk|work|article|presentation|column|book"
)
QUESTION_COMING: Final = re.compile(
    r"(?:(?:une|a|just|juste)\s)?(?:(?:petite|quick|rapide|simple|short|small|silly|dumb|stupid|daft|dull"
    r"|newbie|random)\s)+(?:\w+\s)?"
    r"(?:question|one|q)\b|question (?:d'une?|de mon|de ma|de la part|from|for|pour)\b|.*\b(?:ma|my|the|une"
    r"|one) (?:\w+ )?question(?: \w+)?$"
)
ABOUT_ME_OPENING: Final = r"(?:je|j'|moi|i|i'm|i've|we|we're|my|on)\b"
ABOUT_ME: Final = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|im|me|my|mine|myself|we|we're|we've|our|us|je|moi|mon|mes|nous|notre|nos)\b"
    r"|\b[jm]'|\bma (?!-)"
)
SET_PHRASE: Final = re.compile(
    rf"^{_HELLO}\b(?:\s{_HELLO_TO})*\W*$|^(?:ok |un grand |grand |mille |et |and |many )*{_THANKS}\b"
    rf"|^{_QUESTION_AHEAD}\W*$|^{_ASIDE}\W*$"
    rf"|\b(?:{_ROLES})\b.{{0,30}}\b(?:here|ici)\b|^(?:\w+ ){{1,4}}(?:here|ici)\b|^(?:{_ROLES})\b|\b(?:je suis"
    rf"|i'm|i am|im|we're|nous sommes|en tant que?|as) (?:\w+ ){{0,3}}(?:{_ROLES})\b"
    rf"|\b(?:pour|for|to settle|pour regler|on) (?:\w+ ){{0,2}}(?:{_PURPOSES})\b|\b(?:i'm|i am|we're"
    rf"|i) (?:writing|working|preparing|teach|new|just|doing)\b"
    rf"|\b(?:je|j'|on|nous) ?(?:prepar|travaill|ecri|redig|boss|fais|fait|enseign|tien|debut)|^(?:prepar|writ"
    rf"|work|research|do)ing\b"
    r"|\b(?:question|demande|interrogation|query)\b(?: \w+){0,3}$|^quick (?:one|question|q)\b"
    r"|^(?:just )?curious\b|\bjuste par curiosite|^simple curiosite|\bcurieu(?:x|se)\b"
    r"|\b(?:anyone|somebody|someone|quelqu'un) (?:know|help|sait|saurait|peut|pourrait)|^(?:desole|sorry|excuse"
    r"|pardon|forgive)|\b(?:bother|derang(?:er|ement))\b"
    r"|^(?:j'espere|i hope|hope|hoping) |^(?:bravo|bless|god bless|solidairement|cordialement|regards"
    r"|bien a vous|kind regards|best)\b"
    r"|\b(?:pas|not|no)(?: du tout| vraiment| really| at all| un| une| an?)* (?:presse|urgent|rush|hurry"
    r"|specialiste|an expert|expert)|\b(?:know nothing|connais rien|first time|premiere fois|long-?time"
    r"|new here|nouvelle? ici)\b"
    r"|\b(?:toute|une|any|a|reliable|fiable) (?:piste|source|aide|pointer|hint|clue|help)\b|\b(?:need|need it"
    r"|pour|by|c'est pour) (?:hier|demain|tomorrow|friday|tonight|asap)\b"
    r"|\b(?:s'y|m'y|me) perds?\b|\blose track\b|\b(?:bugging|driving) me\b|\b(?:i read|j'ai lu|i saw|i heard"
    r"|j'ai vu) (?:about )?(?:this|that|it|ca|cela)\b"
    r"|\b(?:argu\w+|talk\w*|discuss\w*|bet) about (?:it|this|that)\b|\ben parl(?:ait|ions|aient)\b"
    r"|\b(?:couldn't|can't|didn't) find\b|\b(?:rien|pas|plus) (?:re)?trouve"
    r"|\b(?:deja|already|been) (?:ete )?(?:demande|asked)|\bbesoin d'une? (?:precision|info\w*|source"
    r"|renseignement|reponse|aide)|\bne retrouve plus\b"
)
CONDITION: Final = re.compile(r"^(?:si|s'il|if|quand|when|lorsque|once|with my|avec mon)\b")
FACE: Final = re.compile(r"(?:(?:(?<=[\s?!.])|^)(?:[:;=]['-]?[)(dp]+|<3|xd))\s*$", re.IGNORECASE)
CLARIFICATION: Final = re.compile(
    r"\b(?:i mean|i meant|i'm talking about|talking about|i'm asking about|je parle de|je parle d'|je parle du"
    r"|je veux dire|je voulais dire|je pense a)\b"
)
TOPIC: Final = re.compile(
    r"\b(?:about|regarding|concerning|concernant|sur|au sujet d[eu']s?|a propos d[eu']s?|parl(?:e|er|ait|ons"
    r"|ez) d[eu']s?|entendu parler d[eu']s?)\s?"
    r"(?!(?:this|that|it|them|me|my|you|ca|cela|un|une|mon|ma|mes|ce|le meme|la|toi|vous|here|something|a|an)\b)\w"
)
POINTING_BACK: Final = re.compile(
    r"\b(?:it|they|them|he|she|him|ca|celui-ci|celle-ci)\b|(?<!-)\b(?:elle|elles|ils)\b|(?<!-)\bil\b(?! y a"
    r"| reste| faut| est )"
    r"|\b(?:en|y) (?:est|etait|sont|a(?!-t)|avait)\b(?<!il y a)|(?<!\ba )\bqui (?:la|le|les|l') ?\w|\b(?:qui"
    r"|combien|on|elles?|ils?) (?:y|en)\b(?! a\b)|\b(?:does|did|is|was|do|can|get|buy) one\b"
    r"|\b(?:this|those|these) \w|(?:\b(?:did|does|is|was|were|has|had|of|to|in|on|for|about|at|with|what|who"
    r"|when|where|how|why|if|whether|know)|^) ?that \w"
    r"|^(?:(?:et|and|but|mais|ou|quand|comment|qui|quel(?:le)?s?|combien|que|quoi|est|sont|etait|a|eu|lieu|va"
    r"|vont|ont|fait|font|de|s'appelle|c'est|en"
    r"|what|what's|who|who's|where|when|how|why|which|is|are|was|were|did|does|in|old) )*(?:sa|son|ses|leurs?"
    r"|his|her|their|its)\b"
    r"|\b(?:ce|cet|cette|ces) (?!que|qui|qu'|annee|mois|jour|moment|matin|soir|semaine|temps|sont|jours)\w"
)
SMALL_WORDS: Final = frozenset(
    """
    a ai aies an and are as at au auquel aux avait avec be been bonjour bonsoir but by c'est c'etait ca can cb ce cela ces cet cette
    cheers combien comment could d dans de des did do does donc du elle elles en english est est-ce esque et etait etaient french
    francais for friday from had has have he hello her hey hi him his hm how i i'd i'm i've ici il ils in is it it's its j jeudi je
    kan ki know koi l la laquelle le lequel les leur leurs lui lundi m ma mais me merci mes mme moi mon monday mr my n ne no
    non not nous now of ok on ont or ou oui par pas petite please plus pour pourquoi pq pk qd qu qu'elle qu'est-ce qu'il qu'ils
    qu'on quand que quel quelle quelles quels question qui quick quoi s sa salut se ses so son sont stp sur svp t te tell thanks that
    the their them then there these they this those thursday to tu u un une us vendredi vous was we were what what's whats when
    where which who who's whos whom whose why will with would y year years yes you
    """.split()
)
MONTHS_AND_DAYS: Final = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    """.split()
)
REMARK_RUN_ON: Final = re.compile(
    r"(?<=[\w)»\"'])\s(?=(?:It['’]s (?:for|just|about)|C['’]est (?:pour|juste)|Je (?:n['’]ai|ne|suis|prépare"
    r"|cherche|dois)|J['’](?:ai|en|y|ador|écri)"
    r"|I (?:couldn|didn|looked|searched|teach|work|wrote)|I['’](?:m a|m writing|ve looked|ve searched)"
    r"|Need (?:it|this)|Any (?:source|help|pointer|hint|clue|info)"
    r"|Sorry|Désolée?|Toute (?:piste|aide|info)|Une (?:source|réponse|piste)|Much (?:appreciated|obliged)"
    r"|Just (?:curious|wondering)|Asking for"
    r"|Juste (?:par|pour)|Pas pressé|No (?:rush|hurry)|Hope|J['’]espère|Bravo|Bless you)\b)"
)
