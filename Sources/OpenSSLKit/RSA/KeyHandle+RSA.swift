import COpenSSL

extension KeyHandle {
    /// An RSA key from its numbers; with a private exponent, one that can sign (without the speed of the primes).
    convenience init(
        modulus: BigNumber, exponent: BigNumber, privateExponent: BigNumber? = nil
    ) throws(OpenSSLError) {
        let builder = unsafe try obtain("RSA parameters") { unsafe OSSL_PARAM_BLD_new() }
        defer { unsafe OSSL_PARAM_BLD_free(builder) }
        try require("RSA parameters") { unsafe shim_push_rsa_public(builder, modulus.pointer, exponent.pointer) }
        if let privateExponent {
            try require("RSA parameters") { unsafe shim_push_rsa_private(builder, privateExponent.pointer) }
        }
        let parameters = unsafe try obtain("RSA parameters") { unsafe OSSL_PARAM_BLD_to_param(builder) }
        defer { unsafe OSSL_PARAM_free(parameters) }
        let context = try KeyContext(making: "RSA")
        let selection = privateExponent == nil ? shim_public_key() : shim_key_pair()
        try require("RSA key from numbers") { unsafe EVP_PKEY_fromdata_init(context.pointer) }
        try unsafe self.init("RSA key from numbers") {
            var key: OpaquePointer?
            _ = unsafe EVP_PKEY_fromdata(context.pointer, &key, selection, parameters)
            return unsafe key
        }
    }

    /// The number that OpenSSL calls `name` in this key.
    func number(_ name: String) throws(OpenSSLError) -> BigNumber {
        let number = try BigNumber()
        var pointer: OpaquePointer? = unsafe number.pointer
        try require("reading an RSA key") { unsafe EVP_PKEY_get_bn_param(self.pointer, name, &pointer) }
        return number
    }

    /// The public half of an RSA key.
    func rsaPublicKey() throws -> RSAPublicKey {
        let modulus = try number(OSSL_PKEY_PARAM_RSA_N)
        let exponent = try number(OSSL_PKEY_PARAM_RSA_E)
        return try RSAPublicKey(
            modulus: modulus.bytes(count: modulus.byteCount), exponent: exponent.bytes(count: exponent.byteCount))
    }

    /// The two primes of a private key, to check results modulo each: a quarter of the work, twice. Nil where the key
    /// has none, or where they are not of one length and reducing a number below n by one step might not do.
    func factors(of publicKey: RSAPublicKey) throws(OpenSSLError) -> [OddModulus]? {
        guard let one = try? number("rsa-factor1"), let other = try? number("rsa-factor2"),
            one.bitCount == other.bitCount,
            try one.product(with: other).isEqual(to: publicKey.modulusArithmetic.number)
        else { return nil }
        one.treatAsSecret()
        other.treatAsSecret()
        return [try OddModulus(one), try OddModulus(other)]
    }
}
