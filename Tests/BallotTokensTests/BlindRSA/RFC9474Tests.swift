import BallotTokens
import OpenSSLKit
import Testing

/// RFC 9474 appendix A, every value of every vector.
struct RFC9474Tests {
    struct Vector: Decodable, Sendable {
        let name: String
        let n, e, d, msg, msgPrefix, inputMsg, salt, inv, blindedMsg, blindSig, sig: HexBytes
    }

    private static let vectors = Result { try Vectors.load("rfc9474", as: [Vector].self) }

    @Test(arguments: BlindRSAVariant.allCases)
    func wholeRun(variant: BlindRSAVariant) throws {
        let vector = try #require(Self.vectors.get().first { $0.name == variant.rawValue })
        let privateKey = try RSAPrivateKey(
            modulus: vector.n.bytes, exponent: vector.e.bytes,
            privateExponent: SecretBytes(copying: vector.d.bytes))
        let key = privateKey.publicKey
        #expect(key.bitCount == 4096)

        let prepared = try variant.prepare(vector.msg.bytes, prefix: vector.msgPrefix.bytes)
        #expect(prepared == vector.inputMsg.bytes)
        let blinded = try variant.blind(
            prepared, for: key, salt: SecretBytes(copying: vector.salt.bytes),
            factor: BlindingFactor(inverse: SecretBytes(copying: vector.inv.bytes), for: key))
        #expect(blinded.bytes == vector.blindedMsg.bytes)
        #expect(blinded.factor.inverse.unwipedCopy == vector.inv.bytes)
        let blindSignature = try variant.blindSign(blinded.bytes, with: privateKey)
        #expect(blindSignature == vector.blindSig.bytes)
        let signature = try variant.finalize(
            prepared, blindSignature: blindSignature, factor: blinded.factor, key: key)
        #expect(signature == vector.sig.bytes)
        #expect(try variant.verify(signature, of: prepared, by: key))
    }
}
