import COpenSSL
import Synchronization

/// A certificate revocation list (RFC 5280, section 5), read; that it is its issuer's is asked where it is used.
@safe public final class RevocationList: @unchecked Sendable {
    // Never changed once made; OpenSSL's own caches inside it are locked, hence safe to share.
    private let handle: Owned

    /// The exact bytes.
    public let der: [UInt8]
    public let issuer: DistinguishedName

    /// When it was written, in seconds since 1970 (UTC).
    public let thisUpdate: Int64

    /// When the next is due at the latest, in seconds since 1970 (UTC); nil where it does not say.
    public let nextUpdate: Int64?

    /// How many certificates it has.
    public let count: Int

    /// Whether it speaks for some of the issuer's certificates only, or of changes only: it has critical extensions.
    public let isPartial: Bool

    /// Who has been asked about: verifying hashes the whole list, which may be long.
    private let issuers = Mutex<[Certificate: Bool]>([:])

    /// - Throws: `CredentialError.malformed` where a field cannot be read; `OpenSSLError`.
    init(adopting handle: consuming Owned, der: [UInt8]) throws {
        let list = unsafe handle.pointer
        issuer = try unsafe DistinguishedName(X509_CRL_get_issuer(list))
        thisUpdate = try unsafe ASN1Time.seconds(X509_CRL_get0_lastUpdate(list))
        nextUpdate = try unsafe X509_CRL_get0_nextUpdate(list).map { try unsafe ASN1Time.seconds($0) }
        count = unsafe Int(max(0, OPENSSL_sk_num(X509_CRL_get_REVOKED(list))))
        isPartial = unsafe X509_CRL_get_ext_by_critical(list, 1, -1) >= 0
        self.der = der
        self.handle = handle
    }

    /// What it says of a certificate; nil where it does not have it.
    public func entry(for certificate: Certificate) -> RevokedCertificate? {
        var entry: OpaquePointer?
        let removedFromList: CInt = 2
        let found = unsafe X509_CRL_get0_by_cert(handle.pointer, &entry, certificate.pointer)
        guard found > 0, found != removedFromList, let entry = unsafe entry else { return nil }
        return unsafe RevokedCertificate(
            time: try? ASN1Time.seconds(X509_REVOKED_get0_revocationDate(entry)), reason: Self.reason(of: entry))
    }

    /// Whether the list names `authority` as its issuer.
    func isNamed(by authority: Certificate) -> Bool {
        unsafe X509_NAME_cmp(X509_CRL_get_issuer(handle.pointer), X509_get_subject_name(authority.pointer)) == 0
    }

    /// Whether `authority` signed the list, and may.
    func isSigned(by authority: Certificate) -> Bool {
        if let known = issuers.withLock({ $0[authority] }) { return known }
        let answer = verifies(by: authority)
        issuers.withLock { $0[authority] = answer }
        return answer
    }

    private func verifies(by authority: Certificate) -> Bool {
        guard authority.keyUsage?.contains(.cRLSign) ?? true, authority.keyKind.isVerifiable else { return false }
        ERR_clear_error()
        defer { ERR_clear_error() }
        return unsafe X509_CRL_verify(handle.pointer, X509_get0_pubkey(authority.pointer)) == 1
    }

    private static func reason(of entry: OpaquePointer) -> Int? {
        let value = unsafe X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, nil, nil)
        let owned = unsafe Owned(
            value.map { OpaquePointer($0) }, freedBy: { unsafe ASN1_ENUMERATED_free(UnsafeMutablePointer($0)) })
        guard let reason = owned else { return nil }
        return unsafe ASN1_ENUMERATED_get(UnsafePointer(reason.pointer))
    }
}

extension RevocationList: Hashable {
    /// Lists are the same when their bytes are.
    public static func == (left: RevocationList, right: RevocationList) -> Bool { left.der == right.der }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(issuer)
        hasher.combine(thisUpdate)
    }
}

/// An entry of a revocation list.
public struct RevokedCertificate: Sendable, Hashable {
    /// When, in seconds since 1970 (UTC); nil where the date cannot be read.
    public let time: Int64?

    /// The reason code (RFC 5280, section 5.3.1), such as 1 for a compromised key; nil where none is given.
    public let reason: Int?
}
