import Decisions
import StrictEncoding

/// What a reader is asked to do.
enum ReadingOrder: Hashable, Sendable {
    /// What a decision's file shows by itself.
    case findings(file: [UInt8], now: Int64)

    /// The same of the file that was just read, for one that a register recorded.
    case judgement(recordedAt: Int64, now: Int64)

    /// Whether a file that was signed outside may be taken in.
    case intake(file: [UInt8], base: [UInt8], now: Int64)

    /// What it could do if a file took it over: open this path, say.
    case probe(path: String)

    static let kinds: Set<Frame.Kind> = [.findings, .judgement, .intake, .probe]

    var frame: Frame {
        switch self {
        case .findings(let file, let now): Frame(.findings, Self.bytes(now) + file)
        case .judgement(let recordedAt, let now): Frame(.judgement, Self.bytes(recordedAt) + Self.bytes(now))
        case .intake(let file, let base, let now):
            Frame(.intake, Self.bytes(now) + [UInt8](bigEndian: UInt32(base.count)) + base + file)
        case .probe(let path): Frame(.probe, Array(path.utf8))
        }
    }

    /// - Throws: `MalformedInput` for anything that `frame` would not have written.
    init(_ frame: Frame) throws(MalformedInput) {
        var reader = ByteReader(frame.payload, of: "order")
        switch frame.kind {
        case .findings:
            let now = try Self.time(&reader)
            self = .findings(file: try reader.take(reader.remaining), now: now)
        case .judgement: self = .judgement(recordedAt: try Self.time(&reader), now: try Self.time(&reader))
        case .intake:
            let now = try Self.time(&reader)
            let base = try reader.take(Int(try reader.integer(UInt32.self)))
            self = .intake(file: try reader.take(reader.remaining), base: base, now: now)
        case .probe: self = .probe(path: String(decoding: try reader.take(reader.remaining), as: UTF8.self))
        default: throw MalformedInput(.wrongValue, at: "order", "not an order")
        }
        try reader.finish()
    }

    private static func bytes(_ time: Int64) -> [UInt8] { [UInt8](bigEndian: UInt64(bitPattern: time)) }

    private static func time(_ reader: inout ByteReader) throws(MalformedInput) -> Int64 {
        Int64(bitPattern: try reader.integer(UInt64.self))
    }
}
