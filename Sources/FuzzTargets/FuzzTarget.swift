import ArchiveKit
import BallotTokens
import CocktailDKG
import Foundation
import ObliviousHTTP
import OpenSSLKit
import Recognition
import SecretBallot
import SignedPDF
import StrictEncoding

/// What is fuzzed: everything that takes apart what anybody may send. `make fuzz` feeds it with what libFuzzer makes
/// up, the tests with the corpora that were kept.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case pdf, cms, zip, json, manifest, slip, csv, oblivious, board, relay

    /// Takes any bytes; traps where a parser breaks its word.
    public func take(_ bytes: [UInt8]) {
        switch self {
        case .pdf: Self.pdf(bytes)
        case .cms: Self.cms(bytes)
        case .zip: Self.zip(bytes)
        case .json: Self.json(bytes)
        case .manifest: Self.manifest(bytes)
        case .slip: Self.slip(bytes)
        case .csv: Self.csv(bytes)
        case .oblivious: Self.oblivious(bytes)
        case .board: Self.board(bytes)
        case .relay: Self.relay(bytes)
        }
    }

    private static func pdf(_ bytes: [UInt8]) {
        guard let inspection = try? PDFInspection.inspect(bytes, sizeLimit: 1 << 20) else { return }
        for signature in inspection.signatures {
            precondition(signature.signedBytes(of: bytes).count <= bytes.count)
            if case .revision(let end) = signature.coverage { precondition((1...bytes.count).contains(end)) }
            if signature.isIntact { precondition(!signature.signedBytes(of: bytes).isEmpty) }
        }
        _ = try? PDFInspection.changes(since: Array(bytes.prefix(bytes.count / 2)), in: bytes, sizeLimit: 1 << 20)
    }

    private static func cms(_ bytes: [UInt8]) {
        _ = DetachedSignature.inspect(bytes, content: [])
        if let certificate = try? Certificate(der: bytes) { precondition(certificate.der == bytes) }
        if let list = try? RevocationList(der: bytes) { precondition(list.der == bytes) }
    }

    /// One file for all: the readers read files, and files in memory are no slower than bytes.
    private static let scratch = "/dev/shm/phieukin-fuzz-\(ProcessInfo.processInfo.processIdentifier).zip"

    private static func zip(_ bytes: [UInt8]) {
        guard FileManager.default.createFile(atPath: scratch, contents: Data(bytes)),
            let archive = try? ZipReader(path: scratch, maximumEntries: 100)
        else { return }
        precondition(Set(archive.entries.map(\.name)).count == archive.entries.count)
        for entry in archive.entries.prefix(8) {
            if let contents = try? archive.read(entry.name, limit: 1 << 16) { precondition(contents.count <= 1 << 16) }
        }
    }

    private static func json(_ bytes: [UInt8]) {
        guard let reader = try? JSONReader(parsing: bytes, as: "document", limit: 1 << 16) else { return }
        for indented in [false, true] {
            let again = try? JSONReader(parsing: reader.value.encoded(indented: indented), as: "again", limit: 1 << 20)
            precondition(again?.value == reader.value)
        }
    }

    private static func manifest(_ bytes: [UInt8]) {
        if let manifest = try? Manifest(bytes) {
            precondition(manifest.bytes == bytes && manifest.roundID == RoundID(ofManifest: bytes))
        }
        _ = try? BoardDocument(bytes)
        _ = try? Opening(bytes)
        if let statement = try? DecisionStatement(parsing: bytes) {
            precondition((try? DecisionStatement(parsing: statement.encoded)) == statement)
        }
    }

    private static func slip(_ bytes: [UInt8]) {
        if let slip = try? Slip(bytes) { precondition(slip.bytes == bytes && slip.id.count == 32) }
        _ = try? Token(parsing: bytes)
        _ = try? TokenRequest(parsing: bytes)
        _ = try? TokenChallenge(parsing: bytes)
        _ = try? TokenKey(parsing: bytes)
    }

    private static let profile = try? GuidanceProfile.bundled().first

    private static func csv(_ bytes: [UInt8]) {
        // What is no table is refused by all that reads one in the same way.
        guard let table = try? CSVTable(parsing: bytes) else { return }
        precondition(table.rows.allSatisfy { $0.fields.count == table.header.fields.count })
        _ = try? VoterTable(parsing: bytes)
        if let profile { _ = try? UnitTable(parsing: bytes, profile: profile) }
    }

    private static let gateway = try? ObliviousGateway(identifier: 1, scalar: [UInt8](repeating: 1, count: 32))
    private static let response = try? ResponseKey([UInt8](repeating: 1, count: ResponseKey.byteCount))

    /// What is read has one form: it is written as it was.
    private static func oblivious(_ bytes: [UInt8]) {
        if let request = try? BinaryRequest(parsing: bytes) { precondition(request.encoded == bytes) }
        if let response = try? BinaryResponse(parsing: bytes) { precondition(response.encoded == bytes) }
        if let padded = try? BinaryResponse(parsing: bytes, paddedTo: bytes.count) {
            precondition((try? padded.encoded(paddedTo: bytes.count)) == bytes)
        }
        if let configuration = try? KeyConfiguration(parsing: bytes) { precondition(configuration.bytes == bytes) }
        if let message = try? EncapsulatedRequest(bytes) { _ = try? gateway?.open(message) }
        _ = try? response?.open(bytes)
    }

    private static let session = try? DKGSession(
        threshold: 2, staticKeys: (1...3).map { try P256Point.generator * P256Scalar($0) }, context: [])

    /// What is read has one form: it is written as it was.
    private static func board(_ bytes: [UInt8]) {
        if let session {
            if let message = try? Round1Message(bytes, in: session) { precondition(message.bytes == bytes) }
            if let message = try? Round2Message(bytes, in: session) { precondition(message.bytes == bytes) }
        }
        if let read = try? Transcript(bytes) {
            let again = Transcript(of: read.session, dealings: read.dealings, extension: read.extension)
            precondition(again.bytes == bytes)
        }
        if let transcript = try? BoardTranscript(bytes) { precondition(transcript.bytes == bytes) }
        boardDocuments(bytes)
    }

    private static func boardDocuments(_ bytes: [UInt8]) {
        guard let reader = try? JSONReader(parsing: bytes, as: "document", limit: 1 << 16) else { return }
        if let ceremony = try? BoardCeremony(reading: reader) {
            precondition((try? BoardCeremony(reading: JSONReader(ceremony.json, at: ""))) == ceremony)
        }
        if let evidence = try? CeremonyEvidence(reading: reader) {
            precondition((try? CeremonyEvidence(reading: JSONReader(evidence.json, at: ""))) == evidence)
        }
    }

    /// Of a round of two contests, with messages shorter than any.
    private static let form = try? BundleForm(count: 2, messageByteCount: 12, header: [1, 0, 16, 0, 1, 0, 2])

    private static func relay(_ bytes: [UInt8]) {
        if let messages = try? MessageList.parse(bytes, as: "list") {
            precondition(messages.count <= MessageList.maximum && MessageList.encoded(messages) == bytes)
        }
        if let form {
            if let bundle = try? Bundle(bytes, of: form) {
                precondition((0..<bundle.count).reduce(0) { $0 + bundle.message(at: $1).count } == 24)
                precondition(bundle.hash.count == Hash.byteCount)
            }
            if let handover = try? Handover(bytes, of: form) {
                let again = try? Handover(handover.json.encoded(), of: form)
                precondition(again?.json == handover.json && again?.bundle == handover.bundle)
            }
        }
        let field = String(decoding: bytes, as: UTF8.self)
        if let pass = try? GatewayPass(field) { precondition(pass.field == field) }
        if let roll = try? IssuanceRoll(bytes, in: .two) {
            let again = try? IssuanceRoll(RollEntry.roll(roll.entries), in: .two)
            precondition(again?.entries.map(\.json) == roll.entries.map(\.json))
        }
    }
}
