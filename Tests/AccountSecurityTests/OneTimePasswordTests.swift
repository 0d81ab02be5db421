import Crypto
import Testing

@testable import AccountSecurity

/// The published values of HOTP and TOTP.
@Suite struct OneTimePasswordTests {
    private static func seed(_ count: Int) -> [UInt8] { (0..<count).map { Array("1234567890".utf8)[$0 % 10] } }

    /// RFC 4226, appendix D.
    @Test func theCountersOfRFC4226() {
        let codes = (0..<10).map {
            OneTimePassword.code(Self.seed(20), counter: UInt64($0), digits: 6, hash: Insecure.SHA1.self)
        }
        #expect(
            codes == [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ])
    }

    /// RFC 6238, appendix B: seconds; then SHA-1, SHA-256 and SHA-512 with seeds of 20, 32 and 64 bytes.
    @Test(arguments: [
        (59, ["94287082", "46119246", "90693936"]), (1_111_111_109, ["07081804", "68084774", "25091201"]),
        (1_111_111_111, ["14050471", "67062674", "99943326"]), (1_234_567_890, ["89005924", "91819424", "93441116"]),
        (2_000_000_000, ["69279037", "90698825", "38618901"]), (20_000_000_000, ["65353130", "77737706", "47863826"]),
    ])
    func theMomentsOfRFC6238(seconds: Int, codes: [String]) {
        let counter = UInt64(seconds / 30)
        #expect(
            codes == [
                OneTimePassword.code(Self.seed(20), counter: counter, digits: 8, hash: Insecure.SHA1.self),
                OneTimePassword.code(Self.seed(32), counter: counter, digits: 8, hash: SHA256.self),
                OneTimePassword.code(Self.seed(64), counter: counter, digits: 8, hash: SHA512.self),
            ])
    }
}
