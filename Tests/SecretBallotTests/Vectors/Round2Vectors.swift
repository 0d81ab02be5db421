import StrictEncoding
import TestSupport

@testable import SecretBallot

/// `Vectors/phieukin-round-2.json`: one whole round of version 2 with a board of three and two relays, worked by
/// `Peers/round_peer.py`, which shares no code with ours and says what happens in it.
struct Round2Vectors {
    let root: JSONObjectReader
    let manifest: Manifest

    private let files: JSONObjectReader

    static let shared = Result { try Round2Vectors() }

    private init() throws {
        root = try TestFiles.vectors("phieukin-round-2.json")
        files = try root.object("record")
        manifest = try Manifest(files.bytes(RecordFile.manifest.rawValue))
    }

    func file(_ file: RecordFile) throws -> [UInt8] { try files.bytes(file.rawValue) }

    func record() throws -> MemoryRecord {
        var documents: [RecordFile: [UInt8]] = [:]
        for file in RecordFile.allCases { documents[file] = try files.optional(file.rawValue)?.bytes() }
        return MemoryRecord(documents: documents)
    }

    func voter(_ id: String) throws -> JSONObjectReader? {
        try root.objects("voters").first { try $0.member("id").string() == id }
    }

    /// Every slip of the round, with what was chosen in it and what became of it.
    func slips() throws -> [JSONObjectReader] { try root.objects("voters").flatMap { try $0.objects("slips") } }

    var seal: Seal { get throws { try Seal(root.bytes("seal"), of: manifest) } }
}

extension JSONObjectReader {
    func object(_ name: String) throws -> JSONObjectReader { try member(name).looseObject() }

    func objects(_ name: String) throws -> [JSONObjectReader] { try member(name).array().map { try $0.looseObject() } }

    func bytes(_ name: String) throws -> [UInt8] { try member(name).bytes() }

    func bytesList(_ name: String) throws -> [[UInt8]] { try member(name).array().map { try $0.bytes() } }

    func integer(_ name: String) throws -> Int { try member(name).integer() }

    /// Whether this says that `message` is signed, with a signature by `key` over it.
    func says(_ message: [UInt8], signedBy key: VerifyingKey) throws -> Bool {
        try bytes("message") == message && key.isValid(bytes("signature"), over: message)
    }
}
