import StrictEncoding
import TestSupport

@testable import SecretBallot

/// `Vectors/phieukin-round-1.json`: one whole small round, worked by an implementation that shares no code with ours.
struct RoundVectors {
    let root: JSONObjectReader
    let manifest: Manifest

    static let shared = Result { try RoundVectors() }

    private init() throws {
        root = try TestFiles.vectors("phieukin-round-1.json")
        manifest = try Manifest(root.member("manifest").bytes())
    }

    func bytes(_ name: String) throws -> [UInt8] { try root.member(name).bytes() }

    func objects(_ name: String) throws -> [JSONObjectReader] {
        try root.member(name).array().map { try $0.looseObject() }
    }

    /// Every slip of the round, with what was chosen in it.
    func slips() throws -> [JSONObjectReader] {
        try objects("voters").flatMap { try $0.member("slips").array().map { try $0.looseObject() } }
    }

    func boxes() throws -> BoxContents { try Self.boxes(root.member("boxes")) }

    static func boxes(_ reader: JSONReader) throws -> BoxContents {
        BoxContents(try reader.array().map { try $0.array().map { try $0.bytes() } })
    }

    var seal: Seal { get throws { try Seal(bytes("seal"), of: manifest) } }
}
