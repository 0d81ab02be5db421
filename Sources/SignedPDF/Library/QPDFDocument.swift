import CQPDF

/// The one owner of a `qpdf_data`: a document as qpdf reads it, with nothing repaired. It is asked
/// for its opinion on the cross-references only.
///
/// Whatever qpdf warns of is an error here: what one program guesses another may guess differently. One thread at a
/// time.
@safe final class QPDFDocument {
    private let pointer: qpdf_data

    // qpdf reads from it until it is let go.
    private let bytes: LibraryBytes

    /// Reads the first `count` of `bytes`. Cross-reference streams are inflated without a limit: `PDFStructure` has looked
    /// at them before.
    init(_ bytes: LibraryBytes, count: Int) throws(PDFError) {
        guard let pointer = unsafe qpdf_init() else { throw .unsupported("more than memory holds") }
        unsafe (self.pointer, self.bytes) = (pointer, bytes)
        unsafe qpdf_silence_errors(pointer)
        unsafe qpdf_set_suppress_warnings(pointer, QPDF_TRUE)
        unsafe qpdf_set_attempt_recovery(pointer, QPDF_FALSE)
        _ = unsafe qpdf_read_memory(pointer, "file", bytes.start, UInt64(count), nil)
        try check()
        guard unsafe qpdf_is_encrypted(pointer) == QPDF_FALSE else { throw .encrypted }
    }

    deinit {
        var pointer: qpdf_data? = unsafe pointer
        unsafe qpdf_cleanup(&pointer)
    }

    /// Turns what qpdf has complained of since it was last asked into an error.
    private func check() throws(PDFError) {
        if unsafe qpdf_has_error(pointer) != QPDF_FALSE, let error = unsafe qpdf_get_error(pointer) {
            throw unsafe Self.error(error, in: pointer)
        }
        if unsafe qpdf_more_warnings(pointer) != QPDF_FALSE, let warning = unsafe qpdf_next_warning(pointer) {
            throw unsafe Self.error(warning, in: pointer)
        }
    }

    private static func error(_ error: qpdf_error, in pointer: qpdf_data) -> PDFError {
        if unsafe qpdf_get_error_code(pointer, error) == qpdf_e_password { return .encrypted }
        let offset = unsafe qpdf_get_error_file_position(pointer, error)
        let detail = unsafe qpdf_get_error_message_detail(pointer, error).map { unsafe String(cString: $0) }
        return .malformed("offset \(offset): \(detail ?? "unreadable")")
    }
}

/// A copy of a file that stays where it is, as qpdf needs it: it reads from it as long as a document lives.
@safe final class LibraryBytes {
    private let storage: UnsafeMutableBufferPointer<CChar>

    init(_ bytes: [UInt8]) {
        unsafe storage = .allocate(capacity: bytes.count)
        unsafe UnsafeMutableRawBufferPointer(storage).copyBytes(from: bytes)
    }

    deinit { unsafe storage.deallocate() }

    /// Lends the address, good as long as this object is.
    var start: UnsafePointer<CChar>? { unsafe UnsafePointer(storage.baseAddress) }
}
