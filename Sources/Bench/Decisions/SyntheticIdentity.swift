import Foundation
import OpenSSLKit

/// A signer's key under an authority of its own.
enum SyntheticIdentity {
    static let name = "Lò Văn Phúc"

    /// In whose name the certificate signs: no other body's decision can be signed with it.
    static let body = "Đảng ủy xã Bum Tở"

    static let password = "only-for-the-length-of-a-benchmark"

    /// As certification authorities' files have it: what our own files add to that is meant to take its time.
    static let iterations: Int32 = 2_048

    private static let day: Int64 = 86_400

    /// - Parameter time: about when it is valid, in seconds since 1970.
    static func make(at time: Int64 = Int64(Date().timeIntervalSince1970)) throws -> SigningIdentity {
        try withAuthority(at: time).identity
    }

    static func withAuthority(at time: Int64) throws -> (identity: SigningIdentity, anchors: TrustAnchors) {
        let (from, until) = (time - day, time + 365 * day)
        let root = try CertificateTemplate.authority(commonName: "Bench", notBefore: from, notAfter: until)
            .selfSigned(by: .generateP256())
        let identity = try CertificateTemplate(
            commonName: name, organization: body, notBefore: from, notAfter: until
        ).issued(for: .generateP256(), by: root)
        return (identity, TrustAnchors([root.certificate]))
    }
}
