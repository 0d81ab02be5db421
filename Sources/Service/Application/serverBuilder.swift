import Connections
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import NIOSSL

/// TLS where certificate files are given; plain HTTP only on loopback, or where the operator insists.
func serverBuilder(
    _ configuration: ServiceConfiguration, _ limits: ConnectionLimits, _ table: ConnectionTable
) throws -> HTTPServerBuilder {
    let voice = ServiceVoice(headers: AnswerHeaders(isSecure: configuration.isSecure))
    guard let certificates = configuration.tlsCertificateFile, let key = configuration.tlsKeyFile else {
        guard configuration.tlsCertificateFile == nil, configuration.tlsKeyFile == nil else {
            throw ConfigurationFault("TLS needs both the certificate's file and the key's file")
        }
        guard configuration.isLoopback || configuration.forcePlainHTTP else {
            throw ConfigurationFault(
                "\(configuration.host): plain HTTP is spoken only on loopback: give TLS files, or force it behind a "
                    + "proxy that speaks TLS")
        }
        return HTTPServerBuilder {
            OnEventLoops(base: HTTPConnection(responder: $0, limits: limits, table: table, voice: voice))
        }
    }
    let tls = try TLSConfiguration.server(certificates: certificates, key: key)
    return HTTPServerBuilder { responder in
        let connection = HTTPConnection(responder: responder, limits: limits, table: table, voice: voice)
        return OnEventLoops(base: try TLSChannel(connection, tlsConfiguration: tls))
    }
}
