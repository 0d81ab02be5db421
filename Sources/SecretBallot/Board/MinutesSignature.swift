public import Recognition
import StrictEncoding

/// A board member's signature under the minutes: their own device opened this sealed box and counted this.
///
/// The minutes of the count as people read and sign them on paper say the same; this is what an outsider can check.
public struct MinutesSignature: MemberSignature {
    public let member: Int
    public let signature: [UInt8]

    public init(member: Int, signature: [UInt8]) {
        self.member = member
        self.signature = signature
    }

    /// - Parameter tallies: of all contests, in order.
    /// - Throws: an error of the cryptographic library.
    public init(member: Int, counting tallies: [ContestTally], of seal: Seal, signedBy key: SigningKey) throws {
        self.init(member: member, signature: try key.sign(Self.message(tallies, of: seal)))
    }

    public func isValid(counting tallies: [ContestTally], of seal: Seal, by board: CountingBoard) -> Bool {
        board.isSigned(Self.message(tallies, of: seal), by: member, signature)
    }

    /// `label("minutes") || H(seal) || u32 first || u32 second || u32 blank || u32 invalid` for each contest.
    private static func message(_ tallies: [ContestTally], of seal: Seal) -> [UInt8] {
        let counts = tallies.map(\.counts).flatMap { [$0.first, $0.second, $0.blank, $0.invalid] }
        return Label.minutes.message(seal.version, seal.hash, counts.flatMap { [UInt8](bigEndian: UInt32($0)) })
    }
}
