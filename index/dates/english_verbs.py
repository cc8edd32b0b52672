"""Forms of English verbs that tell when something is."""

from __future__ import annotations

from typing import Final

PAST_VERBS: Final = "|".join(
    "was were had did has have been said took began became went made left won lost sold bought came saw got fell rose "
    "held met ran paid told built cut put stood wrote spoke sent spent grew gave drew chose broke brought led felt "
    "kept shut struck threw taught thought caught drove flew hit hurt let quit read rode shook sank sat set slid swept "
    "wore beat drank fought fled forgot found froze hid hung knew laid lent lit meant overcame overtook rang sang "
    "sought shot shrank slept sped spun sprang stole stuck swam swore swung tore undertook understood upheld woke "
    "withdrew".split()
)
SHALL_BE: Final = (
    r"(?: (?:not|only|also|still|now|soon|then|even|again|\w+ly))?(?: (?:be|stay|remain|get|have been))"
    r"(?: (?:not|only|also|\w+ly))? \w+"
)
"""What is yet to come in the passive: "will be closed"."""

PAST_PARTICIPLES: Final = (
    "bought|sold|left|made|built|caught|taken|given|gone|come|become|begun|won|lost|led|met|paid|told|put|set|cut|run"
    "|written|chosen|broken|brought|found|fallen|risen|grown|seen|shut|held|kept|sent|spent|fled|stolen|drawn|flown"
)
_STILL: Final = r"(?: (?:\w+ly|still|then|also|once|first|not|never))?"
PLANNED: Final = (
    rf"\b(?:was|were){_STILL} (?:(?:due|set|scheduled|planned|expected|supposed|meant|slated|booked|billed) )?"
    r"to (?!(?:him|her|them|this|that|the|an?|its|his|their)\b)(?:be |get )?\w+"
    rf"|\b(?:was|were|had been){_STILL} (?:due|scheduled|planned|expected|slated"
    r"|(?:set|fixed|called|listed|announced|promised|booked|billed)(?= (?:for|to)\b))"
    r"|\bshould(?: \w+)? have\b(?: been)?(?: \w+)?"
    r"|\b(?:had )?(?:hoped|planned|intended|meant) to (?:be )?\w+"
)
"""What was once to come, by now or not: "was to open"."""
CALLED_OFF: Final = (
    r"\b(?:call(?:s|ed)? off|put(?:s)? (?:off|back)|cancel\w*|postpone\w*|g[ia]ven? up|delay(?:s|ed)|push(?:es|ed) back"
    r"|(?:drop|scrap)(?:s|ped)|abandon\w*|shelve[sd]?|suspend\w*|moved (?=(?:to|until)\b)|fell through|did not happen"
    r"|(?:would|will) not (?:come|open|happen|start|begin|be ready|take place)"
    r"|(?:has|have|had) not (?:happened|begun|started)|never (?:happened|took place|came|opened|held))\b"
)
"""What tells that something planned does not come, or not then."""
