public import StrictEncoding

/// A device's slips as they go to a relay, each encapsulated by itself.
///
///     salt (32) || u16 C || C × (u16 length || encapsulated request), in random order
///
/// The salt keeps the bundle's hash, by which answers are asked for, from being found out by trying the orders of the
/// few slips of a round.
public struct Bundle: Sendable, Hashable {
    public static let saltByteCount = 32

    /// Slips of one device.
    public static let maximum = 1_000

    public let bytes: [UInt8]
    public let hash: [UInt8]

    /// Of each request: all have the same length.
    private let messageByteCount: Int

    /// - Throws: `MalformedInput` unless there is one request a contest, each as long and for the gateway as the
    ///   manifest's must be. What is inside is for the gateway to find out.
    public init(_ bytes: [UInt8], of form: BundleForm) throws(MalformedInput) {
        guard bytes.count == form.byteCount else {
            throw MalformedInput(.wrongLength, at: "bundle", "\(form.byteCount) bytes")
        }
        var reader = ByteReader(bytes, of: "bundle")
        _ = try reader.take(Self.saltByteCount)
        guard try reader.integer(UInt16.self) == form.count else {
            throw MalformedInput(.wrongValue, at: "bundle", "\(form.count) requests")
        }
        for message in try reader.messages(form.count) {
            guard message.count == form.messageByteCount, message.starts(with: form.header) else {
                throw MalformedInput(.wrongValue, at: "bundle", "requests of this round, for its gateway")
            }
        }
        try reader.finish()
        self.bytes = bytes
        hash = Hash.digest(bytes)
        messageByteCount = form.messageByteCount
    }

    /// - Parameter messages: encapsulated requests in the order in which they shall stand.
    /// - Throws: as the other.
    public init(salt: [UInt8], _ messages: [[UInt8]], of form: BundleForm) throws(MalformedInput) {
        var bytes = salt
        bytes.append(bigEndian: UInt16(messages.count))
        for message in messages {
            bytes.append(bigEndian: UInt16(message.count))
            bytes += message
        }
        try self.init(bytes, of: form)
    }

    public var count: Int { (bytes.count - Self.saltByteCount - 2) / (2 + messageByteCount) }

    /// The encapsulated request at a place of the bundle, from 0.
    public func message(at place: Int) -> [UInt8] {
        let start = Self.saltByteCount + 2 + place * (2 + messageByteCount) + 2
        return Array(bytes[start..<start + messageByteCount])
    }
}

/// What all bundles of a round have in common.
public struct BundleForm: Sendable {
    /// Contests, and so slips.
    public let count: Int

    /// Of an encapsulated request.
    public let messageByteCount: Int
    let header: [UInt8]

    /// - Throws: `MalformedInput` for a round of more contests than a bundle has room for.
    public init(count: Int, messageByteCount: Int, header: [UInt8]) throws(MalformedInput) {
        guard (1...Bundle.maximum).contains(count) else {
            throw MalformedInput(.tooLarge, at: "manifest.criteria", "at most \(Bundle.maximum) contests for a relay")
        }
        (self.count, self.messageByteCount, self.header) = (count, messageByteCount, header)
    }

    public var byteCount: Int { Bundle.saltByteCount + 2 + count * (2 + messageByteCount) }
}
