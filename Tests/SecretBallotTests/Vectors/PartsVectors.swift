import StrictEncoding
import TestSupport

@testable import SecretBallot

/// `Vectors/phieukin-2-parts.json`: the encodings and signed messages of version 2, worked by an implementation that
/// shares no code with ours.
struct PartsVectors {
    let root: JSONObjectReader
    let roundID: RoundID

    static let shared = Result { try PartsVectors() }

    private init() throws {
        root = try TestFiles.vectors("phieukin-2-parts.json")
        roundID = try RoundID(TestSupport.hex(root.member("roundID").string()))
    }

    func member(_ path: [String]) throws -> JSONReader {
        try path.dropFirst().reduce(root.member(path[0])) { try $0.looseObject().member($1) }
    }

    /// What stands in hexadecimal at a path: `hex("signed", "issue", "message")`.
    func hex(_ path: String...) throws -> [UInt8] {
        try TestSupport.hex(member(path).string(maximum: 1 << 20))
    }

    func key(_ name: String) throws -> VerifyingKey { try VerifyingKey(hex("keys", name, "public")) }
}
