import BallotTokens
import Foundation
import OpenSSLKit
import StrictEncoding

/// `Vectors/shared-prime.json`: two token keys whose moduli have a prime in common, so that anybody has both.
enum SharedPrimeKeys {
    static func issuers() throws -> (TokenIssuer, TokenIssuer) {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Vectors/shared-prime.json").standardizedFileURL
        let keys = try JSONReader(parsing: [UInt8](Data(contentsOf: file)), as: "keys", limit: 1 << 16)
            .looseObject().member("keys").array().map(issuer)
        return (keys[0], keys[1])
    }

    private static func issuer(_ reader: JSONReader) throws -> TokenIssuer {
        let object = try reader.looseObject()
        return try TokenIssuer(
            RSAPrivateKey(
                modulus: object.member("modulus").bytes(256), exponent: [1, 0, 1],
                privateExponent: SecretBytes(copying: object.member("privateExponent").bytes(256))))
    }
}
