import COpenSSL

/// An RSA private key for raw operations (RFC 8017 section 5.2.1), used for nothing but blind signatures.
///
/// Meant to be kept and shared: contexts that sign are pooled in it, one for each thread that signs at once.
public final class RSAPrivateKey: Sendable {
    public let publicKey: RSAPublicKey

    let handle: KeyHandle
    private let signers: Pool<RawSigner>

    init(_ handle: KeyHandle) throws {
        self.handle = handle
        let publicKey = try handle.rsaPublicKey()
        self.publicKey = publicKey
        let factors = try handle.factors(of: publicKey) ?? [publicKey.modulusArithmetic]
        signers = Pool { () throws(OpenSSLError) in try RawSigner(for: handle, publicKey, factors: factors) }
    }

    /// A fresh key pair with e = 65537.
    /// - Parameter bits: the modulus's length, from 2048 to 8192.
    /// - Throws: `RSAError.unsupportedModulus`; `OpenSSLError`.
    public static func generate(bits: Int = 2048) throws -> RSAPrivateKey {
        guard (2048...8192).contains(bits) else { throw RSAError.unsupportedModulus(bits: bits) }
        let context = try KeyContext(making: "RSA")
        try require("RSA key generation") { unsafe EVP_PKEY_keygen_init(context.pointer) }
        try require("RSA key generation") { unsafe EVP_PKEY_CTX_set_rsa_keygen_bits(context.pointer, CInt(bits)) }
        let handle = try unsafe KeyHandle("RSA key generation") {
            var key: OpaquePointer?
            _ = unsafe EVP_PKEY_generate(context.pointer, &key)
            return unsafe key
        }
        return try RSAPrivateKey(handle)
    }

    /// A key from its numbers, big-endian, for published vectors. Without the primes it signs slowly and cannot be
    /// written as PKCS#8.
    package convenience init(modulus: [UInt8], exponent: [UInt8], privateExponent: SecretBytes) throws {
        try self.init(
            KeyHandle(
                modulus: BigNumber(modulus), exponent: BigNumber(exponent),
                privateExponent: BigNumber(secret: privateExponent)))
    }

    /// RSASP1 (RFC 8017 section 5.2.1): `message`^d mod n, blinded against timing by OpenSSL, and checked before it
    /// leaves: `result`^e = `message`.
    ///
    /// - Parameter message: a big-endian integer below n, exactly as long as the modulus.
    /// - Throws: `RSAError.wrongLength`, `.notBelowModulus`, `.faultyResult`; `OpenSSLError`.
    public func rawPrivateOperation(_ message: [UInt8]) throws -> [UInt8] {
        try publicKey.checkRange(message)
        return try signers.withResource { try $0.sign(message) }
    }
}
