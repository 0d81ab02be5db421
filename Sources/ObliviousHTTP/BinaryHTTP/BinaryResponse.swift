/// A final response in binary HTTP (RFC 9292), of known length, every part written, without trailers.
public struct BinaryResponse: Hashable, Sendable {
    /// 200 to 599.
    public let status: Int
    public let fields: [BinaryField]
    public let content: [UInt8]

    /// - Throws: `BinaryHTTPFault.informational` or `.status`.
    public init(status: Int, fields: [BinaryField], content: [UInt8]) throws(BinaryHTTPFault) {
        guard !(100..<200).contains(status) else { throw .informational }
        guard (200..<600).contains(status) else { throw .status }
        self.status = status
        self.fields = fields
        self.content = content
    }

    /// - Parameter length: what the message was padded to with zeros; without one it has none.
    /// - Throws: `BinaryHTTPFault`, the first that is found.
    public init(parsing bytes: [UInt8], paddedTo length: Int? = nil) throws(BinaryHTTPFault) {
        if let length, bytes.count != length { throw .padding }
        var reader = try BinaryReader(bytes)
        guard try reader.integer() == BinaryMessage.Framing.response.rawValue else { throw .framing }
        let status = Int(try reader.integer())
        guard !(100..<200).contains(status) else { throw .informational }
        let fields = try reader.fields()
        try self.init(status: status, fields: fields, content: reader.content())
        guard length != nil || reader.remaining == 0 else { throw .padding }
        try reader.padding()
    }

    public var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(variable: BinaryMessage.Framing.response.rawValue)
        bytes.append(variable: UInt64(status))
        bytes.append(fields, content: content)
        return bytes
    }

    /// The message with zeros up to `length` bytes, so that no length tells what it says.
    /// - Throws: `BinaryHTTPFault.tooLong` where it is longer than that.
    public func encoded(paddedTo length: Int) throws(BinaryHTTPFault) -> [UInt8] {
        let bytes = encoded
        guard bytes.count <= length else { throw .tooLong }
        return bytes + [UInt8](repeating: 0, count: length - bytes.count)
    }
}
