import Synchronization

/// Certificates that have been read lately. The same few come with every signature, and reading the key in one takes
/// OpenSSL longer than verifying a signature by it.
final class CertificateCache: Sendable {
    static let shared = CertificateCache()

    /// So many that a committee's fit, and so few that a stranger's fill no memory (16 MiB at the very most).
    private static let limit = 256

    private let known = Mutex<[[UInt8]: Certificate]>([:])

    /// - Throws: as `Certificate.init(der:)`.
    func certificate(der: [UInt8]) throws -> Certificate {
        if let certificate = known.withLock({ $0[der] }) { return certificate }
        let certificate = try Certificate(der: der)
        known.withLock { known in
            if known.count >= Self.limit { known.removeAll() }
            known[der] = certificate
        }
        return certificate
    }
}
