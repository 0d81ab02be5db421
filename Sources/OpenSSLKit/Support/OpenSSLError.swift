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

extension OpenSSLError {
    /// Tells "no" from "could not tell", where OpenSSL answers both alike: empties this thread's error queue, and
    /// answers false unless an error in it is one of OpenSSL's own, such as want of memory.
    static func drainedRefusal(_ operation: String) throws(OpenSSLError) -> Bool {
        let isInternal = ERR_FATAL_ERROR(ERR_peek_error()) != 0 || ERR_FATAL_ERROR(ERR_peek_last_error()) != 0
        let error = drained(operation)
        guard !isInternal else { throw error }
        return false
    }
}

extension OpenSSLError {
    /// Whether the newest error of this thread says that an algorithm is not on offer.
    static var lastIsUnsupported: Bool {
        let reason = ERR_GET_REASON(ERR_peek_last_error())
        return reason == ERR_R_UNSUPPORTED || reason == EVP_R_UNSUPPORTED_ALGORITHM
    }
}

/// Runs one OpenSSL call that answers 1 for success.
///
/// The queue of errors is per thread, so the call is made with an empty one and what it leaves is its own.
/// - Throws: `OpenSSLError` naming `operation`, for any other answer.
func require(_ operation: String, _ call: () -> CInt) throws(OpenSSLError) {
    ERR_clear_error()
    guard call() == 1 else { throw .drained(operation) }
}

/// Runs one OpenSSL call that answers an owned or borrowed pointer, and refuses NULL.
/// - Throws: `OpenSSLError` naming `operation`.
func obtain<Pointer>(_ operation: String, _ call: () -> Pointer?) throws(OpenSSLError) -> Pointer {
    ERR_clear_error()
    guard let pointer = call() else { throw .drained(operation) }
    return pointer
}
