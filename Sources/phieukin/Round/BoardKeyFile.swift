import SecretBallot
import StrictEncoding

/// A board member's secrets: the key that signs, and the key that opens the box.
struct BoardKeyFile {
    private static let format = "phieukin-board-key/1"

    /// The member's name.
    let name: String
    let signing: SigningKey
    let opening: SigningKey

    /// Fresh keys, for one round only.
    init(name: String) {
        self.name = name
        signing = SigningKey()
        opening = SigningKey()
    }

    /// - Throws: `MalformedInput`.
    init(parsing bytes: [UInt8]) throws(MalformedInput) {
        let object = try JSONReader(parsing: bytes, as: "board key", limit: 64 << 10)
            .object(["format", "name", "signingKey", "boardKey"])
        let format = try object.member("format")
        guard try format.string() == Self.format else { throw format.wrongValue(Self.format) }
        name = try object.member("name").string()
        signing = try SigningKey(object.member("signingKey").bytes(SigningKey.byteCount))
        opening = try SigningKey(object.member("boardKey").bytes(SigningKey.byteCount))
    }

    var bytes: [UInt8] {
        let value: JSONValue = [
            "format": .string(Self.format), "name": .string(name), "signingKey": .bytes(signing.scalar),
            "boardKey": .bytes(opening.scalar),
        ]
        return value.encoded(indented: true)
    }

    /// The public halves: a board of one.
    var board: CountingBoard {
        let member = BoardMember(name: name, key: signing.publicKey)
        return CountingBoard(threshold: 1, members: [member], publicKey: opening.publicKey)
    }

    /// Which member of the board this is.
    /// - Throws: `Failure` if the manifest has another board.
    func member(of manifest: Manifest) throws -> Int {
        guard let member = manifest.board.members.firstIndex(where: { $0.key == signing.publicKey }),
            manifest.board.publicKey == opening.publicKey
        else {
            throw Failure(
                "the manifest's board does not have the keys of this file", hint: "sign nothing; tell the others",
                code: Failure.doesNotHold)
        }
        return member
    }
}
