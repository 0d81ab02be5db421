public import StrictEncoding

/// The end of a round that has no box.
///
///     cancellation = label("cancelled") || roundID || u64 cancelledAt || H(reason)
///
/// Beside a seal of the same round it proves misconduct.
public struct Cancellation: RoundMoment {
    public static let name = "cancellation"

    private let layout: MomentLayout

    public init(cancelledAt: Int, reason: String, of roundID: RoundID) {
        layout = MomentLayout(.cancelled, at: cancelledAt, digest: Hash.digest(Array(reason.utf8)), of: roundID)
    }

    /// - Throws: `MalformedInput` unless the bytes are a cancellation of this round.
    public init(_ bytes: [UInt8], of roundID: RoundID) throws(MalformedInput) {
        layout = try MomentLayout(.cancelled, bytes, of: roundID, named: Self.name)
    }

    public var bytes: [UInt8] { layout.bytes }

    /// Seconds since 1970.
    public var cancelledAt: Int { layout.at }

    /// Of what was said for the minutes, in UTF-8, which is not public.
    public var reasonHash: [UInt8] { layout.digest }
}

public typealias CancellationDocument = SignedMoment<Cancellation>

extension SignedMoment<Cancellation> {
    public var cancellation: Cancellation { moment }
}
