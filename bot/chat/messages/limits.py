"""Discord's limits that Sourcier can meet, and how it measures against them.

Sources: Discord's developer documentation, "Message resource" (content), "Application
commands" (names, descriptions) and "Receiving and responding" (deadlines).
"""

from __future__ import annotations

from typing import Final

CONTENT: Final = 2000
"""Characters of a message's own text."""

QUESTION: Final = 6000
"""Characters of a command's text option."""

ATTACHMENT_DESCRIPTION: Final = 1024
"""Characters of an attachment's description."""

LAYOUT_TEXT: Final = 4000
"""Characters of all the text in a message made of components, which has no content of its own."""

LAYOUT_PARTS: Final = 40
"""Components in such a message, those inside others counted too."""

LINK: Final = 512
"""Characters of the address behind a button."""

BUTTON_LABEL: Final = 80
"""Characters on a button."""

COMPONENT_ID: Final = 100
"""Characters of a button's custom id."""

MOST_CHOICES: Final = 25
"""Choices offered while somebody types."""

CHOICE: Final = 100
"""Characters of such a choice."""


def measure(text: str) -> int:
    """The length of ``text`` as Discord may count it, in UTF-16 code units.

    The documentation says "characters" without more; code units are never fewer than code points, so
    what fits here fits under either reading.
    """
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
