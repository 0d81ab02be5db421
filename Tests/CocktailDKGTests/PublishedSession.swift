import OpenSSLKit
import StrictEncoding
import TestSupport

@testable import CocktailDKG

/// One session of `Vectors/cocktail-dkg-p256-sha256.json` (C2SP's collection of test vectors), run again from its seed.
struct PublishedSession {
    let object: JSONObjectReader
    let session: DKGSession
    let payloads: [[UInt8]]

    private let seed: [UInt8]

    /// Of the file's four: 2 of 3, 3 of 5, 7 of 14, and 2 of 3 with payloads.
    init(_ place: Int) throws {
        let file = try TestFiles.vectors("cocktail-dkg-p256-sha256.json")
        seed = try file.hexBytes("seed")
        object = try file.member("vectors").array()[place].looseObject()
        payloads = try object.optional("payloads")?.array().map { hex(try $0.string()) } ?? []
        let keys = try object.member("config").looseObject().hexList("static_public_keys")
        session = try DKGSession(
            threshold: object.member("t").integer(), staticKeys: keys.map(P256Point.init(compressed:)),
            context: object.hexBytes("context"), maximumPayloadByteCount: payloads.map(\.count).max() ?? 0)
    }

    /// H(seed || ciphersuite_id || u32 t || u32 n || label || tail).
    func derived(_ label: String, _ tail: [UInt8] = []) throws -> [UInt8] {
        let counts = [session.threshold, session.participantCount].flatMap { [UInt8](littleEndian: UInt32($0)) }
        return try HashFunction.sha256(seed + Ciphersuite.identifier + counts + Array(label.utf8) + tail)
    }

    func participant(_ index: Int) throws -> Participant {
        try Participant(in: session, staticKey: reduced(derived("static_secret_key_\(index)")))
    }

    /// The participant's stream of scalars: a hash with a counter for each.
    func message(of index: Int) throws -> Round1Message {
        var counter: UInt64 = 0
        return try participant(index).deal(
            drawing: {
                defer { counter += 1 }
                return try reduced(derived("round1_participant_\(index)", [UInt8](littleEndian: counter)))
            },
            payloads: payloads.isEmpty ? [] : session.staticKeys.map { _ in payloads[index - 1] })
    }

    func messages() throws -> [Round1Message] { try (1...session.participantCount).map { try message(of: $0) } }

    func transcript() throws -> Transcript {
        try Transcript(of: session, dealings: messages().map(\.dealing), extension: object.hexBytes("extension"))
    }

    func certificate() throws -> SuccessCertificate {
        let transcript = try transcript()
        return SuccessCertificate(
            transcript: transcript,
            signatures: try (1...session.participantCount).map { try participant($0).certify(transcript) })
    }

    /// What the vectors say of each participant in a round.
    func round(_ name: String) throws -> [JSONObjectReader] {
        try object.member(name).array().map { try $0.looseObject() }
    }

    private func reduced(_ hash: [UInt8]) throws -> P256Scalar {
        try P256Scalar(wide: SecretBytes(copying: [UInt8](repeating: 0, count: 16) + hash))
    }
}

extension JSONObjectReader {
    func hexBytes(_ name: String) throws -> [UInt8] { hex(try member(name).string()) }

    func hexList(_ name: String) throws -> [[UInt8]] { try member(name).array().map { hex(try $0.string()) } }
}
