"""COCKTAIL-DKG v0.2.1 (c2sp.org/cocktail-dkg), COCKTAIL(P-256, SHA-256), without payloads, over plain integers.

    cocktail_peer.py VECTORS      reproduces what follows from the published vectors' numbers; prints how many sessions
"""

import json
import struct
import sys
from hashlib import sha256

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PRIME = 2**256 - 2**224 + 2**192 + 2**96 - 1
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
GENERATOR = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
SUITE = b"COCKTAIL(P-256, SHA-256)"


# Points are pairs of integers; None is infinity.


def add(one, other):
    if one is None or other is None:
        return one or other
    if one[0] == other[0]:
        if (one[1] + other[1]) % PRIME == 0:
            return None
        slope = (3 * one[0] ** 2 - 3) * pow(2 * one[1], -1, PRIME)
    else:
        slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, PRIME)
    x = (slope**2 - one[0] - other[0]) % PRIME
    return x, (slope * (one[0] - x) - one[1]) % PRIME


def multiply(scalar, point=GENERATOR):
    total = None
    while scalar:
        if scalar & 1:
            total = add(total, point)
        point, scalar = add(point, point), scalar >> 1
    return total


def uncompressed(point):
    return b"\4" + point[0].to_bytes(32, "big") + point[1].to_bytes(32, "big")


def compressed(point):
    return bytes([2 + (point[1] & 1)]) + point[0].to_bytes(32, "big")


