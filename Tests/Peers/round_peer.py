"""One whole round of ballot protocol version 2, every intermediate value: writes Vectors/phieukin-round-2.json.

    round_peer.py ROUND-1 OUTPUT

All that is random follows from a seed, so that the same bytes are written each time. Of the worked round of version 1
(ROUND-1) it takes the RSA keys, the units and the criteria. It shares no code with what it is held against.

What happens in the round, so that most of what can be counted is:

    uv-01, uv-02, uv-03   hand over to relay 0, with whom no fewer than 1, 3 and 2 are mixed
    uv-04                 hands over to relay 0, is released, and hands the same over to relay 1
    uv-05                 hands over to relay 1 for a mix of 5, and lowers that to 2
    uv-06                 casts directly, and loses its device before the slip of contest 6 is sent
    uv-07                 is present and asks for no tokens;   uv-08 is excused;   uv-09 is absent
    uv-02's slip in contest 6 is malformed, so that 5 were mixed and 4 lie in that box: short
    uv-03's slip in contest 7 holds no choice: it counts as invalid
"""

import json
import sys
from base64 import b64encode, urlsafe_b64decode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_private_key

import cocktail_peer as cocktail
from ballot_peer import (
    H, Seed, b64u, box_root, credential, crockford, encapsulated_request, encapsulated_response, inner_request,
    inner_response, label, merkle, message_list, opened, point, round_code, sign, slip, token, token_challenge,
    tracking_code, u8, u16, u32, u64)

SEED = Seed(b"phieukin-round/2, the worked round")
ISSUER = b"phieukin.example"
THRESHOLD, MEMBERS = 2, ("Trưởng ban kiểm phiếu", "Ủy viên ban kiểm phiếu 1", "Ủy viên ban kiểm phiếu 2")
OPENERS = (0, 2)
RELAYS = (
    ("Ủy ban Mặt trận Tổ quốc xã", "https://relay.mttq.example"),
    ("Ủy ban kiểm tra", "https://tron-phieu.example:8443/phieukin"),
)
PRESENT, EXCUSED, ABSENT = [f"uv-0{n}" for n in range(1, 8)], ["uv-08"], ["uv-09"]
ISSUED = PRESENT[:6]
MIXED = (("uv-01", "uv-02", "uv-03"), ("uv-04", "uv-05"))
HANDOVERS = (
    ("uv-01", 0, 1, "mixed"), ("uv-02", 0, 3, "mixed"), ("uv-03", 0, 2, "mixed"), ("uv-04", 0, 1, "released"),
    ("uv-04", 1, 1, "mixed"), ("uv-05", 1, 5, "lowered"), ("uv-05", 1, 2, "mixed"),
)
CHOICES = {
    "uv-01": (1, 1, 1, 1, 1, 1, 1, 1), "uv-02": (1, 1, 1, 1, 2, 1, 1, 1), "uv-03": (1, 2, 1, 1, 1, 1, 1, None),
    "uv-04": (1, 1, 1, 1, 1, 2, 1, 1), "uv-05": (1, 1, 0, 1, 1, 0, 1, 1), "uv-06": (1, 1, 1, 1, 1, 1, 1, 1),
}
NO_CHOICE = 7
MALFORMED, UNSENT = ("uv-02", 6), ("uv-06", 6)
FINDERS = ("uv-01", "uv-03", "uv-04", "uv-05")
STEPS = [("frozen", 1_797_560_000), ("issuing", 1_797_562_000), ("voting", 1_797_563_000), ("closing", 1_797_566_400)]
CLOSED_AT, SEALED_AT = STEPS[-1][1], 1_797_566_640


def document(value):
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def lines(entries):
    return b"".join(json.dumps(entry, ensure_ascii=False).encode() + b"\n" for entry in entries)


def encoded(value):
    """The JSON of the vectors: byte strings in base64url."""
    if isinstance(value, bytes):
        return b64u(value)
    if isinstance(value, dict):
        return {name: encoded(member) for name, member in value.items()}
    return [encoded(member) for member in value] if isinstance(value, (list, tuple)) else value


def secret(name):
    return SEED.scalar(name)


def scalar(value):
    return value.to_bytes(32, "big")


def signed(key, message, **others):
    return {**others, "message": message, "signature": sign(key, message)}


