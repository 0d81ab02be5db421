import Recognition
public import SecretBallot
public import StrictEncoding

/// What a QR code says of a decision: enough to compare it with the paper around it, with no server asked.
///
///     phieukin/1 decision
///     12-QĐ/ĐU
///     2026-01-05
///     Đảng ủy xã Bum Tở
///     Chi bộ bản Nậm Củm
///     2025
///     <SHA-256 of the statements' digests, base64url>
///
/// It travels as a C2SP signed note by the service's log key, base64url, in the fragment of the verify page's address:
/// browsers send no fragment to a server.
public struct DecisionSummary: Hashable, Sendable {
    private static let title = "phieukin/1 decision"

    /// Longer names are cut, so that the code can be read from paper; bytes of UTF-8.
    private static let maximumName = 160

    public let number: String
    public let date: String
    public let authority: String
    public let unit: String
    public let year: Int

    /// SHA-256 over the digests of the statements, one after another.
    public let digest: [UInt8]

    public init(_ text: DecisionText) {
        let units = text.statements.map(\.unit.name)
        number = text.number.description
        date = text.date.description
        authority = Self.shortened(text.authority.name)
        unit = units.count == 1 ? Self.shortened(units[0]) : "\(units.count) tổ chức"
        year = text.year
        digest = Hash.digest(text.digests.flatMap(\.self))
    }

    /// Reads a note that may be anybody's.
    /// - Throws: `MalformedInput` unless this key signed it, and it is a summary.
    public init(note: String, verifier: NoteVerifier) throws(MalformedInput) {
        guard let text = verifier.text(of: note) else {
            throw MalformedInput(.wrongValue, at: "summary", "not signed by this service's log key")
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 8, lines[0] == Self.title, lines[7].isEmpty, let year = Int(lines[5]),
            let digest = try? Base64URL.decode(lines[6]), digest.count == 32
        else { throw MalformedInput(.syntax, at: "summary", "seven lines") }
        (number, date, authority, unit) = (lines[1], lines[2], lines[3], lines[4])
        (self.year, self.digest) = (year, digest)
    }

    /// Reads the link that a QR code holds.
    /// - Throws: as `init(note:verifier:)`.
    public init(link: String, verifier: NoteVerifier) throws(MalformedInput) {
        guard let mark = link.firstIndex(of: "#") else {
            throw MalformedInput(.syntax, at: "link", "a part after #, which is the summary")
        }
        let note = try Base64URL.decode(String(link[link.index(after: mark)...]))
        try self.init(note: String(decoding: note, as: UTF8.self), verifier: verifier)
    }

    /// - Throws: an error of the cryptographic library.
    public func note(signedBy key: NoteSigner) throws -> String {
        let lines = [Self.title, number, date, authority, unit, String(year), Base64URL.encode(digest)]
        return try key.sign(lines.map { $0 + "\n" }.joined())
    }

    /// The address that the QR code leads to.
    /// - Parameter base: of the service, such as `https://phieukin.example`, without a slash at its end.
    public func link(to base: String, signedBy key: NoteSigner) throws -> String {
        "\(base)/verify#\(Base64URL.encode(Array(try note(signedBy: key).utf8)))"
    }

    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > maximumName else { return name }
        var start = name[...]
        while start.utf8.count > maximumName - "…".utf8.count { start.removeLast() }
        return start + "…"
    }
}
