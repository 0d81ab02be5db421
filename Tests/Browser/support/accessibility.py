"""axe, and what it does not look at."""

import json

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}

# In the other scheme only the colours are others.
SCHEMES = {"light": ALL, "dark": COLOURS}


def violations(page: Page, rules: dict) -> list[str]:
    """What axe finds on the page as it stands. It comes in by the debugger's door, so that the page's policy stays."""
    session = page.context.new_cdp_session(page)
    _evaluate(session, f"globalThis.axe || (() => {{ {AXE_SCRIPT} }})(); true")
    options = {"resultTypes": ["violations"], "runOnly": rules}
    found = _evaluate(session, f"axe.run(document, {json.dumps(options)})")["violations"]
    session.detach()
    return [f"{one['id']} ({one['impact']}): {node['target']} {node['html'][:200]} – {node['failureSummary']}"
            for one in found for node in one["nodes"]]


def _evaluate(session, expression: str):
    answer = session.send("Runtime.evaluate",
                          {"expression": expression, "awaitPromise": True, "returnByValue": True})
    assert "exceptionDetails" not in answer, answer["exceptionDetails"]
    return answer["result"].get("value")


def overflow(page: Page) -> list[str]:
    """What makes the page wider than its window: nothing should, but what scrolls within its own frame."""
    return page.evaluate("""() => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        return [...document.querySelectorAll("body *")]
            .filter((one) => one.getBoundingClientRect().right > width + 1)
            .map((one) => `${one.tagName} ${one.id} ${one.className}: ${Math.round(one.getBoundingClientRect().right)} px`)
            .slice(0, 10);
    }""")


def inspect(page: Page) -> list[str]:
    """Everything found on this page, in both schemes."""
    found = [f"wider than its window: {one}" for one in overflow(page)]
    for scheme, rules in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {one}" for one in violations(page, rules)]
    page.emulate_media(color_scheme="light")
    return [f"{page.url}: {one}" for one in found]
