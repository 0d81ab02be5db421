import BallotTokens
import OpenSSLKit
import StrictEncoding
import TestSupport

/// `Vectors/shared-prime.json`: two token keys whose moduli have a prime in common, so that anybody has both.
enum SharedPrimeKeys {
    static func issuers() throws -> (TokenIssuer, TokenIssuer) {
        let keys = try TestFiles.vectors("shared-prime.json").member("keys").array().map(issuer)
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
