/// The one owner of an OpenSSL object: the object is freed with it, and nowhere else.
///
/// `pointer` is lent. Whoever keeps it beyond the call it is handed to takes a reference of its own.
@safe struct Owned: ~Copyable {
    /// Always a closure around the C function, never the function itself: Swift turns a C function that is passed as a
    /// value into a helper named after it alone, and BoringSSL, which the HTTP server brings into the same program, has
    /// functions of the same names. The linker would keep one helper for both.
    typealias Free = (OpaquePointer?) -> Void

    let pointer: OpaquePointer
    private let free: Free

    /// Takes over what `make` answers.
    /// - Throws: `OpenSSLError` naming `operation`, where that is NULL.
    init(_ operation: String, freedBy free: @escaping Free, _ make: () -> OpaquePointer?) throws(OpenSSLError) {
        unsafe pointer = try unsafe obtain(operation, make)
        unsafe self.free = unsafe free
    }

    /// Takes over an object that a call may or may not have handed out.
    init?(_ pointer: OpaquePointer?, freedBy free: @escaping Free) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.pointer = unsafe pointer
        unsafe self.free = unsafe free
    }

    deinit { unsafe free(pointer) }
}
