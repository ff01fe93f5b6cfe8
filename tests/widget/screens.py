"""Pictures of every state: `python tests/widget/screens.py FOLDER [NAME …]`. NAME: phone, phone-dark, desktop, …"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

from browsing import Person  # noqa: E402  after the path
from playwright.sync_api import sync_playwright  # noqa: E402  after the path
from states import emergency_states, states  # noqa: E402  after the path

from tests.channels.serving import serving  # noqa: E402  after the path

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
NARROW: dict[str, Any] = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1100, "height": 820}}
DARK = {"color_scheme": "dark"}
LOOKS: dict[str, tuple[str, dict[str, Any]]] = {
    "phone": ("/chat", PHONE),
    "phone-dark": ("/chat", PHONE | DARK),
    "narrow": ("/", NARROW),
    "desktop": ("/", DESKTOP),
    "desktop-dark": ("/", DESKTOP | DARK),
    "contrast": ("/chat", PHONE | {"contrast": "more"}),
    "forced": ("/", DESKTOP | {"forced_colors": "active"}),
    "wide": ("/chat", DESKTOP),
}


def main(folder: Path, names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as state, serving({"MALLEO_STATE": state}) as server, sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name in names or list(LOOKS):
            path, options = LOOKS[name]
            for walk in (states, emergency_states):
                page = browser.new_context(reduced_motion="reduce", locale="en-GB", **options).new_page()
                for state_name in walk(Person(page, f"http://127.0.0.1:{server.port}"), path):
                    page.screenshot(path=folder / f"{name}-{state_name}.png", animations="disabled")
        browser.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    main(target, sys.argv[2:])
