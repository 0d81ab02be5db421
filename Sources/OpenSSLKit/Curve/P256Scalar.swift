/// An integer modulo the order n of P-256, taken to be secret: wiped when let go, and calculated with in constant time
/// as far as OpenSSL's big numbers are.
public struct P256Scalar: Sendable {
    /// 32 bytes, big-endian, below n.
    public let bytes: SecretBytes

    /// - Parameters:
    ///   - bytes: 32 bytes, big-endian.
    ///   - allowingZero: whether 0 is as good as 1…n − 1.
    /// - Throws: `P256Error.wrongLength`, `.scalarOutOfRange`; `OpenSSLError`.
    public init(_ bytes: SecretBytes, allowingZero: Bool = false) throws {
        guard bytes.count == 32 else { throw P256Error.wrongLength(expected: 32, actual: bytes.count) }
        let number = try BigNumber(secret: bytes)
        let order = try P256Group.shared.get().order.number
        guard number.isBelow(order), allowingZero || !number.isZero else { throw P256Error.scalarOutOfRange }
        self.bytes = bytes
    }

    /// As `init(_:allowingZero:)`, from an ordinary array.
    public init(_ bytes: [UInt8], allowingZero: Bool = false) throws {
        try self.init(SecretBytes(copying: bytes), allowingZero: allowingZero)
    }

    /// A small scalar, such as a member's place in a polynomial; 0 is allowed.
    public init(_ value: UInt32) {
        let octets = (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
        bytes = SecretBytes(copying: [UInt8](repeating: 0, count: 28) + octets)
    }

    /// Takes a reduced number.
    init(_ number: BigNumber) throws(OpenSSLError) { bytes = try number.secretBytes(count: 32) }

    /// A fresh scalar, each of 1…n − 1 as likely.
    public static func random() throws -> P256Scalar {
        let number = try BigNumber(randomBelow: P256Group.shared.get().orderLessOne)
        try number.increment()
        return try P256Scalar(number)
    }

    public var isZero: Bool { bytes.isEqual(to: SecretBytes(copying: [UInt8](repeating: 0, count: 32))) }

    func number() throws(OpenSSLError) -> BigNumber { try BigNumber(secret: bytes) }
}

extension P256Scalar: Equatable {
    public static func == (one: P256Scalar, other: P256Scalar) -> Bool { one.bytes.isEqual(to: other.bytes) }
}
