"""What a member's own device would never say: that all slips were found, by somebody who cast none."""

from playwright.sync_api import Page

from .rounds import Round

SAY_FOUND = """async (round) => {
  const script = document.querySelector("script[type=module]").src;
  const load = (name) => import(script.replace(/scripts\\/.*/, `ballot/${name}.js`));
  const [{ IndexedDBStore }, { foundMessage }, { sha256 }, { sign }, { decodeBase64URL, encodeBase64URL }] =
    await Promise.all(["store", "seal", "hash", "keys", "base64url"].map(load));
  const store = await IndexedDBStore.open();
  const [name] = await store.names("device/");
  const { voter, deviceKey } = await store.get(name);
  const { seal } = await (await fetch(`/api/v1/rounds/${round}/seal`)).json();
  const message = foundMessage({ hash: await sha256(decodeBase64URL(seal)), version: 2 });
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ voter, signature: encodeBase64URL(await sign(deviceKey, message)) });
  const answer = await fetch(`/api/v1/rounds/${round}/found`, { method: "POST", headers, body });
  return answer.status;
}"""


def say_found(page: Page, round: Round):
    """Signs with the key of the phone that got the ballots, and sends it."""
    page.goto(f"/v/{round.round_id}")
    assert page.evaluate(SAY_FOUND, round.round_id) == 200
