import Crypto
import StrictEncoding

/// A slip of the right size whose bytes follow from a number, so that another process can tell what it was.
struct TestSlip: Hashable, Sendable {
    let slipID: [UInt8]
    let contest: Int
    let bytes: [UInt8]

    init(_ number: Int, contests: Int) {
        let seed = [UInt8](bigEndian: UInt64(number))
        slipID = Array(SHA256.hash(data: seed + [0]))
        contest = number % contests
        bytes = Array((1...15).flatMap { Array(SHA256.hash(data: seed + [$0])) }.prefix(473))
    }

    /// The same slipID with other bytes.
    var changed: [UInt8] { bytes.dropLast() + [bytes[472] ^ 1] }
}
