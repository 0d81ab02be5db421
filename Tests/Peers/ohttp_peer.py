"""An Oblivious HTTP client and gateway (RFC 9458, RFC 9292) over pyhpke, in one message at a time. All in hexadecimal.

    ohttp_peer.py seal CONFIGURATION REQUEST      the encapsulated request, then encapsulated key and exported secret
    ohttp_peer.py open KEY RESPONSE               KEY as seal printed it; the response inside
    ohttp_peer.py answer SCALAR REQUEST RESPONSE  the request inside, then the response, encapsulated
    ohttp_peer.py post AUTHORITY PATH CONTENT     a binary HTTP request of known length
"""

import os
import struct
import sys

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from pyhpke import AEADId, CipherSuite, KDFId, KEMId

SUITE = CipherSuite.new(KEMId.DHKEM_P256_HKDF_SHA256, KDFId.HKDF_SHA256, AEADId.AES256_GCM)
KEY, NONCE, POINT = 32, 12, 65


def info(header):
    return b"message/bhttp request\0" + header


def header_of(configuration):
    identifier, kem = configuration[:1], configuration[1:3]
    length = struct.unpack(">H", configuration[3 + POINT:5 + POINT])[0]
    algorithms = configuration[5 + POINT:]
    assert length == len(algorithms) and length % 4 == 0
    return identifier + kem + algorithms[:4]


def response_key(secret, encapsulated, nonce):
    extract = HMAC(encapsulated + nonce, hashes.SHA256())
    extract.update(secret)
    extracted = extract.finalize()
    return [HKDFExpand(hashes.SHA256(), count, label).derive(extracted) for label, count in ((b"key", KEY), (b"nonce", NONCE))]


def seal(configuration, request):
    recipient = SUITE.kem.deserialize_public_key(configuration[3:3 + POINT])
    header = header_of(configuration)
    encapsulated, context = SUITE.create_sender_context(recipient, info(header))
    secret = context.export(b"message/bhttp response", max(KEY, NONCE))
    return [header + encapsulated + context.seal(request), encapsulated + secret]


def unseal(key, response):
    aead_key, nonce = response_key(key[POINT:], key[:POINT], response[:KEY])
    return [AESGCM(aead_key).decrypt(nonce, response[KEY:], b"")]


def answer(scalar, message, response):
    header, encapsulated, sealed = message[:7], message[7:7 + POINT], message[7 + POINT:]
    context = SUITE.create_recipient_context(encapsulated, SUITE.kem.deserialize_private_key(scalar), info(header))
    request = context.open(sealed)
    secret, fresh = context.export(b"message/bhttp response", max(KEY, NONCE)), os.urandom(KEY)
    aead_key, nonce = response_key(secret, encapsulated, fresh)
    return [request, fresh + AESGCM(aead_key).encrypt(nonce, response, b"")]


def counted(value):
    count = len(value)
    length = bytes([count]) if count < 64 else struct.pack(">H", count | 0x4000)
    return length + value


def post(authority, path, content):
    field = counted(b"content-type") + counted(b"application/octet-stream")
    control = b"".join(counted(part) for part in (b"POST", b"https", authority, path))
    return [b"\0" + control + counted(field) + counted(content) + b"\0"]


if __name__ == "__main__":
    commands = {"seal": seal, "open": unseal, "answer": answer, "post": post}
    for line in commands[sys.argv[1]](*(bytes.fromhex(argument) for argument in sys.argv[2:])):
        print(line.hex())
