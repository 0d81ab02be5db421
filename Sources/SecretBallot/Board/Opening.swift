public import CocktailDKG
import OpenSSLKit
public import StrictEncoding

/// `opening.json`: the members' shares and the board's private key that follows from them.
public struct Opening: Sendable {
    /// As many as the threshold; more are not needed and not kept.
    public let shares: [BoardShare]

    /// The scalar y with y·G the board's public key, 32 bytes; public from here on.
    public let boardPrivateKey: [UInt8]

    /// Opens a sealed box.
    ///
    /// - Parameters:
    ///   - shares: as many as the threshold.
    ///   - keys: of the board's transcript, found not to contradict the manifest; nil for a board of one.
    /// - Throws: `OpeningFault`.
    public init(
        _ shares: [BoardShare], for seal: Seal, of manifest: Manifest, keys: GroupKeys? = nil
    ) throws(OpeningFault) {
        let board = manifest.board
        for share in shares { if let fault = share.fault(for: seal, board: board, keys: keys) { throw fault } }
        if let member = Self.repeated(shares) { throw .repeatedMember(member) }
        guard shares.count >= board.threshold else { throw .tooFew(needed: board.threshold) }
        guard shares.count == board.threshold else { throw .tooMany(needed: board.threshold) }
        boardPrivateKey = try Self.key(from: shares, board)
        self.shares = shares
        _ = try SlipOpener(boardPrivateKey, of: manifest)
    }

    /// Reads the document without believing it: `init(_:for:of:keys:)` over its shares checks it.
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

    private static func repeated(_ shares: [BoardShare]) -> Int? {
        var seen: Set<Int> = []
        return shares.map(\.member).first { !seen.insert($0).inserted }
    }

    /// Of a board of one the share is the key; else the members' shares lie on a polynomial whose value at 0 it is.
    private static func key(from shares: [BoardShare], _ board: CountingBoard) throws(OpeningFault) -> [UInt8] {
        guard board.members.count > 1 else { return shares[0].share }
        let values = try? shares.map { (place: $0.member + 1, value: try P256Scalar($0.share, allowingZero: true)) }
        guard let values, let key = try? P256Scalar.interpolatedAtZero(values) else { throw .notTheBoardsKey }
        return key.bytes.unwipedCopy
    }
}

extension BoardShare {
    /// Why this share is not taken, whoever sends it and whatever else there is; nil if it is good.
    ///
    /// - Parameter keys: of the board's transcript; nil for a board of one.
    public func fault(for seal: Seal, board: CountingBoard, keys: GroupKeys?) -> OpeningFault? {
        guard board.members.indices.contains(member) else { return .unknownMember(member) }
        guard isSigned(for: seal, by: board) else { return .signature(member: member) }
        guard board.members.count > 1 else { return nil }
        guard let keys, keys.verificationShares.count == board.members.count else { return .withoutTranscript }
        guard let share = try? P256Scalar(share, allowingZero: true),
            (try? keys.isShare(share, at: member + 1)) == true
        else { return .wrongShare(member: member) }
        return nil
    }
}
