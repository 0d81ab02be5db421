/// The version of the protocol by which a round runs; its manifest's format says which.
///
/// A record is audited by its own version for ever. Versions differ in their labels, so that nothing signed or hashed in
/// one means anything in another.
public enum ProtocolVersion: Int, Sendable, CaseIterable {
    /// Slips go to the service straight from the voter's device; a board of one.
    case one = 1

    /// Slips may go through a relay, and a board may be of several.
    case two = 2

    /// What new rounds are frozen in.
    public static let current = ProtocolVersion.two

    /// This one and those before it, the latest first.
    var upToThis: [ProtocolVersion] { Self.allCases.filter { $0.rawValue <= rawValue }.reversed() }

    /// The first two bytes of a slip.
    var slipNumber: UInt16 { UInt16(rawValue) }
}