# The board makes its key.


def ceremony():
    members = []
    for place in range(len(MEMBERS)):
        key, dkg = secret(f"board {place} key"), secret(f"board {place} dkg")
        members.append({
            "signingKey": scalar(key), "key": point(key), "dkgSecret": scalar(dkg), "dkgKey": point(dkg),
            "random": SEED.bytes(f"board {place} random", 32)})
    session = label("board") + u8(THRESHOLD) + u8(len(members))
    session += b"".join(one["key"] + one["dkgKey"] + one["random"] for one in members)
    static = [cocktail.multiply(int.from_bytes(one["dkgSecret"], "big")) for one in members]
    context = cocktail.context_of(session, static)
    for place, one in enumerate(members):
        deal(one, place, static, context)
    extension = H(label("commits"), *(one["commitment"] for one in members))
    dealings = [one["dealing"] for one in members]
    transcript = cocktail.transcript(THRESHOLD, context, static, dealings, extension)
    for place, one in enumerate(members):
        share = sum(dealing["shares"][place] for dealing in dealings) % cocktail.ORDER
        one["share"], one["verificationShare"] = scalar(share), point(share)
        one["certification"] = cocktail.sign(int.from_bytes(one["dkgSecret"], "big"), transcript)
    for dealing in dealings:
        dealing["shares"] = [scalar(share) for share in dealing["shares"]]
    key = sum(int.from_bytes(dealing["coefficients"][0], "big") for dealing in dealings) % cocktail.ORDER
    return {
        "threshold": THRESHOLD, "sessionID": session, "context": context, "members": members, "extension": extension,
        "transcript": transcript, "transcriptHash": H(transcript), "publicKey": point(key), "privateKey": scalar(key)}


def deal(one, place, static, context):
    """Adds what a member commits to, and says when all have."""
    coefficients = [secret(f"board {place} coefficient {power}") for power in range(THRESHOLD)]
    ephemeral, dkg = secret(f"board {place} ephemeral"), int.from_bytes(one["dkgSecret"], "big")
    dealing = cocktail.deal(coefficients, ephemeral, dkg, static, context)
    message, key = dealing["message"], int.from_bytes(one["signingKey"], "big")
    drawn = {"coefficients": [scalar(value) for value in coefficients], "ephemeralSecret": scalar(ephemeral)}
    one["dealing"] = {**drawn, **dealing}
    one["commitment"] = H(label("commit"), context, u8(place + 1), message)
    one["committed"] = signed(key, label("committed") + context + u8(place + 1) + one["commitment"])
    one["sent"] = signed(key, label("msg1") + context + u8(place + 1) + H(message))


# What is fixed before voting.


def keys():
    names = ("gateway", "receipt", *(f"relay {place}" for place in range(len(RELAYS))))
    return {name: secret(name) for name in names}


def manifest(first, board, service, codes):
    worked = json.loads(urlsafe_b64decode(first["manifest"] + "=="))
    members = [
        {"name": name, "key": one["key"], "dkgKey": one["dkgKey"]} for name, one in zip(MEMBERS, board["members"])]
    log = log_key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    relays = [
        {"name": name, "url": url, "key": point(service[f"relay {place}"])}
        for place, (name, url) in enumerate(RELAYS)]
    changed = {
        "format": "phieukin-round/2",
        "voters": [
            {"id": voter, "name": f"Ủy viên {voter[-2:]}", "credentialKey": point(credential(code))}
            for voter, code in codes.items()],
        "board": {
            "threshold": THRESHOLD, "members": members, "publicKey": board["publicKey"],
            "transcript": board["transcriptHash"]},
        "casting": {"gateway": gateway_key(service), "relays": relays},
        "service": {"receiptKey": point(service["receipt"]), "logKey": log},
    }
    return document(encoded({**worked, **changed}))


def log_key():
    return Ed25519PrivateKey.from_private_bytes(SEED.bytes("log", 32))


def gateway_key(service):
    return b"\x01\x00\x10" + point(service["gateway"]) + b"\x00\x04\x00\x01\x00\x02"


