"""What kinds of things happen, as verbs and nouns of a language tell them."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What kind of thing happened, where a verb or noun tells, in either language alike."""

    BUY = "buy"
    SELL = "sell"
    LAUNCH = "launch"
    CLOSE = "close"
    ANNOUNCE = "announce"
    SUE = "sue"
    APPEAL = "appeal"
    FINE = "fine"
    ALLOW = "allow"
    FORBID = "forbid"
    INVEST = "invest"
    LAY_OFF = "lay-off"
    APPOINT = "appoint"
    LEAVE = "leave"
    PARTNER = "partner"
    EXTEND = "extend"
    PUBLISH = "publish"
    BREACH = "breach"
