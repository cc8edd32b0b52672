"""Draw docs/terminal.svg, the picture of the README: a real answer of the engine, as the console shows it.

python docs/draw_terminal.py
"""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path
from typing import Final

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from bot.catalogue import words_in
from bot.terminal.drawing import draw_answer
from index.engine import Engine, EngineOptions

ROOT: Final = Path(__file__).resolve().parents[1]
QUESTIONS: Final = (
    ("Combien a coûté PillPack à Amazon ?", 1),
    ("who founded Babylon Health?", 1),
    ("une recette de tarte aux pommes", 1),
)
COLUMNS: Final = 88
# The picture must not fetch a font from anywhere: the viewer's own fixed-width one does.
NO_FONT_FILES: Final = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def main() -> None:
    """Ask, draw, write."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), markup=False, emoji=False, highlight=False)
    with tempfile.TemporaryDirectory() as data:
        engine = Engine(EngineOptions(ROOT / "knowledge", Path(data)))
        engine.prepare()
        for question, limit in QUESTIONS:
            console.print(Text(f"› {question}", style="bold green"))
            answer = engine.ask(question, limit=limit)
            draw_answer(answer, words_in(answer.lang), console)
            console.print()
        engine.close()
    console.save_svg(str(ROOT / "docs" / "terminal.svg"), title="sourcier", code_format=NO_FONT_FILES)


if __name__ == "__main__":
    main()
