public import StrictEncoding

/// What a relay and a gateway send each other: `u32 n || n × (u16 length || message)`, in an order that is the relay's.
public enum MessageList {
    /// Of one request.
    public static let maximum = 1_024

    /// The length of a list of messages of one length each.
    public static func byteCount(_ count: Int, of length: Int) -> Int { 4 + count * (2 + length) }

    /// - Parameter messages: at most `maximum`, each below 64 KiB.
    public static func encoded(_ messages: some Collection<[UInt8]>) -> [UInt8] {
        var bytes = [UInt8](bigEndian: UInt32(messages.count))
        bytes.reserveCapacity(byteCount(messages.count, of: messages.first?.count ?? 0))
        for message in messages {
            bytes.append(bigEndian: UInt16(message.count))
            bytes += message
        }
        return bytes
    }

    /// - Throws: `MalformedInput`: `tooLarge` for more than `maximum`, `wrongLength`, `trailingBytes`.
    public static func parse(_ bytes: [UInt8], as name: String) throws(MalformedInput) -> [[UInt8]] {
        var reader = ByteReader(bytes, of: name)
        let count: UInt32 = try reader.integer()
        guard count <= maximum else { throw MalformedInput(.tooLarge, at: name, "at most \(maximum) messages") }
        let messages = try reader.messages(Int(count))
        try reader.finish()
        return messages
    }
}

extension ByteReader {
    /// So many messages, each behind its u16 length.
    mutating func messages(_ count: Int) throws(MalformedInput) -> [[UInt8]] {
        var messages: [[UInt8]] = []
        for _ in 0..<count {
            let length: UInt16 = try integer()
            messages.append(try take(Int(length)))
        }
        return messages
    }
}
