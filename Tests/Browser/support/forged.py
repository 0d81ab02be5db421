"""What a member's own device would never say: that all slips were found, by somebody who cast none."""

from playwright.sync_api import Page

from .rounds import Round

SAY_FOUND = """async ({ voter, code, round }) => {
  const script = document.querySelector("script[type=module]").src;
  const load = (name) => import(script.replace(/scripts\\/.*/, `ballot/${name}.js`));
  const [{ credentialOf }, { foundMessage }, { sha256 }, { sign }, { decodeBase64URL, encodeBase64URL }] =
    await Promise.all(["credential", "seal", "hash", "keys", "base64url"].map(load));
  const { seal } = await (await fetch(`/api/v1/rounds/${round}/seal`)).json();
  const hash = await sha256(decodeBase64URL(seal));
  const signature = encodeBase64URL(await sign(await credentialOf(code), foundMessage({ hash })));
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ voter, signature });
  const answer = await fetch(`/api/v1/rounds/${round}/found`, { method: "POST", headers, body });
  return answer.status;
}"""


def say_found(page: Page, round: Round, voter: str):
    """Signs and sends it from any page of a member's, with the code on the card."""
    page.goto(f"/v/{round.round_id}")
    arguments = {"voter": voter, "code": round.codes[voter], "round": round.round_id}
    assert page.evaluate(SAY_FOUND, arguments) == 200
