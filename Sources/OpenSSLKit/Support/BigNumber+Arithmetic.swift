import COpenSSL

extension BigNumber {
    /// A secret number from 0 to `limit` − 1, each as likely, drawn by rejection.
    convenience init(randomBelow limit: BigNumber) throws(OpenSSLError) {
        try self.init()
        treatAsSecret()
        try require("random number") { unsafe BN_priv_rand_range(pointer, limit.pointer) }
    }

    func less(_ word: UInt) throws(OpenSSLError) -> BigNumber {
        let result = try BigNumber()
        _ = unsafe try obtain("subtraction") { unsafe BN_copy(result.pointer, pointer) }
        try require("subtraction") { unsafe BN_sub_word(result.pointer, word) }
        return result
    }

    func increment() throws(OpenSSLError) {
        try require("addition") { unsafe BN_add_word(pointer, 1) }
    }

    /// Whether no number but 1 divides both.
    func isCoprime(with other: BigNumber) throws(OpenSSLError) -> Bool {
        let (divisor, scratch) = (try BigNumber(), try Scratch())
        try require("greatest common divisor") {
            unsafe BN_gcd(divisor.pointer, pointer, other.pointer, scratch.pointer)
        }
        return divisor.isOne
    }

    func remainder(by divisor: BigNumber) throws(OpenSSLError) -> BigNumber {
        let (result, scratch) = (try BigNumber(), try Scratch())
        try require("division") {
            unsafe BN_div(nil, result.pointer, pointer, divisor.pointer, scratch.pointer)
        }
        return result
    }

    func product(with other: BigNumber) throws(OpenSSLError) -> BigNumber {
        let (result, scratch) = (try BigNumber(), try Scratch())
        try require("multiplication") {
            unsafe BN_mul(result.pointer, pointer, other.pointer, scratch.pointer)
        }
        return result
    }
}
