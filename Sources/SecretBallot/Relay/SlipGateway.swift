public import ObliviousHTTP

/// The gateway of a round: opens what came through relays, one message after the other, and knows of no mix and of no
/// device.
public struct SlipGateway: Sendable {
    private let gateway: ObliviousGateway
    private let exchange: SlipExchange

    /// - Throws: `BinaryHTTPFault` as `SlipExchange`.
    public init(_ gateway: ObliviousGateway, of manifest: Manifest) throws(BinaryHTTPFault) {
        self.gateway = gateway
        exchange = try SlipExchange(of: manifest)
    }

    /// A whole request's most bytes.
    public var requestLimit: Int { MessageList.byteCount(MessageList.maximum, of: exchange.messageByteCount) }

    /// What one message says.
    public enum Opened: Sendable {
        /// A slip in the form in which every device writes it, not checked.
        case slip([UInt8], ResponseKey)

        /// It opens, and is not of that form.
        case otherForm(ResponseKey)

        /// Nobody can be answered.
        case unreadable
    }

    public func open(_ message: [UInt8]) -> Opened {
        guard let message = try? EncapsulatedRequest(message), let opened = try? gateway.open(message) else {
            return .unreadable
        }
        return exchange.slip(in: opened.request).map { .slip($0, opened.response) } ?? .otherForm(opened.response)
    }

    /// What stands in the place of an answer that nobody could open: a relay sees no difference, and a voter whose
    /// message cannot be read does not keep those from their receipts with whom it was mixed.
    /// - Throws: an error of the cryptographic library.
    public static func filler() throws -> [UInt8] {
        try ResponseKey.ofNobody().seal([UInt8](repeating: 0, count: SlipAnswer.byteCount))
    }
}
