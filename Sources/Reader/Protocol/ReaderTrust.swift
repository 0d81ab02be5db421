import Decisions
import OpenSSLKit
import StrictEncoding

/// Whom a reader is to trust: certificates and revocation lists, all of them public, in DER.
enum ReaderTrust {
    static func frame(_ verifier: DecisionVerifier) -> Frame {
        let lists = [
            verifier.anchors.certificates.map(\.der), verifier.timestampAnchors.certificates.map(\.der),
            verifier.revocationLists.map(\.der),
        ]
        return Frame(.trust, lists.flatMap { list in count(list) + list.flatMap { size($0) + $0 } })
    }

    private static func count(_ list: [[UInt8]]) -> [UInt8] { [UInt8](bigEndian: UInt32(list.count)) }

    private static func size(_ bytes: [UInt8]) -> [UInt8] { [UInt8](bigEndian: UInt32(bytes.count)) }

    /// - Throws: `MalformedInput`; `CredentialError`.
    static func verifier(_ frame: Frame) throws -> DecisionVerifier {
        var reader = ByteReader(frame.payload, of: "trust")
        let anchors = try list(&reader).map { try Certificate(der: $0) }
        let timestampAnchors = try list(&reader).map { try Certificate(der: $0) }
        let revocationLists = try list(&reader).map { try RevocationList(der: $0) }
        try reader.finish()
        return DecisionVerifier(
            anchors: TrustAnchors(anchors), timestampAnchors: TrustAnchors(timestampAnchors),
            revocationLists: revocationLists)
    }

    private static func list(_ reader: inout ByteReader) throws(MalformedInput) -> [[UInt8]] {
        var list: [[UInt8]] = []
        for _ in 0..<(try reader.integer(UInt32.self)) {
            list.append(try reader.take(Int(try reader.integer(UInt32.self))))
        }
        return list
    }
}
