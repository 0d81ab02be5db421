/// A request in binary HTTP (RFC 9292), of known length, every part written, without trailers and padding.
public struct BinaryRequest: Hashable, Sendable {
    public let method: String
    public let scheme: String

    /// Empty where there is none.
    public let authority: String
    public let path: String
    public let fields: [BinaryField]
    public let content: [UInt8]

    /// - Throws: `BinaryHTTPFault.control` unless all four are visible ASCII and none but the authority is empty.
    public init(
        method: String, scheme: String, authority: String, path: String, fields: [BinaryField], content: [UInt8]
    ) throws(BinaryHTTPFault) {
        let control = [method, scheme, authority, path]
        guard control.joined().utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            ![method, scheme, path].contains("")
        else { throw .control }
        self.method = method
        self.scheme = scheme
        self.authority = authority
        self.path = path
        self.fields = fields
        self.content = content
    }

    /// - Throws: `BinaryHTTPFault`, the first that is found.
    public init(parsing bytes: [UInt8]) throws(BinaryHTTPFault) {
        var reader = try BinaryReader(bytes)
        guard try reader.integer() == BinaryMessage.Framing.request.rawValue else { throw .framing }
        var control: [String] = []
        for _ in 0..<4 { control.append(String(decoding: try reader.string(), as: UTF8.self)) }
        let fields = try reader.fields()
        try self.init(
            method: control[0], scheme: control[1], authority: control[2], path: control[3],
            fields: fields, content: reader.content())
        guard reader.remaining == 0 else { throw .padding }
    }

    public var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(variable: BinaryMessage.Framing.request.rawValue)
        for part in [method, scheme, authority, path] { bytes.append(counted: part.utf8) }
        bytes.append(fields, content: content)
        return bytes
    }
}
