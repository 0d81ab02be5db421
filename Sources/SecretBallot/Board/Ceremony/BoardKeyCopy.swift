import CocktailDKG
import OpenSSLKit
import StrictEncoding

/// A board member's saved copy: all that opening needs when the device is lost, on a sheet of eight lines.
///
///     key's scalar || d_i || x_i || roundID, 128 bytes: each line 16 of them and 12 bits that find a slip of the pen,
///     in 28 Crockford characters
public struct BoardKeyCopy: Sendable {
    public static let lineCount = 8
    private static let lineByteCount = 16
    private static let lineCharacterCount = 28

    let key: SigningKey
    let dkgKey: P256Scalar
    let share: P256Scalar
    public let roundID: RoundID

    init(key: SigningKey, dkgKey: P256Scalar, share: P256Scalar, roundID: RoundID) {
        (self.key, self.dkgKey, self.share, self.roundID) = (key, dkgKey, share, roundID)
    }

    /// As they are printed, in groups of four.
    public var lines: [String] {
        let bytes = key.scalar + dkgKey.bytes.unwipedCopy + share.bytes.unwipedCopy + roundID.bytes
        return (0..<Self.lineCount).map { line in
            Crockford.grouped(
                Self.characters(Array(bytes[line * Self.lineByteCount..<(line + 1) * Self.lineByteCount]), line: line),
                by: 4)
        }
    }

    /// Reads a sheet again.
    /// - Parameter typed: all lines, in order.
    /// - Throws: `MalformedInput`, which names the line and never repeats what was typed.
    public init(typed lines: [String]) throws {
        guard lines.count == Self.lineCount else {
            throw MalformedInput(.wrongLength, at: "copy", "\(Self.lineCount) lines")
        }
        let parts = try lines.enumerated().map { try Self.bytes(typed: $1, line: $0) }
        func secret(_ line: Int) -> [UInt8] { parts[line] + parts[line + 1] }
        try self.init(
            key: SigningKey(secret(0)), dkgKey: P256Scalar(secret(2)), share: P256Scalar(secret(4)),
            roundID: RoundID(secret(6)))
    }

    /// Whether a line was typed as it is: how a member proves that the sheet is at hand.
    /// - Parameter line: from 0.
    public func isLine(_ line: Int, typed: String) -> Bool {
        Crockford.normalised(typed) == Crockford.normalised(lines[line])
    }

    /// The member's keys on another device. Whether the first one released the share already, no copy says.
    /// - Returns: nil where the manifest is not the copy's round, or its board has no such member.
    public func holder(in manifest: Manifest) -> BoardKeyHolder? {
        let members = manifest.board.members
        guard manifest.roundID == roundID, let place = members.firstIndex(where: { $0.key == key.publicKey }) else {
            return nil
        }
        return BoardKeyHolder(
            name: members[place].name, key: key, dkgKey: dkgKey, share: share, place: place, board: nil,
            frozen: roundID)
    }

    private static func characters(_ bytes: [UInt8], line: Int) -> String {
        let check = Hash.digest(Label.copy.message(.two, [UInt8(line)], bytes))
        return Crockford.encode(bytes + check.prefix(2), count: lineCharacterCount)
    }

    private static func bytes(typed: String, line: Int) throws(MalformedInput) -> [UInt8] {
        let place = "copy.lines[\(line)]"
        guard let text = Crockford.normalised(typed), text.count == lineCharacterCount else {
            throw MalformedInput(.wrongLength, at: place, "\(lineCharacterCount) letters and digits")
        }
        let bytes = Array(Crockford.decode(text).prefix(lineByteCount))
        guard characters(bytes, line: line) == text else {
            throw MalformedInput(.wrongValue, at: place, "a line of a sheet, without a slip")
        }
        return bytes
    }
}
