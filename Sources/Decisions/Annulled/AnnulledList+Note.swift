public import SecretBallot
import StrictEncoding

extension AnnulledList {
    private static let firstLine = "phieukin/1 annulled"

    /// The list as a C2SP signed note, in UTF-8.
    /// - Throws: `AnnulledListFault.otherIssuer` for a key of another name; `.malformed` for a list that is too large;
    ///   an error of the cryptographic library.
    public func signed(by logKey: NoteSigner) throws -> [UInt8] {
        guard logKey.name == issuer else { throw AnnulledListFault.otherIssuer }
        let note = Array(try logKey.sign(String(decoding: text, as: UTF8.self)).utf8)
        guard note.count <= Self.maximumSize else { throw AnnulledListFault.tooLarge }
        return note
    }

    /// Reads a list that a known service signed.
    /// - Parameters:
    ///   - issuer: the service's name, as its manifests have it.
    ///   - logKey: its Ed25519 key, 32 bytes.
    /// - Throws: `AnnulledListFault`.
    public init(note: [UInt8], issuer: String, logKey: [UInt8]) throws(AnnulledListFault) {
        guard note.count <= Self.maximumSize else { throw .tooLarge }
        guard let note = String(validating: note, as: UTF8.self),
            let text = NoteVerifier(name: issuer, key: logKey)?.text(of: note)
        else { throw .notSigned }
        do {
            try self.init(text: Array(text.utf8))
        } catch {
            throw .malformed(error)
        }
        guard self.issuer.utf8.elementsEqual(issuer.utf8) else { throw .otherIssuer }
    }

    private var text: [UInt8] {
        let head: JSONValue = [
            "issuer": .string(issuer), "issuedAt": .integer(Int(issuedAt)), "expiresAt": .integer(Int(expiresAt)),
        ]
        let lines = [Array(Self.firstLine.utf8), head.encoded()] + entries.map { $0.json.encoded() }
        return Array(lines.joined(separator: [0x0A])) + [0x0A]
    }

    /// Every list has one text: what would be written again must be the text given.
    private init(text: [UInt8]) throws(MalformedInput) {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { Array($0) }
        guard lines.count >= 2, lines[0].elementsEqual(Self.firstLine.utf8) else {
            throw MalformedInput(.wrongValue, at: "line 1", Self.firstLine)
        }
        let head = try Self.reader(lines[1], number: 2).object(["issuer", "issuedAt", "expiresAt"])
        let entries = try lines.enumerated().dropFirst(2).map { index, line throws(MalformedInput) in
            try AnnulledEntry(reading: Self.reader(line, number: index + 1))
        }
        try self.init(
            issuer: head.member("issuer").string(maximum: 255), issuedAt: head.member("issuedAt").seconds(),
            expiresAt: head.member("expiresAt").seconds(), entries: entries)
        guard self.text == text else { throw MalformedInput(.notCanonical, at: "", "compact lines sorted by digest") }
    }

    private static func reader(_ line: [UInt8], number: Int) throws(MalformedInput) -> JSONReader {
        try JSONReader(parsing: line, as: "line \(number)", limit: 16 << 10)
    }
}
