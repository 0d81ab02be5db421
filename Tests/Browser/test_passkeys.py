"""Second factors in a browser: passkeys with Chromium's virtual authenticator, authenticator apps, recovery codes."""

import base64
import hmac
import re
import socket
import struct
import time

import pytest
from playwright.sync_api import Page, expect

from pages.sign_in import sign_in
from support.rounds import Round
from support.sample import Sample
from support.watch import refusal

NEW = "mặt trời mọc ở đằng tây"


@pytest.fixture
def strict(tmp_path):
    """A strict installation that browsers reach by a name: an address such as 127.0.0.1 gets no passkeys."""
    folder = tmp_path / "strict"
    folder.mkdir()
    round = Round(folder, Sample())
    round.install()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        round.service.port = free.getsockname()[1]
    round.service.host = "localhost"
    round.service.options = ["--account-rules", "strict", "--public-address", f"http://localhost:{round.service.port}"]
    round.service.start()
    yield round
    round.service.stop()
    assert not round.service.complaints, "\n".join(round.service.complaints)


def authenticator(page: Page, **options) -> tuple:
    """A security key that is always touched."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True, **options}})
    return session, made["authenticatorId"]


def code(secret: str, at: float | None = None) -> str:
    """RFC 6238, apart from the service's own."""
    key = base64.b32decode(secret.replace(" ", "") + "=" * (-len(secret.replace(" ", "")) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time() if at is None else at) // 30), "sha1")
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def newcomer(strict, devices) -> tuple:
    """The administrator, with a password of their own, led to where second factors are added."""
    device = devices.laptop(strict)
    # ES256 alone is meant; Chromium recommends RSA besides.
    device.watch.allow(r"publicKey\.pubKeyCredParams is missing")
    page = device.page("/sign-in")
    sign_in(page, "admin", strict.admin_password)
    page.goto("/desk/accounts")
    expect(page.locator("#first-password-notice")).to_be_visible()
    form = page.locator("#password-form")
    form.locator("[name=oldPassword]").fill(strict.admin_password)
    form.locator("[name=newPassword]").fill(NEW)
    form.locator("[name=repeatedPassword]").fill(NEW)
    with page.expect_navigation():
        form.get_by_role("button").click()
    page.goto("/desk/accounts")
    expect(page.locator("#factor-wanted")).to_be_visible()
    return device, page


def add_passkey(page: Page, label: str = "Khóa của tôi"):
    form = page.locator("#passkey-form")
    form.locator("[name=label]").fill(label)
    with page.expect_navigation():
        form.get_by_role("button").click()


def sign_in_again(page: Page):
    page.goto("/")
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/sign-in")
    sign_in(page, "admin", NEW)
    expect(page).to_have_url(re.compile("/sign-in/factor"))


def test_a_passkey_is_added_and_opens_the_door(strict, devices):
    _, page = newcomer(strict, devices)
    session, key = authenticator(page)
    add_passkey(page)
    expect(page.locator("#recovery-codes li")).to_have_count(10)
    assert len(session.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]) == 1
    sign_in_again(page)
    with page.expect_navigation():
        page.locator("#passkey-form").get_by_role("button").click()
    expect(page).to_have_url(f"{strict.origin}/desk")
    page.goto("/desk/accounts")
    expect(page.locator("#new-account")).to_be_visible()


def test_the_same_passkey_is_not_added_twice(strict, devices):
    _, page = newcomer(strict, devices)
    authenticator(page)
    add_passkey(page)
    page.goto("/desk/account/factors")
    form = page.locator("#passkey-form")
    form.locator("[name=label]").fill("Lần nữa")
    form.get_by_role("button").click()
    expect(page.locator("#passkey-problem")).to_be_visible()
    expect(page.locator("#factors li")).to_have_count(1)


def test_a_copied_authenticator_is_noticed(strict, devices):
    """Its counter stands behind the one that was seen."""
    device, page = newcomer(strict, devices)
    session, key = authenticator(page)
    add_passkey(page)
    kept = session.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"][0]
    sign_in_again(page)
    with page.expect_navigation():
        page.locator("#passkey-form").get_by_role("button").click()
    expect(page).to_have_url(f"{strict.origin}/desk")
    session.send("WebAuthn.removeCredential", {"authenticatorId": key, "credentialId": kept["credentialId"]})
    session.send("WebAuthn.addCredential", {"authenticatorId": key, "credential": {**kept, "signCount": 0}})
    sign_in_again(page)
    with device.watch.allowing(*refusal(401)):
        with page.expect_navigation():
            page.locator("#passkey-form").get_by_role("button").click()
    page.goto("/desk")
    expect(page).to_have_url(re.compile("/sign-in"))


def test_a_cancelled_passkey_is_said(strict, devices):
    _, page = newcomer(strict, devices)
    session, key = authenticator(page)
    add_passkey(page)
    sign_in_again(page)
    session.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": key})
    authenticator(page, isUserVerified=False)
    page.locator("#passkey-form").get_by_role("button").click()
    expect(page.locator("#passkey-problem")).to_be_visible()
    expect(page).to_have_url(re.compile("/sign-in/factor"))


def test_an_app_is_set_up_and_asked(strict, devices):
    device, page = newcomer(strict, devices)
    page.get_by_role("button", name="Ghép ứng dụng").click()
    expect(page.locator("#app-setup svg.qr")).to_be_visible()
    secret = page.locator("#app-secret").inner_text()
    used = code(secret)
    page.locator("#app-setup [name=code]").fill(used)
    with page.expect_navigation():
        page.locator("#app-setup").get_by_role("button").click()
    codes = page.locator("#recovery-codes code").all_inner_texts()
    assert len(codes) == 10
    sign_in_again(page)
    with device.watch.allowing(*refusal(401)):
        page.locator("#code-form [name=code]").fill(used)
        with page.expect_navigation():
            page.locator("#code-form").get_by_role("button").click()
        expect(page.locator("#problem")).to_have_attribute("data-code", "wrong-code")
    page.locator("#code-form [name=code]").fill(codes[0])
    with page.expect_navigation():
        page.locator("#code-form").get_by_role("button").click()
    expect(page).to_have_url(f"{strict.origin}/desk")
