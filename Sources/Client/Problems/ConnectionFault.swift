import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

/// Why there is no answer.
public enum ConnectionFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nobody is there to take the call.
    case unreachable

    /// The service did not answer in time, or the connection ended before it did: it may have done what it was asked.
    case lost

    /// The service could not be shown to be the one that is meant.
    case untrusted

    case other(String)

    /// What `error` means, if it is the network's; the error itself if it is not.
    static func translated(_ error: any Error) -> any Error {
        switch error {
        case let error as HTTPClientError: translated(error)
        case is NIOConnectionError, is SocketAddressError: ConnectionFault.unreachable
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: ConnectionFault.untrusted
        case let error as IOError where error.errnoCode == ECONNREFUSED: ConnectionFault.unreachable
        case is IOError, is ChannelError: ConnectionFault.lost
        default: error
        }
    }

    private static func translated(_ error: HTTPClientError) -> any Error {
        switch error {
        case .cancelled: CancellationError()
        case .connectTimeout: ConnectionFault.unreachable
        case .tlsHandshakeTimeout: ConnectionFault.untrusted
        case .readTimeout, .writeTimeout, .remoteConnectionClosed, .deadlineExceeded, .uncleanShutdown,
            .getConnectionFromPoolTimeout:
            ConnectionFault.lost
        default: ConnectionFault.other(error.shortDescription)
        }
    }

    /// Whether it may be otherwise a moment later.
    var mayPass: Bool { self == .lost || self == .unreachable }

    public var description: String {
        switch self {
        case .unreachable: "the server cannot be reached"
        case .lost: "the connection was lost before the answer came"
        case .untrusted: "the server's certificate is not trusted, or it does not speak TLS"
        case .other(let what): "the server cannot be talked to (\(what))"
        }
    }

    /// What the user can do.
    public var hint: String {
        switch self {
        case .unreachable: "check the address after --server, and that the service is running"
        case .lost: "do the same again: nothing is done twice"
        case .untrusted: "give the authority of the server's certificate after --ca-file; https needs a TLS server"
        case .other: "check the address after --server"
        }
    }
}
