import CQPDF

/// The zlib format (RFC 1950).
enum Flate {
    /// - Throws: `PDFError.tooMuchInside` where it would be more than is left; what is inflated until then is no more.
    static func inflate(
        _ packed: ArraySlice<UInt8>, charging budget: ReadingBudget
    ) throws(PDFError) -> [UInt8] {
        let limit = budget.left
        var stream = unsafe z_stream()
        guard unsafe inflateInit_(&stream, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .unsupported("more than memory holds")
        }
        defer { unsafe inflateEnd(&stream) }
        var packed = packed
        var output: [UInt8] = []
        let status = unsafe packed.withUnsafeMutableBufferPointer { input in
            unsafe stream.next_in = input.baseAddress
            unsafe stream.avail_in = CUnsignedInt(clamping: input.count)
            return unsafe run(&stream, into: &output, limit: limit)
        }
        try budget.charge(output.count)
        guard status == Z_STREAM_END else { throw .malformed("a packed stream") }
        return output
    }

    private static func run(_ stream: inout z_stream, into output: inout [UInt8], limit: Int) -> CInt {
        let size = 64 << 10
        return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { room in
            var status = Z_OK
            while status == Z_OK, output.count <= limit {
                unsafe stream.next_out = room.baseAddress
                unsafe stream.avail_out = CUnsignedInt(size)
                status = unsafe CQPDF.inflate(&stream, Z_NO_FLUSH)
                unsafe output += room.prefix(size - Int(stream.avail_out))
            }
            return status
        }
    }

    /// Nil where it fails or saves nothing.
    static func deflate(_ bytes: [UInt8]) -> [UInt8]? {
        var count = compressBound(CUnsignedLong(bytes.count))
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: Int(count)) { room, filled in
            let status = unsafe compress2(room.baseAddress, &count, bytes, CUnsignedLong(bytes.count), 6)
            filled = status == Z_OK ? Int(count) : 0
        }
        return packed.isEmpty || packed.count >= bytes.count ? nil : packed
    }
}
