public import ObliviousHTTP

/// What goes to a round's gateway inside an encapsulated request, and what comes back inside the response: binary HTTP
/// (RFC 9292) of which nothing differs from one member's device to another's but the slip.
public struct SlipExchange: Sendable {
    /// What a request is before its slip, and after.
    private let start: [UInt8]
    private let end: [UInt8]

    /// Of the request inside.
    public let requestByteCount: Int

    /// - Throws: `BinaryHTTPFault.control` where the issuer's name is no host.
    public init(issuer: String, roundID: RoundID) throws(BinaryHTTPFault) {
        let request = try BinaryRequest(
            method: "POST", scheme: "https", authority: issuer, path: "/api/v1/rounds/\(roundID)/slips",
            fields: [BinaryField(name: "content-type", value: SlipAnswer.receiptType)],
            content: [UInt8](repeating: 0, count: Slip.byteCount)
        ).encoded
        requestByteCount = request.count
        end = request.suffix(1)
        start = request.dropLast(Slip.byteCount + end.count)
    }

    /// - Throws: as the other; no manifest names an issuer for which it does.
    public init(of manifest: Manifest) throws(BinaryHTTPFault) {
        try self.init(issuer: manifest.issuerName, roundID: manifest.roundID)
    }

    /// Of an encapsulated request.
    public var messageByteCount: Int { requestByteCount + EncapsulatedRequest.overhead }

    public func request(_ slip: [UInt8]) -> [UInt8] { start + slip + end }

    /// The slip in a request; nil for any other bytes, were they the same request for other readers.
    public func slip(in request: [UInt8]) -> [UInt8]? {
        guard request.count == requestByteCount, request.starts(with: start), request.suffix(end.count) == end[...]
        else {
            return nil
        }
        return Array(request.dropFirst(start.count).dropLast(end.count))
    }
}