def decompressed(data):
    x = int.from_bytes(data[1:], "big")
    y = pow(x**3 - 3 * x + B, (PRIME + 1) // 4, PRIME)
    assert (y * y - x**3 + 3 * x - B) % PRIME == 0
    return x, y if (y & 1) == (data[0] & 1) else PRIME - y


def scalar_bytes(scalar):
    return (scalar % ORDER).to_bytes(32, "big")


def sized(data):
    return struct.pack("<Q", len(data)) + data


# Schnorr signatures of its own.


def hash_to_scalar(data):
    wide = sha256(b"\1" + data).digest() + sha256(b"\2" + data).digest()[:16]
    return int.from_bytes(wide, "big") % ORDER


def nonce_of(secret, message):
    return hash_to_scalar(b"COCKTAIL-DKG-P256-SHA256-NONCE" + scalar_bytes(secret) + message)


def challenge_of(nonce_point, public, message):
    return hash_to_scalar(b"COCKTAIL-DKG-P256-SHA256-H7" + compressed(nonce_point) + compressed(public) + message)


def sign(secret, message):
    nonce = nonce_of(secret, message)
    challenge = challenge_of(multiply(nonce), multiply(secret), message)
    return compressed(multiply(nonce)) + scalar_bytes(nonce + challenge * secret)


def is_signed(public, signature, message):
    nonce_point, response = decompressed(signature[:33]), int.from_bytes(signature[33:], "big")
    challenge = challenge_of(nonce_point, public, message)
    return multiply(response) == add(nonce_point, multiply(challenge, public))


# XAES-256-GCM (c2sp.org/XAES-256-GCM).


def aes_gcm(key, nonce):
    block = Cipher(algorithms.AES(key), modes.ECB()).encryptor().update
    doubled = int.from_bytes(block(bytes(16)), "big") << 1
    mask = (doubled & (2**128 - 1)) ^ (0x87 if doubled >> 128 else 0)
    halves = (b"\0" + bytes([counter]) + b"X\0" + nonce[:12] for counter in (1, 2))
    return AESGCM(b"".join(block((int.from_bytes(half, "big") ^ mask).to_bytes(16, "big")) for half in halves))


def share_key(shared_ephemeral, shared_static, ephemeral, sender, recipient, context):
    points = b"".join(compressed(p) for p in (shared_ephemeral, shared_static, ephemeral, sender, recipient))

    def derive(use):
        return sha256(b"COCKTAIL-DKG-P256-SHA256-H6" + points + sized(sized(context) + sized(use))).digest()

    return derive(b"key"), derive(b"nonce")[:24]


def seal_share(share, ephemeral_secret, static_secret, recipient, context):
    key, nonce = share_key(
        multiply(ephemeral_secret, recipient), multiply(static_secret, recipient), multiply(ephemeral_secret),
        multiply(static_secret), recipient, context)
    return aes_gcm(key, nonce).encrypt(nonce[12:], scalar_bytes(share), b"")


def open_share(ciphertext, secret, ephemeral, sender, context):
    key, nonce = share_key(
        multiply(secret, ephemeral), multiply(secret, sender), ephemeral, sender, multiply(secret), context)
    return int.from_bytes(aes_gcm(key, nonce).decrypt(nonce[12:], ciphertext, b""), "big")


# The session.


def context_of(session_id, static_keys):
    def framed(data):
        return struct.pack(">Q", len(data)) + data

    points = b"".join(compressed(key) for key in static_keys)
    count = struct.pack("<I", len(static_keys))
    return sha256(b"COCKTAIL-DKG-CONTEXT" + framed(session_id) + framed(SUITE) + count + points).digest()


def evaluated(coefficients, place):
    return sum(value * place**power for power, value in enumerate(coefficients)) % ORDER


def committed(points, place):
    total = None
    for power, point in enumerate(points):
        total = add(total, multiply(place**power % ORDER, point))
    return total


def deal(coefficients, ephemeral, static_secret, static_keys, context):
    """What one participant sends everybody, taken apart."""
    commitment = b"".join(compressed(multiply(value)) for value in coefficients)
    point = compressed(multiply(ephemeral))
    proof = sign(coefficients[0], context + commitment + point)
    shares = [evaluated(coefficients, place) for place in range(1, len(static_keys) + 1)]
    ciphertexts = [
        seal_share(share, ephemeral, static_secret, key, context) for share, key in zip(shares, static_keys)]
    framed = b"".join(struct.pack(">Q", len(ciphertext)) + ciphertext for ciphertext in ciphertexts)
    return {
        "commitment": commitment, "proof": proof, "ephemeralKey": point, "shares": shares, "ciphertexts": ciphertexts,
        "message": commitment + proof + point + framed,
    }


def transcript(threshold, context, static_keys, dealings, extension):
    parts = [sized(SUITE), sized(context), struct.pack("<II", len(static_keys), threshold)]
    parts += [compressed(key) for key in static_keys]
    parts += [dealing[name] for name in ("commitment", "proof", "ephemeralKey") for dealing in dealings]
    return b"".join(parts) + sized(extension)


def lagrange(places):
    """The weights at zero of the values at these places."""
    weights = []
    for place in places:
        weight = 1
        for other in places:
            if other != place:
                weight = weight * other * pow(other - place, -1, ORDER) % ORDER
        weights.append(weight)
    return weights


def check(vector):
    """All of a published session that does not follow from its generator's random numbers."""
    context, extension = bytes.fromhex(vector["context"]), bytes.fromhex(vector["extension"])
    secrets = [int(text, 16) for text in vector["config"]["static_secret_keys"]]
    keys = [multiply(secret) for secret in secrets]
    assert [compressed(key).hex() for key in keys] == vector["config"]["static_public_keys"]
    dealings = []
    for dealt in vector["round1"]:
        dealing = {"commitment": bytes.fromhex("".join(dealt["vss_commitment"])), "proof": bytes.fromhex(dealt["pop"])}
        dealing["ephemeralKey"] = bytes.fromhex(dealt["ephemeral_public_key"])
        proven = context + dealing["commitment"] + dealing["ephemeralKey"]
        assert is_signed(decompressed(dealing["commitment"][:33]), dealing["proof"], proven)
        dealings.append(dealing)
    for place, (secret, outcome) in enumerate(zip(secrets, vector["round2"]), 1):
        total = 0
        for dealt, dealing, sender in zip(vector["round1"], dealings, keys):
            ciphertext = bytes.fromhex(dealt["encrypted_shares"][place - 1])
            share = open_share(ciphertext, secret, decompressed(dealing["ephemeralKey"]), sender, context)
            points = [decompressed(bytes.fromhex(point)) for point in dealt["vss_commitment"]]
            assert multiply(share) == committed(points, place)
            total += share
        assert scalar_bytes(total).hex() == outcome["secret_share"]
        assert compressed(multiply(total % ORDER)).hex() == outcome["verification_share"]
    whole = transcript(vector["t"], context, keys, dealings, extension)
    assert sha256(whole).hexdigest() == vector["round3"]["transcript_hash"]
    for secret, entry in zip(secrets, vector["round3"]["signatures"]):
        assert sign(secret, whole).hex() == entry["signature"]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sessions = [one for one in json.load(file)["vectors"] if "payloads" not in one]
    for session in sessions:
        check(session)
    print(len(sessions))
