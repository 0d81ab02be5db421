"""Whether a page speaks one language: what it says in another is marked as such, for whoever has it read aloud."""

import csv
import json
import re

from playwright.sync_api import Page

from .places import EXAMPLE, ROOT
from .rounds import ANNULLED_BECAUSE
from .staff import ADMIN, SEAL_KEEPER, STAFF
from .trial import AUTHORITY

PROFILES = ROOT / "Sources/Recognition/Profiles"

# Each text and each attribute that is read out, with the language that it is said to be in.
SAID = """() => {
    const READ = ["aria-label", "title", "alt", "placeholder", "aria-description"];
    const lang = (element) => element.closest("[lang]")?.lang ?? "";
    const isSaid = (element) => !element.closest("script, style, template, noscript, code, kbd, samp, textarea");
    const said = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode;
        if (data.trim() && isSaid(parentElement)) said.push([lang(parentElement), data.trim()]);
    }
    for (const element of document.querySelectorAll(READ.map((name) => `[${name}]`).join())) {
        for (const name of READ) if (element.getAttribute(name)) said.push([lang(element), element.getAttribute(name)]);
    }
    for (const field of document.querySelectorAll("input[type=submit], input[type=button]")) {
        said.push([lang(field), field.value]);
    }
    return said;
}"""

# Words that nearly every English sentence has, and no Vietnamese one.
ENGLISH = r"\b(?:of|and|is|are|was|with|this|that|these|your|you|which|have|has|been|from|sign|page|round|not|it)\b"

# Letters that no English word has.
VIETNAMESE = r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9\u0300-\u0309]"

# Such as ĐU, 12-QĐ/ĐU, files and what stands in quotation marks, “chi bộ bốn tốt”.
CODES = re.compile(r"(\d+-)?[A-ZĐƯƠÔĂÂÊ]{2,}(/[A-ZĐƯƠ]+)?|“[^”]*”|\S+\.(js|css)")

# What a template or a script left where words should be.
LEFT_OVER = r"\{\{|\}\}|\bundefined\b|\bnull\b|\bNaN\b|\[object |\b[a-z]+-[a-z]+-(?:title|text|label)\b"


def strayed(page: Page) -> list[str]:
    """What is said in another language than it is said to be in, and what is no language at all."""
    return [f"{page.url}: {fault}: [{language}] {text[:120]}"
            for language, text in page.evaluate(SAID) for fault in _faults(language, text)]


def _faults(language: str, text: str) -> list[str]:
    for name in NAMES:
        text = text.replace(name, "…")
    wrong = {"vi": (ENGLISH, "an English word"), "en": (VIETNAMESE, "a Vietnamese word")}.get(language)
    if wrong is None:
        return ["a language that no page is in"]
    rules = [wrong, (LEFT_OVER, "a text that is missing")]
    return [fault for pattern, fault in rules if re.search(pattern, CODES.sub("", text))]


def _names() -> list[str]:
    """All that people have written into the sample round, longest first: it keeps its language."""
    written = {person.display_name for person in (*STAFF, ADMIN, SEAL_KEEPER)} | {ANNULLED_BECAUSE, AUTHORITY}
    for file in EXAMPLE.iterdir():
        text = file.read_text("utf-8-sig")
        if file.suffix == ".csv":
            written.update(cell for row in csv.reader(text.splitlines()) for cell in row)
        elif file.suffix == ".json":
            written.update(_texts(json.loads(text)))
    for profile in PROFILES.glob("*.json"):
        written.update(_texts(json.loads(profile.read_text())))
    return sorted((one for one in written if re.search(VIETNAMESE, one)), key=len, reverse=True)


def _texts(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for one in values for text in _texts(one)]


NAMES = _names()
