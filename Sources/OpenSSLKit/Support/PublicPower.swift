import COpenSSL

/// Raises numbers to one public odd power modulo n, one after another, with nothing allocated. One thread at a time.
@safe final class PublicPower: @unchecked Sendable {
    private let modulus: OddModulus
    private let exponent: UInt64
    private let scratch: Scratch
    private let form: BigNumber
    private let result: BigNumber

    init(_ exponent: UInt64, modulo modulus: OddModulus) throws(OpenSSLError) {
        (self.modulus, self.exponent) = (modulus, exponent)
        (scratch, form, result) = (try Scratch(), try BigNumber(), try BigNumber())
    }

    /// `base`^e mod n, for a base below n; the answer is written over by the next call.
    ///
    /// Square and multiply, in Montgomery form. The last factor, `base` itself, is not in that form and so takes the
    /// result out of it: it is why the power must be odd.
    func callAsFunction(_ base: BigNumber) throws(OpenSSLError) -> BigNumber {
        let (base, result, form) = unsafe (base.pointer, self.result.pointer, self.form.pointer)
        let (montgomery, scratch) = unsafe (modulus.montgomery, self.scratch.pointer)
        func multiply(by factor: OpaquePointer) -> Bool {
            unsafe BN_mod_mul_montgomery(result, result, factor, montgomery, scratch) == 1
        }
        try require("modular exponentiation") {
            guard unsafe BN_to_montgomery(form, base, montgomery, scratch) == 1 else { return 0 }
            guard unsafe BN_copy(result, form) != nil else { return 0 }
            for bit in exponent.bitsAfterTheFirst {
                guard unsafe multiply(by: result) else { return 0 }
                guard unsafe exponent >> bit & 1 == 0 || multiply(by: bit == 0 ? base : form) else { return 0 }
            }
            return 1
        }
        return self.result
    }
}

extension UInt64 {
    /// The places of the bits after the highest that is set, downwards: the order of square and multiply.
    var bitsAfterTheFirst: some Sequence<Int> {
        (0..<Swift.max(bitWidth - leadingZeroBitCount - 1, 0)).reversed()
    }
}