def contests(first, parsed, round_id):
    listed = []
    for index, (given, token_key) in enumerate(zip(first["contests"], parsed["issuer"]["tokenKeys"])):
        contest_id = H(label("contest"), round_id, u32(index))
        challenge = token_challenge(ISSUER, contest_id)
        listed.append({
            "index": index, "contestID": contest_id, "tokenChallenge": challenge, "challengeDigest": H(challenge),
            "tokenKeyID": H(urlsafe_b64decode(token_key + "==")),
            "tokenPrivateKeyPKCS8": urlsafe_b64decode(given["tokenPrivateKeyPKCS8"] + "==")})
    return listed


# Tokens and slips.


def ballot(voter, code, round_id, board, service, listed):
    key, device = credential(code), secret(f"{voter} device")
    slips = [made(voter, contest, round_id, board, service) for contest in listed]
    batch = H(*(one["tokenRequest"] for one in slips))
    name = voter.encode()
    return {
        "id": voter, "accessCode": code, "credentialKey": scalar(key), "deviceSecret": scalar(device),
        "deviceKey": point(device),
        "issue": signed(key, label("issue") + round_id + batch + point(device)),
        "issued": signed(service["receipt"], label("issued") + round_id + u16(len(name)) + name + point(device)),
        "slips": slips}


def made(voter, contest, round_id, board, service):
    index, name = contest["index"], f"{voter} {contest['index']}"
    rsa = load_der_private_key(contest["tokenPrivateKeyPKCS8"], None).private_numbers()
    one_time, ephemeral = secret(f"{name} one-time"), secret(f"{name} ephemeral")
    salt, factor = SEED.bytes(f"{name} salt", 48), SEED.below(rsa.public_numbers.n, f"{name} blind")
    issued = token(rsa, contest["tokenKeyID"], contest["tokenChallenge"], point(one_time), salt, factor)
    choice = CHOICES[voter][index]
    plaintext = NO_CHOICE if choice is None else choice
    wrong = b"nothing of this slip" if (voter, index) == MALFORMED else None
    bytes_ = slip(
        round_id, index, contest["contestID"], board["publicKey"], one_time, issued["authenticator"], plaintext,
        ephemeral, wrong)
    fate = {MALFORMED: "refused", UNSENT: "not sent"}.get((voter, index), "cast")
    receipt = sign(service["receipt"], label("receipt") + round_id + H(bytes_)) if fate == "cast" else None
    return {
        "contest": index, "oneTimeKey": scalar(one_time), "oneTimePublicKey": point(one_time), "salt": salt,
        "blind": factor.to_bytes(256, "big"), **issued, "ephemeralKey": scalar(ephemeral), "plaintext": plaintext,
        "choice": choice, "slip": bytes_, "slipID": H(point(one_time)), "trackingCode": tracking_code(bytes_),
        "fate": fate, "receipt": receipt}


# Through the relays.


def bundled(one, round_id, service):
    """Adds each slip's envelope and the answer to it, and gives the bundle."""
    voter = one["id"]
    for slip_ in one["slips"]:
        name = f"{voter} {slip_['contest']}"
        ephemeral, nonce = secret(f"{name} envelope"), SEED.bytes(f"{name} answer", 32)
        inner = inner_request(ISSUER, round_id, slip_["slip"])
        request, exported = encapsulated_request(gateway_key(service), inner, ephemeral)
        answer = inner_response(*answered(slip_))
        slip_["envelope"] = {
            "innerRequest": inner, "ephemeralKey": scalar(ephemeral), "encapsulatedRequest": request,
            "exportedSecret": exported, "innerResponse": answer, "responseNonce": nonce,
            "encapsulatedResponse": encapsulated_response(request, exported, answer, nonce)}
    order = SEED.shuffled(range(len(one["slips"])), f"{voter} order")
    salt = SEED.bytes(f"{voter} bundle", 32)
    requests = [one["slips"][place]["envelope"]["encapsulatedRequest"] for place in order]
    bytes_ = salt + u16(len(order)) + b"".join(u16(len(request)) + request for request in requests)
    return {"salt": salt, "order": order, "bytes": bytes_, "hash": H(bytes_)}


def answered(slip_):
    if slip_["receipt"]:
        return 200, b"application/octet-stream", slip_["receipt"]
    problem = {"type": "about:blank", "status": 422, "code": "slip-signature"}
    return 422, b"application/problem+json", json.dumps(problem).encode()


