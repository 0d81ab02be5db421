"""The cards as they are printed: eight on a sheet of A4, and whatever is written on them whole."""

import re
import subprocess
import unicodedata
from itertools import cycle, islice

from pages.drafting import Drafting
from support.staff import SECRETARY

PAPER = {"width": 733, "height": 1062}
SYLLABLES = ("Nghiêng", "Trường", "Phượng", "Thuyền", "Đằng", "Khuỷu", "Hoàng", "Quyển")

# What is cut off, or stands outside of its card, as it is laid out for paper.
CUT_OFF = """() => [...document.querySelectorAll("#sheets .sheet *")].filter((one) => {
    const isClipped = getComputedStyle(one).overflow !== "visible" &&
        (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1);
    const card = (one.closest(".access-card") ?? one.closest(".sheet")).getBoundingClientRect();
    const { right, bottom } = one.getBoundingClientRect();
    return isClipped || right > card.right + 1 || bottom > card.bottom + 1;
}).map(({ className, textContent }) => `${className}: ${textContent.slice(0, 60)}`)"""


def as_long_as(length: int, first: str) -> str:
    """Words of a name after one that nothing else begins with, to the very last letter that is allowed."""
    return " ".join([first, *islice(cycle(SYLLABLES), length)])[:length - 1] + "g"


def print_cards(drafting: Drafting, pdf) -> tuple[str, int]:
    """What stands on the paper, without spaces, as words may go to the next line; and how many sheets there are."""
    page = drafting.page
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print")
    assert page.evaluate(CUT_OFF) == []
    page.pdf(path=pdf, prefer_css_page_size=True)
    page.emulate_media(media="null")
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True, timeout=60).stdout
    return together(text), text.count("\f")


def together(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def test_cards_fit_their_paper(round_in, devices, tmp_path):
    """Eight cards on a sheet, each with its QR code, and the list on which members sign."""
    round = round_in("draft")
    drafting = Drafting(devices.laptop(round, SECRETARY).page(), round.name)
    drafting.remake_cards()
    text, sheets = print_cards(drafting, tmp_path / "cards.pdf")
    assert sheets == 2
    for name in round.sample.voter_names.values():
        assert text.count(together(name)) == 2, "on the card and on the list"
    drafting.page.locator("#done").click()


def test_the_longest_names_are_whole(round_in, devices, tmp_path):
    """Of the round, of the body, of members and their positions; the code and what to do with it beside them."""
    round = round_in("staffed")
    drafting = Drafting(devices.laptop(round, SECRETARY).page())
    title, authority = as_long_as(1000, "Xét"), as_long_as(300, "Đảng")
    people = [(as_long_as(300, f"A{place}"), as_long_as(300, f"B{place}")) for place in range(8)]
    drafting.create_round(title, 2026, authorityName=authority)
    drafting.import_members("".join(["mã,họ và tên,chức vụ\n"] + [
        f"uv-{place},{name},{position}\n" for place, (name, position) in enumerate(people)]))
    codes = drafting.make_cards()
    assert len(codes) == 8
    text, _ = print_cards(drafting, tmp_path / "cards.pdf")
    assert together(authority).casefold() in text.casefold()
    assert text.count(together(title)) == 9, "on each card and over the list"
    for name, position in people:
        assert text.count(together(name)) == 2 and text.count(together(position)) == 2
        assert together(f"Đồng chí: {name}{position}{codes[name]}") in text
    drafting.erase_codes()
