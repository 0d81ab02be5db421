import OpenSSLKit
import SecretBallot
import StrictEncoding
import TestSupport

/// The worked round of the protocol page, made by a stranger's program.
struct RoundVectors {
    private static let read = Result { try TestFiles.vectors("phieukin-round-1.json") }

    let object: JSONObjectReader

    init() throws { object = try Self.read.get() }

    func bytes(_ name: String) throws -> [UInt8] { try object.member(name).bytes() }

    func list(_ name: String) throws -> [JSONObjectReader] {
        try object.member(name).array().map { try $0.looseObject() }
    }

    var manifest: Manifest { get throws { try Manifest(bytes("manifest")) } }

    /// The contests' private token keys, PKCS#8.
    func tokenKeys() throws -> [SecretBytes] {
        try list("contests").map { SecretBytes(copying: try $0.member("tokenPrivateKeyPKCS8").bytes()) }
    }

    /// Every slip, voter after voter, each with what else the vectors say of it.
    func slips() throws -> [JSONObjectReader] {
        try list("voters").flatMap { try $0.member("slips").array().map { try $0.looseObject() } }
    }

    /// As `GET …/boxes` gives them.
    func boxes() throws -> [UInt8] {
        try object.member("boxes").array().flatMap { box in
            let slips = try box.array().map { try $0.bytes() }
            return [UInt8](bigEndian: UInt32(slips.count)) + slips.joined()
        }
    }
}