def handover(voter, relay, at_least, fate, one, round_id, service):
    """What the device signs, and the release where the relay gives the bundle back."""
    digest = one["bundle"]["hash"]
    message = label("relay") + round_id + u8(relay) + u16(at_least) + digest
    device = int.from_bytes(one["deviceSecret"], "big")
    entry = signed(device, message, voter=voter, relay=relay, atLeast=at_least, fate=fate)
    if fate == "released":
        entry["released"] = signed(service[f"relay {relay}"], label("released") + round_id + digest)
    return entry


def mix(relay, ballots, closing, service):
    voters = MIXED[relay]
    least = [at_least for _, to, at_least, fate in HANDOVERS if to == relay and fate == "mixed"]
    assert len(voters) == max(k for k in range(len(least) + 1) if sum(one <= k for one in least) >= k)
    slips = [(voter, contest) for voter in voters for contest in range(len(ballots[voter]["slips"]))]
    order = SEED.shuffled(slips, f"mix {relay}")
    envelopes = [ballots[voter]["slips"][contest]["envelope"] for voter, contest in order]
    statement = label("mixed") + H(closing) + u8(relay) + u32(len(voters))
    return {
        "relay": relay, "order": [{"voter": voter, "contest": contest} for voter, contest in order],
        "request": message_list([one["encapsulatedRequest"] for one in envelopes]),
        "response": message_list([one["encapsulatedResponse"] for one in envelopes]),
        "mixed": signed(service[f"relay {relay}"], statement, voters=len(voters))}


# Closing, sealing, opening.


def roll(ballots):
    return lines(
        {"voter": one["id"], "deviceKey": b64u(one["deviceKey"]),
         "tokenRequests": [b64u(slip_["tokenRequest"]) for slip_ in one["slips"]],
         "signature": b64u(one["issue"]["signature"])} for one in ballots.values())


def boxes_of(ballots, count):
    cast = [slip_ for one in ballots.values() for slip_ in one["slips"] if slip_["fate"] == "cast"]
    ordered = sorted(cast, key=lambda slip_: slip_["slipID"])
    return [[slip_["slip"] for slip_ in ordered if slip_["contest"] == index] for index in range(count)]


def seal_note(round_id, seal):
    text = f"phieukin/2 seal\n{b64u(round_id)}\n{b64u(H(seal))}\n"
    key = log_key()
    identifier = H(ISSUER, b"\n\1", key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))[:4]
    blob = b64encode(identifier + key.sign(text.encode())).decode()
    return f"{text}\n— {ISSUER.decode()} {blob}\n"


def opening(board, seal):
    weights = cocktail.lagrange([place + 1 for place in OPENERS])
    shares = []
    for place, weight in zip(OPENERS, weights):
        one = board["members"][place]
        message = label("open") + H(seal) + one["share"]
        key = int.from_bytes(one["signingKey"], "big")
        shares.append(signed(key, message, member=place, share=one["share"], weight=scalar(weight)))
    total = sum(int.from_bytes(one["share"], "big") * int.from_bytes(one["weight"], "big") for one in shares)
    assert scalar(total % cocktail.ORDER) == board["privateKey"]
    return shares


def tally(boxes, listed, board):
    key, counts = int.from_bytes(board["privateKey"], "big"), []
    for contest, box in zip(listed, boxes):
        values = [opened(slip_, contest["contestID"], key) for slip_ in box]
        first, second, blank = (values.count(u8(value)) for value in (1, 2, 0))
        counts.append({
            "contest": contest["index"], "collected": len(box), "first": first, "second": second, "blank": blank,
            "invalid": len(box) - first - second - blank})
    return counts


def verdict(rule, count, bases):
    kind = "moreThan" if "moreThan" in rule else "atLeast"
    (numerator, denominator), base = rule[kind], bases[rule["of"]]
    needed = base * numerator // denominator + 1 if kind == "moreThan" else -(-base * numerator // denominator)
    value = {"count": count, "of": rule["of"], "base": base}
    return (base > 0 and count >= needed), {**value, "needed": needed} if base else value


