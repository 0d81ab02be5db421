import OpenSSLKit
import TestSupport

/// Papers that were made by other programs, or by this one and then done to, with the authority of their signers.
enum Vector {
    /// An hour after they were signed, 29 November 2026.
    static let now: Int64 = 1_795_978_800

    static let authority = Result { try Certificate(pem: pdf("authority.pem")) }

    static func anchors() throws -> TrustAnchors { try TrustAnchors([authority.get()]) }

    static func pdf(_ name: String) throws -> [UInt8] {
        try TestFiles.vector("pdf/\(name)")
    }
}
