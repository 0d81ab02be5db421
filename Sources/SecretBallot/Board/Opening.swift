public import StrictEncoding

/// `opening.json`: the members' shares and the board's private key that follows from them.
public struct Opening: Sendable {
    public let shares: [BoardShare]

    /// The scalar y with y·G the board's public key, 32 bytes; public from here on.
    public let boardPrivateKey: [UInt8]

    /// Opens a sealed box.
    /// - Throws: `OpeningFault`, also for a board of several: its key is not distributed in this version.
    public init(_ shares: [BoardShare], for seal: Seal, of manifest: Manifest) throws(OpeningFault) {
        try Self.check(shares, for: seal, board: manifest.board)
        guard manifest.board.threshold == 1, manifest.board.members.count == 1 else { throw .unsupportedBoard }
        boardPrivateKey = shares[0].share
        self.shares = shares
        _ = try SlipOpener(boardPrivateKey, of: manifest)
    }

    /// Reads the document without believing it: `init(_:for:of:)` over its shares checks it.
    /// - Throws: `MalformedInput`.
    public init(_ bytes: [UInt8]) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "opening", limit: 1 << 20)
        let object = try reader.object(["shares", "boardPrivateKey"])
        shares = try object.member("shares").array().map { reader throws(MalformedInput) in
            try BoardShare(reading: reader)
        }
        boardPrivateKey = try object.member("boardPrivateKey").bytes(32)
    }

    public var bytes: [UInt8] {
        let value: JSONValue = [
            "shares": .array(shares.map(\.json)), "boardPrivateKey": .bytes(boardPrivateKey),
        ]
        return value.encoded(indented: true)
    }

    private static func check(
        _ shares: [BoardShare], for seal: Seal, board: CountingBoard
    ) throws(OpeningFault) {
        var seen: Set<Int> = []
        for share in shares {
            guard board.members.indices.contains(share.member) else { throw .unknownMember(share.member) }
            guard seen.insert(share.member).inserted else { throw .repeatedMember(share.member) }
            guard share.isSigned(for: seal, by: board) else { throw .signature(member: share.member) }
        }
        guard shares.count >= board.threshold else { throw .tooFew(needed: board.threshold) }
    }
}

/// Why shares do not open a box.
public enum OpeningFault: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownMember(Int)
    case repeatedMember(Int)
    case signature(member: Int)
    case tooFew(needed: Int)
    case unsupportedBoard
    case notTheBoardsKey

    public var description: String {
        switch self {
        case .unknownMember(let member): "the board has no member \(member)"
        case .repeatedMember(let member): "member \(member) gave a share twice"
        case .signature(let member): "the signature of member \(member) over the share does not hold for this seal"
        case .tooFew(let needed): "the board opens with the shares of \(needed) members"
        case .unsupportedBoard: "this version counts with a board of one"
        case .notTheBoardsKey: "the key is not the private key of the board's public key in the manifest"
        }
    }
}
