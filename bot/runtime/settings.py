"""Where things are: the project's folder, and the folder for what is made while it runs."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = ROOT / "data" / "knowledge"
TEXTS = ROOT / "data" / "texts" / "en.yml"
PICTURE = ROOT / "data" / "picture" / "ankle.yml"
FONT = ROOT / "bot" / "picture" / "DejaVuSans.ttf"
BOLD_FONT = ROOT / "bot" / "picture" / "DejaVuSans-Bold.ttf"
WIDGET_MAP = ROOT / "bot" / "widget" / "ankle-map.js"

STATE = Path(os.environ["MALLEO_STATE"]) if "MALLEO_STATE" in os.environ else ROOT / ".malleo"
"""Database, model, key: everything that is not in git. `MALLEO_STATE` names another folder."""

MODEL = STATE / "model" / "malleo.tar.gz"


def database_url() -> str:
    """`MALLEO_DATABASE_URL`, or a SQLite file in `STATE`."""
    return os.environ.get("MALLEO_DATABASE_URL") or f"sqlite:///{STATE / 'malleo.db'}"
