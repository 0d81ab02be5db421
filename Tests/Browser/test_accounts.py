"""Accounts, passwords, sessions, the journal."""

from playwright.sync_api import expect

from pages.sign_in import sign_in
from support.staff import ADMIN, PASSWORD, SECRETARY
from support.watch import refusal


def test_a_new_account_signs_in_with_its_first_password(round_in, devices):
    round = round_in("staffed")
    admin = devices.laptop(round, ADMIN).page("/desk/accounts")
    form = admin.locator("#new-account")
    form.locator("[name=displayName]").fill("Trần Quốc Việt")
    form.locator("[name=name]").fill("thu-ky-2")
    form.locator("[name=role][value=secretary]").check()
    with admin.expect_navigation():
        form.get_by_role("button").click()
    password = admin.locator("#first-password").inner_text()
    page = devices.laptop(round).page("/sign-in")
    sign_in(page, "thu-ky-2", password)
    expect(page).to_have_url(f"{round.origin}/desk")
    admin.goto("/desk/accounts")
    assert password not in admin.content()


def test_a_disabled_account_is_out_at_once(round_in, devices):
    round = round_in("staffed")
    secretary = devices.laptop(round, SECRETARY)
    page = secretary.page("/desk")
    admin = devices.laptop(round, ADMIN).page("/desk/accounts")
    person = admin.locator(f"[data-account={SECRETARY.name}]")
    person.locator("summary").click()
    with admin.expect_navigation():
        person.get_by_role("button", name="Khóa tài khoản").click()
    page.goto("/desk")
    expect(page.get_by_label("Mật khẩu")).to_be_visible()
    with secretary.watch.allowing(*refusal(401)):
        sign_in(page, SECRETARY.name)
        expect(page.locator("#problem")).to_be_visible()


def test_changing_the_password_ends_other_sessions(round_in, devices):
    round = round_in("staffed")
    here, elsewhere = (devices.laptop(round) for _ in range(2))
    for device in (here, elsewhere):
        sign_in(device.page("/sign-in"), SECRETARY.name)
    page = here.page("/desk/account")
    form = page.locator("#password-form")
    new = "một mật khẩu mới, cũng dài"
    form.locator("[name=oldPassword]").fill(PASSWORD)
    form.locator("[name=newPassword]").fill(new)
    form.locator("[name=repeatedPassword]").fill(new)
    with page.expect_navigation():
        form.get_by_role("button").click()
    expect(page.locator("#problem")).to_have_count(0)
    other = elsewhere.page("/desk")
    expect(other.get_by_label("Mật khẩu")).to_be_visible()
    sign_in(other, SECRETARY.name, new)
    expect(other).to_have_url(f"{round.origin}/desk")


def test_the_journal_says_who_did_what(round_in, devices):
    round = round_in("issuing")
    page = devices.laptop(round, ADMIN).page("/desk/journal")
    actions = [one.get_attribute("data-action") for one in page.locator("[data-action]").all()]
    assert {"round.create", "round.freeze", "round.presence", "round.issuing"} <= set(actions)
    expect(page.locator("main")).not_to_contain_text("uv-01")
