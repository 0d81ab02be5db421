import COpenSSL

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
