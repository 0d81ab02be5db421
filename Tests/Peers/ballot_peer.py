"""The parts of ballot protocol version 2, each a function of what it is given: keys, tokens, slips, envelopes, boxes."""

import hmac
import struct
from base64 import urlsafe_b64encode
from hashlib import pbkdf2_hmac, sha256, sha384, shake_256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, utils
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pyhpke import KEMKeyPair

from cocktail_peer import ORDER
from ohttp_peer import SUITE, counted, header_of, info, post, response_key

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SALT = 48


def H(*parts):
    return sha256(b"".join(parts)).digest()


def label(word):
    return b"phieukin/2 " + word.encode() + b"\0"


def u8(value):
    return bytes([value])


def u16(value):
    return struct.pack(">H", value)


def u32(value):
    return struct.pack(">I", value)


def u64(value):
    return struct.pack(">Q", value)


def b64u(data):
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def crockford(data, count, group):
    bits = int.from_bytes(data, "big")
    text = "".join(CROCKFORD[bits >> (len(data) * 8 - 5 * (place + 1)) & 31] for place in range(count))
    return "-".join(text[start : start + group] for start in range(0, count, group))


class Seed:
    """All that a round would draw at random, each under a name of its own."""

    def __init__(self, seed):
        self.seed = seed

    def bytes(self, name, count):
        return shake_256(self.seed + b"\0" + name.encode()).digest(count)

    def below(self, bound, name):
        return int.from_bytes(self.bytes(name, (bound.bit_length() + 7) // 8 + 16), "big") % bound

    def scalar(self, name):
        return self.below(ORDER - 1, name) + 1

    def shuffled(self, elements, name):
        return sorted(elements, key=lambda element: self.bytes(f"{name} {element}", 16))


# P-256 and ECDSA; signatures follow from key and message (RFC 6979).


def private(scalar):
    return ec.derive_private_key(scalar, ec.SECP256R1())


def point(scalar):
    numbers = private(scalar).public_key().public_numbers()
    return b"\4" + numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")


def sign(scalar, message):
    """r || s, s always in the lower half, as slips require and others allow."""
    der = private(scalar).sign(message, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
    r, s = utils.decode_dss_signature(der)
    return r.to_bytes(32, "big") + min(s, ORDER - s).to_bytes(32, "big")


def hkdf(material, context, count):
    """With an empty salt."""
    key, block, output = hmac.digest(bytes(32), material, "sha256"), b"", b""
    while len(output) < count:
        block = hmac.digest(key, block + context + u8(len(output) // 32 + 1), "sha256")
        output += block
    return output[:count]


def credential(code):
    wide = hkdf(code.replace("-", "").encode(), label("credential"), 48)
    return int.from_bytes(wide, "big") % (ORDER - 1) + 1


def round_code(round_id):
    return crockford(pbkdf2_hmac("sha256", round_id, label("round-code"), 600_000, 13), 20, 4)


# Tokens: RFC 9474, RFC 9578 type 2.


def mgf1(seed, count):
    return b"".join(sha384(seed + u32(block)).digest() for block in range(-(-count // 48)))[:count]


def encoded_pss(message, salt):
    """EMSA-PSS for a modulus of 2,048 bits."""
    digest = sha384(bytes(8) + sha384(message).digest() + salt).digest()
    block = bytes(256 - SALT - 48 - 2) + b"\1" + salt
    masked = bytes(a ^ b for a, b in zip(block, mgf1(digest, len(block))))
    return int.from_bytes(u8(masked[0] & 0x7F) + masked[1:] + digest + b"\xbc", "big")


def token_challenge(issuer, contest_id):
    return u16(2) + u16(len(issuer)) + issuer + u8(32) + contest_id + u16(0)


def token(key, token_key_id, challenge, one_time_point, salt, factor):
    """A token from asking to having it; key as integers."""
    n, e, d = key.public_numbers.n, key.public_numbers.e, key.d
    token_input = u16(2) + H(label("nonce"), one_time_point) + H(challenge) + token_key_id
    blinded = (encoded_pss(token_input, salt) * pow(factor, e, n) % n).to_bytes(256, "big")
    signature = pow(int.from_bytes(blinded, "big"), d, n)
    authenticator = (signature * pow(factor, -1, n) % n).to_bytes(256, "big")
    scheme = padding.PSS(padding.MGF1(hashes.SHA384()), SALT)
    RSAPublicNumbers(e, n).public_key().verify(authenticator, token_input, scheme, hashes.SHA384())
    return {
        "tokenInput": token_input, "blindedMessage": blinded,
        "tokenRequest": u16(2) + token_key_id[-1:] + blinded, "blindSignature": signature.to_bytes(256, "big"),
        "authenticator": authenticator,
    }


# HPKE and slips.


def sender(recipient, context, ephemeral):
    """HPKE base mode to a point, by a given ephemeral scalar."""
    kem = SUITE.kem
    pair = KEMKeyPair(
        kem.deserialize_private_key(ephemeral.to_bytes(32, "big")), kem.deserialize_public_key(point(ephemeral)))
    return SUITE.create_sender_context(kem.deserialize_public_key(recipient), context, eks=pair)


def slip(round_id, contest, contest_id, board_key, one_time, authenticator, plaintext, ephemeral, signed=None):
    """`signed`: what the signature is over, where it shall not hold."""
    encapsulated, context = sender(board_key, label("slip") + contest_id, ephemeral)
    sealed = encapsulated + context.seal(u8(plaintext), point(one_time))
    body = u16(2) + u32(contest) + point(one_time) + authenticator + sealed
    return body + sign(one_time, signed or label("cast") + round_id + body)


def opened(slip_bytes, contest_id, board_scalar):
    """The plaintext of a slip, by the published key."""
    key = SUITE.kem.deserialize_private_key(board_scalar.to_bytes(32, "big"))
    context = SUITE.create_recipient_context(slip_bytes[327:392], key, label("slip") + contest_id)
    return context.open(slip_bytes[392:409], slip_bytes[6:71])


def tracking_code(slip_bytes):
    return crockford(H(label("tracking"), slip_bytes)[:10], 16, 4)


# Through the relay: RFC 9292 and RFC 9458.


def inner_request(issuer, round_id, slip_bytes):
    return post(issuer, f"/api/v1/rounds/{b64u(round_id)}/slips".encode(), slip_bytes)[0]


def encapsulated_request(configuration, request, ephemeral):
    """The message, and the secret by which its answer is opened."""
    header = header_of(configuration)
    encapsulated, context = sender(configuration[3:68], info(header), ephemeral)
    secret = context.export(b"message/bhttp response", 32)
    return header + encapsulated + context.seal(request), secret


def inner_response(status, kind, content):
    fields = counted(counted(b"content-type") + counted(kind))
    response = b"\1" + u16(status | 0x4000) + fields + counted(content) + b"\0"
    return response + bytes(1_024 - len(response))


def encapsulated_response(request, secret, response, nonce):
    key, aead_nonce = response_key(secret, request[7:72], nonce)
    return nonce + AESGCM(key).encrypt(aead_nonce, response, b"")


def message_list(messages):
    return u32(len(messages)) + b"".join(u16(len(message)) + message for message in messages)


# The box.


def merkle(leaves):
    """RFC 9162 section 2.1.1."""
    if len(leaves) < 2:
        return H(*(b"\0" + leaf for leaf in leaves))
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    return H(b"\1", merkle(leaves[:split]), merkle(leaves[split:]))


def box_root(roots, boxes):
    return merkle([u32(i) + u32(len(box)) + root for i, (root, box) in enumerate(zip(roots, boxes))])
