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
