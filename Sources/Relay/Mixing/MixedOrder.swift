import SecretBallot
import StrictEncoding

/// What a relay writes down before it sends anything: the messages of all bundles in the order in which they go, and
/// nothing from which anybody could tell whose they are.
///
///     "phieukin mix 1\n" || u32 length || closing || u32 k || k × mark (32), sorted || u32 n || n × (u16 length || message)
struct MixedOrder: Sendable, Hashable {
    private static let start = Array("phieukin mix 1\n".utf8)
    private static let longestClosing = 4_096

    /// `closing.json` as it was verified.
    let closing: [UInt8]

    /// Of how many voters these are.
    let voters: Int

    /// One of each bundle, sorted: so that whoever asks for one after a restart is told that it was sent.
    let marks: [[UInt8]]

    /// The encapsulated requests.
    let messages: [[UInt8]]

    init(closing: [UInt8], voters: Int, marks: [[UInt8]], messages: [[UInt8]]) {
        self.closing = closing
        self.voters = voters
        self.marks = marks.sorted { $0.lexicographicallyPrecedes($1) }
        self.messages = messages
    }

    /// A bundle's mark: no name by which its answers could be asked for, and no trace of who has it.
    static func mark(of hash: [UInt8]) -> [UInt8] { Hash.digest(hash) }

    /// What goes in one request after the other.
    var parts: [Range<Int>] {
        stride(from: 0, to: messages.count, by: MessageList.maximum).map {
            $0..<min($0 + MessageList.maximum, messages.count)
        }
    }

    var encoded: [UInt8] {
        var bytes = Self.start
        bytes.append(bigEndian: UInt32(closing.count))
        bytes += closing
        bytes.append(bigEndian: UInt32(voters))
        for mark in marks { bytes += mark }
        bytes.append(bigEndian: UInt32(messages.count))
        for message in messages {
            bytes.append(bigEndian: UInt16(message.count))
            bytes += message
        }
        return bytes
    }

    /// - Throws: `MalformedInput` for a file that is damaged.
    init(_ bytes: [UInt8]) throws(MalformedInput) {
        var reader = ByteReader(bytes, of: "mix")
        guard try reader.take(Self.start.count) == Self.start else { throw MalformedInput(.wrongValue, at: "mix") }
        let closingLength: UInt32 = try reader.integer()
        guard closingLength <= Self.longestClosing else { throw MalformedInput(.tooLarge, at: "mix") }
        closing = try reader.take(Int(closingLength))
        let voters: UInt32 = try reader.integer()
        self.voters = Int(voters)
        var marks: [[UInt8]] = []
        for _ in 0..<voters { marks.append(try reader.take(Hash.byteCount)) }
        self.marks = marks
        let count: UInt32 = try reader.integer()
        var messages: [[UInt8]] = []
        for _ in 0..<count {
            let length: UInt16 = try reader.integer()
            messages.append(try reader.take(Int(length)))
        }
        self.messages = messages
        try reader.finish()
    }
}
