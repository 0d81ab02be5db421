import COpenSSL

/// Arithmetic modulo an odd number, by Montgomery's method: no division that could tell a secret by its time.
///
/// Read-only once made, hence safe to share between threads. Every result is reduced; so must every operand be.
@safe final class OddModulus: @unchecked Sendable {
    let number: BigNumber
    let montgomery: OpaquePointer

    /// - Throws: `OpenSSLError` if `number` is even or zero.
    init(_ number: BigNumber) throws(OpenSSLError) {
        self.number = number
        unsafe montgomery = try obtain("modulus") { unsafe BN_MONT_CTX_new() }
        let scratch = try Scratch()
        try require("modulus") { unsafe BN_MONT_CTX_set(montgomery, number.pointer, scratch.pointer) }
    }

    deinit { unsafe BN_MONT_CTX_free(montgomery) }

    func sum(_ one: BigNumber, _ other: BigNumber) throws(OpenSSLError) -> BigNumber {
        let result = try BigNumber()
        try require("modular addition") {
            unsafe BN_mod_add_quick(result.pointer, one.pointer, other.pointer, number.pointer)
        }
        return result
    }

    func product(_ one: BigNumber, _ other: BigNumber) throws(OpenSSLError) -> BigNumber {
        let (result, scratch) = (try BigNumber(), try Scratch())
        try require("modular multiplication") {
            unsafe BN_to_montgomery(result.pointer, one.pointer, montgomery, scratch.pointer)
        }
        try require("modular multiplication") {
            unsafe BN_mod_mul_montgomery(result.pointer, result.pointer, other.pointer, montgomery, scratch.pointer)
        }
        return result
    }

    /// `base` to a secret or long power.
    func power(_ base: BigNumber, _ exponent: BigNumber) throws(OpenSSLError) -> BigNumber {
        let (result, scratch) = (try BigNumber(), try Scratch())
        try require("modular exponentiation") {
            unsafe BN_mod_exp_mont(
                result.pointer, base.pointer, exponent.pointer, number.pointer, scratch.pointer, montgomery)
        }
        return result
    }

    /// The inverse, or nil where there is none.
    func inverse(_ value: BigNumber) throws(OpenSSLError) -> BigNumber? {
        let (result, scratch) = (try BigNumber(), try Scratch())
        ERR_clear_error()
        guard unsafe BN_mod_inverse(result.pointer, value.pointer, number.pointer, scratch.pointer) != nil else {
            _ = try OpenSSLError.drainedRefusal("modular inversion")
            return nil
        }
        return result
    }
}
