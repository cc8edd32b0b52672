"""One line of JSON, whatever is in it."""

from __future__ import annotations

import json
import re
from typing import Final

# JSON allows these raw inside a string. A terminal obeys some of them, UTF-8 can't carry lone surrogates, and
# some readers take the others for the end of a line: escaped, the text read back is the same.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def json_line(value: object) -> str:
    """``value`` as one line of JSON, accents kept as they are."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
