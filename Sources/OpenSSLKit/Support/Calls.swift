import COpenSSL

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