def outcomes(parsed, counts):
    bases = {"summoned": len(parsed["voters"]) - len(EXCUSED), "present": len(PRESENT), "issued": len(ISSUED)}
    attendance, attendance_count = verdict(parsed["rules"]["attendance"], len(PRESENT), bases)
    names, units = [one["id"] for one in parsed["criteria"]], []
    for place, unit in enumerate(parsed["units"]):
        own = counts[place * len(names) : (place + 1) * len(names)]
        judged = [criterion(parsed["rules"], name, count, bases) for name, count in zip(names, own)]
        failures = [] if attendance else [{"reason": "no-attendance-quorum", **shortfall(attendance_count)}]
        failures += [failure(one) for one in judged if not (one["turnout"] and one["approval"])]
        units.append({"unit": unit["id"], "criteria": judged, "passed": not failures, "failures": failures})
    return {"attendance": attendance, "attendanceCount": attendance_count, "units": units}


def criterion(rules, name, count, bases):
    valid = count["first"] + count["second"]
    bases = {**bases, "collected": count["collected"], "valid": valid}
    turnout, turnout_count = verdict(rules["turnout"], valid, bases)
    approval, approval_count = verdict(rules["approval"], count["first"], bases)
    numbers = {key: value for key, value in count.items() if key != "contest"}
    return {
        "criterion": name, **numbers, "turnout": turnout, "turnoutCount": turnout_count, "approval": approval,
        "approvalCount": approval_count}


def failure(judged):
    reason, count = ("votes-short", "approvalCount") if judged["turnout"] else ("no-turnout-quorum", "turnoutCount")
    return {"reason": reason, "criterion": judged["criterion"], **shortfall(judged[count])}


def shortfall(judged):
    if "needed" not in judged:
        return {"count": judged["count"]}
    short = max(0, judged["needed"] - judged["count"])
    return {"count": judged["count"], "needed": judged["needed"], "short": short}


def signatures(entries, *names):
    return [{name: one[name] for name in (*names, "signature")} for one in entries]


def said(relay, voters, closing, service):
    """A relay's statement, in the record's encoding."""
    message = label("mixed") + H(closing) + u8(relay) + u32(voters)
    return encoded({"relay": relay, "voters": voters, "signature": sign(service[f"relay {relay}"], message)})


def reports(service, closing, boxes):
    """Records with other numbers of the relays, in which there is no fault, and what is reported of them."""
    def reported(why, *numbers):
        statements = lines([said(relay, voters, closing, service) for relay, voters in enumerate(numbers)])
        mixed = sum(numbers)
        return {
            "why": why, "changed": {"relays.jsonl": statements}, "mixed": mixed,
            "overstated": max(0, mixed - len(ISSUED)), "short": [max(0, mixed - len(box)) for box in boxes]}

    return [
        reported("as many mixed as issued", 3, len(ISSUED) - 3),
        reported("one more mixed than issued", 3, len(ISSUED) - 2),
        reported("the most that relays can say", 0xffff_ffff, 0xffff_ffff),
        reported("a relay that said nothing", 3),
    ]


