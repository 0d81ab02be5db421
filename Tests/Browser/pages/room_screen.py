"""The room's screen on a projector: what is shown is in sight, whole, on every size."""

from playwright.sync_api import Page, Route

from support.accessibility import overflow

SIZES = [(1920, 1080), (1280, 720), (1024, 768)]


def expect_in_sight(page: Page, *parts: str):
    """These and whatever is on the page: nobody scrolls a projector."""
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function("document.documentElement.scrollHeight <= window.innerHeight")
        for part in parts:
            box = page.locator(part).bounding_box()
            assert box["height"] > 0 and box["y"] + box["height"] <= height, (part, width, height)
        assert not overflow(page)
        assert cut_off(page) == [], (width, height)


def cut_off(page: Page) -> list[str]:
    """Organizations of whose lines something is hidden, on the page that is shown."""
    return page.locator(".outcome:visible").evaluate_all(
        "(cards) => cards.filter((card) => card.scrollHeight > card.clientHeight + 1).map((card) => card.innerText)")


def with_many_units(route: Route):
    """The results of three units as those of two dozen."""
    answer = route.fetch()
    text = answer.text()
    start = text.index('id="outcomes">') + len('id="outcomes">')
    end = text.rindex("</ul>", start, text.index('<nav class="pager"'))
    route.fulfill(response=answer, body=text[:start] + 8 * text[start:end] + text[end:])
