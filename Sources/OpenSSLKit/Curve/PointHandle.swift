import COpenSSL

/// The one owner of an `EC_POINT` of P-256, wiped when let go.
@safe final class PointHandle {
    private let pointer: OpaquePointer
    private let group: P256Group

    /// Infinity.
    init() throws(OpenSSLError) {
        let group = try P256Group.shared.get()
        unsafe pointer = try obtain("point") { unsafe EC_POINT_new(group.pointer) }
        self.group = group
    }

    /// - Parameter bytes: a form of SEC 1, which the caller has checked.
    /// - Throws: `P256Error.notOnCurve`; `OpenSSLError`.
    convenience init(encoded bytes: [UInt8]) throws {
        try self.init()
        ERR_clear_error()
        guard unsafe EC_POINT_oct2point(group.pointer, pointer, bytes, bytes.count, nil) == 1 else {
            _ = try OpenSSLError.drainedRefusal("point decoding")
            throw P256Error.notOnCurve
        }
    }

    /// The multiple of the generator.
    convenience init(multiple scalar: BigNumber) throws(OpenSSLError) {
        try self.init()
        try require("point multiplication") {
            unsafe EC_POINT_mul(group.pointer, pointer, scalar.pointer, nil, nil, nil)
        }
    }

    deinit { unsafe EC_POINT_clear_free(pointer) }

    func sum(with other: PointHandle) throws(OpenSSLError) -> PointHandle {
        let result = try PointHandle()
        try require("point addition") {
            unsafe EC_POINT_add(group.pointer, result.pointer, pointer, other.pointer, nil)
        }
        return result
    }

    func multiple(_ scalar: BigNumber) throws(OpenSSLError) -> PointHandle {
        let result = try PointHandle()
        try require("point multiplication") {
            unsafe EC_POINT_mul(group.pointer, result.pointer, nil, pointer, scalar.pointer, nil)
        }
        return result
    }

    var isInfinity: Bool { unsafe EC_POINT_is_at_infinity(group.pointer, pointer) == 1 }

    /// 04 || x || y.
    /// - Throws: `P256Error.infinity`; `OpenSSLError`.
    func encoded() throws -> [UInt8] {
        guard !isInfinity else { throw P256Error.infinity }
        var bytes = [UInt8](repeating: 0, count: 65)
        ERR_clear_error()
        let written = unsafe EC_POINT_point2oct(
            group.pointer, pointer, POINT_CONVERSION_UNCOMPRESSED, &bytes, bytes.count, nil)
        guard written == bytes.count else { throw OpenSSLError.drained("point encoding") }
        return bytes
    }
}