def rejects(record, board, ballots, service, round_id, seal, closing):
    """Records with a file changed (None: left out), and a check of the audit that each of them fails."""
    def changed(why, check, file, content):
        return {"why": why, "check": check, "changed": {file: content}}

    def share(place, value):
        key = int.from_bytes(board["members"][place]["signingKey"], "big")
        return signed(key, label("open") + H(seal) + value, member=place, share=value)

    def opened_by(*shares):
        entries = signatures(shares, "member", "share")
        return document(encoded({"shares": entries, "boardPrivateKey": board["privateKey"]}))

    def stepped(steps):
        return document({"roundID": b64u(round_id), "steps": [{"state": state, "at": at} for state, at in steps]})

    def roll_with(place, device):
        entries = [json.loads(line) for line in record["roll.jsonl"].splitlines()]
        entry, one = entries[place], list(ballots.values())[place]
        batch = H(*(slip_["tokenRequest"] for slip_ in one["slips"]))
        key = int.from_bytes(one["credentialKey"], "big")
        signature = sign(key, label("issue") + round_id + batch + device)
        entries[place] = {**entry, "deviceKey": b64u(device), "signature": b64u(signature)}
        return lines(entries)

    first, second = list(ballots.values())[:2]
    freeze = json.loads(record["board.json"])["freeze"]
    whole, shares = record["board-transcript.bin"], [one["share"] for one in board["members"]]
    other_time = {**json.loads(record["seal.json"]), "sealedAt": SEALED_AT + 1}
    credential_found = sign(int.from_bytes(first["credentialKey"], "big"), label("found") + H(seal))
    found = record["found.jsonl"].splitlines(keepends=True)
    true = [said(0, 3, closing, service), said(1, 2, closing, service)]
    unsigned = {**true[0], "voters": 2}
    return [
        changed("a member's certification is another's", "transcript", "board-transcript.bin",
                whole[:-65] + whole[-130:-65]),
        changed("no transcript", "transcript", "board-transcript.bin", None),
        changed("a member did not sign the freeze", "freeze", "board.json", document({"freeze": freeze[:2]})),
        changed("a device key on two lines", "issuance", "roll.jsonl", roll_with(1, first["deviceKey"])),
        changed("a device key that is a relay's", "issuance", "roll.jsonl", roll_with(1, point(service["relay 1"]))),
        changed("a device key that the voter did not sign", "issuance", "roll.jsonl",
                record["roll.jsonl"].replace(b64u(second["deviceKey"]).encode(), b64u(point(5)).encode())),
        changed("a closing signed by a relay", "closing", "closing.json",
                document(encoded({"closing": closing, "signature": sign(service["relay 0"], closing)}))),
        changed("a closing of another roll", "closing", "closing.json", document(encoded({
            "closing": closing[:-32] + H(b""), "signature": sign(service["receipt"], closing[:-32] + H(b""))}))),
        changed("steps that go back in time", "steps", "steps.json",
                stepped([STEPS[0], ("issuing", STEPS[0][1] - 1), *STEPS[2:]])),
        changed("steps that end at another time", "steps", "steps.json",
                stepped([*STEPS[:3], ("closing", CLOSED_AT + 1)])),
        changed("steps without the closing", "steps", "steps.json", stepped(STEPS[:3])),
        changed("a relay's number that it did not sign", "relays", "relays.jsonl", lines([unsigned, true[1]])),
        changed("relays out of order", "relays", "relays.jsonl", lines(true[::-1])),
        changed("a relay twice", "relays", "relays.jsonl", lines([true[0], said(0, 2, closing, service)])),
        changed("another time beside the seal", "seal", "seal.json", document(other_time)),
        changed("found signed by the credential key", "found", "found.jsonl", b"".join(
            [lines([{"voter": first["id"], "signature": b64u(credential_found)}]), *found[1:]])),
        changed("found by a voter without tokens", "found", "found.jsonl",
                record["found.jsonl"].replace(b"uv-05", b"uv-07")),
        changed("one share more than the threshold", "opening", "opening.json",
                opened_by(*(share(place, shares[place]) for place in range(3)))),
        changed("one share less", "opening", "opening.json", opened_by(share(0, shares[0]))),
        changed("a share twice", "opening", "opening.json", opened_by(share(0, shares[0]), share(0, shares[0]))),
        changed("a share that is another member's", "opening", "opening.json",
                opened_by(share(0, shares[0]), share(2, shares[1]))),
    ]


def counts_against_counts(counts):
    """What the reports say beside the faults."""
    mixed = sum(len(voters) for voters in MIXED)
    short = [max(0, mixed - one["collected"]) for one in counts]
    beyond = [len(FINDERS) - one["collected"] for one in counts]
    return {
        "summoned": len(PRESENT) + len(ABSENT), "present": len(PRESENT), "issued": len(ISSUED), "mixed": mixed,
        "found": len(FINDERS), "short": short, "foundMinusCollected": beyond}


