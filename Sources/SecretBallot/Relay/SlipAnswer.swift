public import ObliviousHTTP

/// What a gateway answers to one slip, before it is sealed to whoever sent it.
public enum SlipAnswer: Sendable, Hashable {
    case receipt([UInt8])

    /// With problem details (RFC 9457), of at most `problemLimit` bytes.
    case problem(status: Int, body: [UInt8])

    /// Of each answer inside, whatever it says.
    public static let byteCount = 1_024

    /// Of an encapsulated response.
    public static let messageByteCount = byteCount + ResponseKey.overhead
    public static let problemLimit = 512

    static let receiptType = "application/octet-stream"
    private static let problemType = "application/problem+json"

    /// - Throws: `BinaryHTTPFault.tooLong` for a problem beyond the limit, `.status`.
    public func encoded() throws(BinaryHTTPFault) -> [UInt8] {
        switch self {
        case .receipt(let receipt):
            return try Self.response(200, Self.receiptType, receipt).encoded(paddedTo: Self.byteCount)
        case .problem(let status, let body):
            guard body.count <= Self.problemLimit else { throw .tooLong }
            guard status >= 400 else { throw .status }
            return try Self.response(status, Self.problemType, body).encoded(paddedTo: Self.byteCount)
        }
    }

    private static func response(
        _ status: Int, _ type: String, _ content: [UInt8]
    ) throws(BinaryHTTPFault) -> BinaryResponse {
        try BinaryResponse(
            status: status, fields: [BinaryField(name: "content-type", value: type)], content: content)
    }

    /// - Throws: `BinaryHTTPFault`, also for what `encoded` never writes.
    public init(parsing bytes: [UInt8]) throws(BinaryHTTPFault) {
        let response = try BinaryResponse(parsing: bytes, paddedTo: Self.byteCount)
        let type = response.fields.first?.value
        guard response.fields.count == 1, response.fields[0].name == "content-type" else { throw .field }
        switch (response.status, type) {
        case (200, Self.receiptType) where response.content.count == SigningKey.signatureByteCount:
            self = .receipt(response.content)
        case (400..., Self.problemType) where response.content.count <= Self.problemLimit:
            self = .problem(status: response.status, body: response.content)
        default: throw .status
        }
    }
}
