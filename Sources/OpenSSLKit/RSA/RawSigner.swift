import COpenSSL

/// An OpenSSL context for the raw private operation, with what its check needs, used for one message after another.
@safe final class RawSigner: @unchecked Sendable {
    private let context: KeyContext
    private let publicKey: RSAPublicKey
    private let checks: [ResidueCheck]
    private let signature: BigNumber
    private let expected: BigNumber

    /// - Parameter factors: what the result is checked modulo: the modulus, or factors whose product it is.
    init(for key: KeyHandle, _ publicKey: RSAPublicKey, factors: [OddModulus]) throws(OpenSSLError) {
        self.publicKey = publicKey
        var checks: [ResidueCheck] = []
        for factor in factors { checks.append(try ResidueCheck(publicKey.exponentValue, modulo: factor)) }
        self.checks = checks
        (signature, expected) = (try BigNumber(), try BigNumber())
        context = try KeyContext(for: key)
        try require("RSA set-up") { unsafe EVP_PKEY_sign_init(context.pointer) }
        try require("RSA set-up") { unsafe EVP_PKEY_CTX_set_rsa_padding(context.pointer, RSA_NO_PADDING) }
    }

    /// - Throws: `RSAError.faultyResult`; `OpenSSLError`.
    func sign(_ message: [UInt8]) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: message.count)
        var count = bytes.count
        try require("RSA private operation") {
            unsafe EVP_PKEY_sign(context.pointer, &bytes, &count, message, message.count)
        }
        guard count == bytes.count, try opens(bytes, to: message) else { throw RSAError.faultyResult }
        return bytes
    }

    private func opens(_ bytes: [UInt8], to message: [UInt8]) throws(OpenSSLError) -> Bool {
        guard publicKey.isBelowModulus(bytes) else { return false }
        try signature.assign(bytes)
        try expected.assign(message)
        for check in checks {
            guard try check(signature, opensTo: expected) else { return false }
        }
        return true
    }
}
