import COpenSSL

/// Whether s^e = m modulo one factor of an RSA modulus n, for s and m below n. One thread at a time.
///
/// Everything is Montgomery's arithmetic, whose time tells nothing of the factor: a number t enters as t·R⁻¹, which its
/// reduction modulo the factor gives for nothing; the product of e such is s^e·R^(1 − 2e), and one more factor,
/// prepared here, brings that to s^e·R⁻¹, to be compared with m·R⁻¹.
@safe final class ResidueCheck: @unchecked Sendable {
    private let factor: OddModulus
    private let exponent: UInt64
    private let closing: BigNumber
    private let scratch: Scratch
    private let base: BigNumber
    private let result: BigNumber

    init(_ exponent: UInt64, modulo factor: OddModulus) throws(OpenSSLError) {
        (self.factor, self.exponent) = (factor, exponent)
        closing = try factor.radixPower(exponent)
        (scratch, base, result) = (try Scratch(), try BigNumber(), try BigNumber())
    }

    func callAsFunction(_ signature: BigNumber, opensTo message: BigNumber) throws(OpenSSLError) -> Bool {
        let (base, result, closing) = unsafe (base.pointer, self.result.pointer, self.closing.pointer)
        let (montgomery, scratch) = unsafe (factor.montgomery, self.scratch.pointer)
        func multiply(by number: OpaquePointer) -> Bool {
            unsafe BN_mod_mul_montgomery(result, result, number, montgomery, scratch) == 1
        }
        try require("RSA check") {
            guard unsafe BN_from_montgomery(base, signature.pointer, montgomery, scratch) == 1 else { return 0 }
            guard unsafe BN_copy(result, base) != nil else { return 0 }
            for bit in exponent.bitsAfterTheFirst {
                guard unsafe multiply(by: result) else { return 0 }
                guard unsafe exponent >> bit & 1 == 0 || multiply(by: base) else { return 0 }
            }
            guard unsafe multiply(by: closing) else { return 0 }
            return unsafe BN_from_montgomery(base, message.pointer, montgomery, scratch)
        }
        return self.base.isEqual(to: self.result)
    }
}

extension OddModulus {
    /// R^(2e − 1), where R is Montgomery's radix.
    fileprivate func radixPower(_ exponent: UInt64) throws(OpenSSLError) -> BigNumber {
        let (radix, scratch) = (try BigNumber(), try Scratch())
        try require("RSA check") {
            unsafe BN_to_montgomery(radix.pointer, BN_value_one(), montgomery, scratch.pointer)
        }
        let square = try product(radix, radix)
        return try product(power(square, BigNumber(exponent - 1)), radix)
    }
}
