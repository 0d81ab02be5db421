public import ObliviousHTTP

/// Encapsulates a device's slips for a round's gateway, and reads what comes back.
public struct SlipEnvelopes: Sendable {
    private let exchange: SlipExchange
    private let gateway: KeyConfiguration
    public let form: BundleForm

    /// - Throws: `ObliviousFault`, `MalformedInput` or `BinaryHTTPFault` where the round's slips go through no relay.
    public init(of manifest: Manifest) throws {
        exchange = try SlipExchange(of: manifest)
        gateway = try KeyConfiguration(parsing: manifest.casting?.gateway.configuration ?? [])
        form = try BundleForm(
            count: manifest.contests.count, messageByteCount: exchange.messageByteCount, header: gateway.header)
    }

    /// A bundle of these slips in an order that nobody knows, and for each of its places which slip stands there and what
    /// opens its answer.
    /// - Throws: an error of the cryptographic library; `MalformedInput` for another number of slips.
    public func bundle(
        _ slips: [[UInt8]]
    ) throws -> (bundle: Bundle, places: [(slip: Int, answer: ResponseKey)]) {
        var generator = SystemRandomNumberGenerator()
        let order = slips.indices.shuffled(using: &generator)
        let sealed = try order.map {
            try EncapsulatedRequest.sealing(exchange.request(slips[$0]), to: gateway)
        }
        let salt = (0..<Bundle.saltByteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let bundle = try Bundle(salt: salt, sealed.map(\.message.bytes), of: form)
        return (bundle, zip(order, sealed).map { ($0, $1.response) })
    }
}
