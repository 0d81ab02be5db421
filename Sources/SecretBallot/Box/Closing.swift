public import StrictEncoding

/// In version 2, what the end of voting fixes: after it no tokens are issued, and slips are taken until the seal.
///
///     closing = label("closing") || roundID || u64 closedAt || H(roll)
///
/// Two closings of a round, or a seal over another roll, prove misconduct.
public struct Closing: RoundMoment {
    public static let name = "closing"

    private let layout: MomentLayout

    public init(closedAt: Int, rollHash: [UInt8], of roundID: RoundID) {
        layout = MomentLayout(.closing, at: closedAt, digest: rollHash, of: roundID)
    }

    /// - Throws: `MalformedInput` unless the bytes are a closing of this round.
    public init(_ bytes: [UInt8], of roundID: RoundID) throws(MalformedInput) {
        layout = try MomentLayout(.closing, bytes, of: roundID, named: Self.name)
    }

    public var bytes: [UInt8] { layout.bytes }

    /// Seconds since 1970.
    public var closedAt: Int { layout.at }
    public var rollHash: [UInt8] { layout.digest }
    public var hash: [UInt8] { Hash.digest(bytes) }
}

/// `closing.json`.
public typealias ClosingDocument = SignedMoment<Closing>

extension SignedMoment<Closing> {
    public var closing: Closing { moment }
}
