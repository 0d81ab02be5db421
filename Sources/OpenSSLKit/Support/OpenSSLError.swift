import COpenSSL

/// A call into OpenSSL that failed.
///
/// `description` names the operation only; what OpenSSL itself said is in `reasons` and comes out of
/// `String(reflecting:)`, since it may speak of inputs that do not belong in an answer to a stranger.
public struct OpenSSLError: Error, Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
    /// What was attempted, for example "RSA key generation".
    public let operation: String

    /// OpenSSL's error queue of this thread, oldest first, at the time of the failure.
    public let reasons: [String]

    public var description: String { "OpenSSL: \(operation) failed" }

    public var debugDescription: String {
        reasons.isEmpty ? description : "\(description): \(reasons.joined(separator: "; "))"
    }

    /// Takes this thread's error queue, and leaves it empty.
    static func drained(_ operation: String) -> OpenSSLError {
        var reasons: [String] = []
        while true {
            let code = ERR_get_error()
            guard code != 0 else { break }
            reasons.append(text(of: code))
        }
        return OpenSSLError(operation: operation, reasons: reasons)
    }

    private static func text(of code: UInt) -> String {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            unsafe ERR_error_string_n(code, buffer.baseAddress, buffer.count)
            return unsafe String(cString: buffer.baseAddress!)
        }
    }
}
