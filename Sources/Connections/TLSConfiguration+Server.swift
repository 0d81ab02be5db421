import NIOCore
public import NIOSSL

extension TLSConfiguration {
    /// Of a server.
    /// - Parameters:
    ///   - certificates: the file of its certificate and the chain, PEM.
    ///   - key: the file of its private key, PEM.
    /// - Throws: an error of the TLS library for what it cannot read.
    public static func server(certificates: String, key: String) throws -> TLSConfiguration {
        var tls = makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificates).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
        tls.minimumTLSVersion = .tlsv12
        // Whoever is let go and does not say goodbye keeps no descriptor for it.
        tls.shutdownTimeout = .seconds(1)
        return tls
    }
}