def work(first):
    board, service = ceremony(), keys()
    codes = {
        voter: crockford(SEED.bytes(f"{voter} code", 17), 26, 5) for voter in PRESENT + EXCUSED + ABSENT}
    manifest_bytes = manifest(first, board, service, codes)
    parsed, round_id = json.loads(manifest_bytes), H(manifest_bytes)
    listed = contests(first, parsed, round_id)
    freeze = [
        signed(int.from_bytes(one["signingKey"], "big"), label("freeze") + round_id, member=place)
        for place, one in enumerate(board["members"])]

    ballots = {voter: ballot(voter, codes[voter], round_id, board, service, listed) for voter in ISSUED}
    for voter in {voter: None for voters in MIXED for voter in voters}:
        ballots[voter]["bundle"] = bundled(ballots[voter], round_id, service)
    handovers = [handover(*entry, ballots[entry[0]], round_id, service) for entry in HANDOVERS]

    roll_bytes = roll(ballots)
    closing = label("closing") + round_id + u64(CLOSED_AT) + H(roll_bytes)
    closed = signed(service["receipt"], closing)
    mixes = [mix(relay, ballots, closing, service) for relay in range(len(RELAYS))]
    attendance = document({"roundID": b64u(round_id), "present": PRESENT, "excused": EXCUSED, "absent": ABSENT})
    steps = document({"roundID": b64u(round_id), "steps": [{"state": state, "at": at} for state, at in STEPS]})

    boxes = boxes_of(ballots, len(listed))
    roots = [merkle(box) for box in boxes]
    root = box_root(roots, boxes)
    seal = label("seal") + round_id + u32(len(listed)) + root + H(attendance) + H(roll_bytes) + H(steps)
    seal += H(closing) + u64(SEALED_AT)
    found = [
        signed(int.from_bytes(ballots[voter]["deviceSecret"], "big"), label("found") + H(seal), voter=voter)
        for voter in FINDERS]

    shares = opening(board, seal)
    counts = tally(boxes, listed, board)
    counted = b"".join(u32(one[name]) for one in counts for name in ("first", "second", "blank", "invalid"))
    minutes = [
        signed(int.from_bytes(board["members"][place]["signingKey"], "big"), label("minutes") + H(seal) + counted,
               member=place)
        for place in OPENERS]

    statements = [{"relay": one["relay"], **signatures([one["mixed"]], "voters")[0]} for one in mixes]
    record = {
        "manifest.json": manifest_bytes,
        "board.json": document(encoded({"freeze": signatures(freeze, "member")})),
        "board-transcript.bin": u32(len(board["transcript"])) + board["transcript"]
        + b"".join(one["certification"] for one in board["members"]),
        "attendance.json": attendance,
        "roll.jsonl": roll_bytes,
        "closing.json": document(encoded({"closing": closing, "signature": closed["signature"]})),
        "steps.json": steps,
        "relays.jsonl": lines(encoded(statements)),
        "boxes.bin": b"".join(u32(len(box)) + b"".join(box) for box in boxes),
        "seal.json": document({"seal": b64u(seal), "sealedAt": SEALED_AT, "note": seal_note(round_id, seal)}),
        "found.jsonl": lines(encoded(signatures(found, "voter"))),
        "opening.json": document(
            encoded({"shares": signatures(shares, "member", "share"), "boardPrivateKey": board["privateKey"]})),
        "tally.json": document({"roundID": b64u(round_id), "contests": counts}),
        "outcomes.json": document(outcomes(parsed, counts)),
        "minutes.json": document(encoded({"signatures": signatures(minutes, "member")})),
    }
    return {
        "about": "One whole round of protocol version 2, by Tests/Peers/round_peer.py, which says what happens in it. "
        "Byte strings are base64url without padding, secret scalars and public points both given; what is signed "
        "stands beside its signature. record has the files of the record.",
        "roundID": round_id, "roundCode": round_code(round_id), "record": record, "ceremony": board,
        "gatewayPrivateKey": scalar(service["gateway"]), "receiptPrivateKey": scalar(service["receipt"]),
        "relayPrivateKeys": [scalar(service[f"relay {place}"]) for place in range(len(RELAYS))],
        "logPrivateKey": SEED.bytes("log", 32), "accessCodes": codes, "contests": listed, "freeze": freeze,
        "voters": list(ballots.values()), "handovers": handovers, "closedAt": CLOSED_AT, "closing": closed,
        "mixes": mixes, "contestRoots": roots, "boxRoot": root, "sealedAt": SEALED_AT, "seal": seal,
        "sealHash": H(seal), "found": found, "shares": shares, "minutes": minutes,
        "counts": counts_against_counts(counts),
        "recordRejects": rejects(record, board, ballots, service, round_id, seal, closing),
        "recordReports": reports(service, closing, boxes)}


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        worked = work(json.load(file))
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(encoded(worked), file, ensure_ascii=False, indent=1)
        file.write("\n")
