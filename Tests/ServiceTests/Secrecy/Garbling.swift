/// What comes back from a gateway, with every third answer made one that nobody can open: as a service may answer that wants to
/// see who complains, asks again or sends again.
///
/// A value that sees the bytes of one connection pass: HTTP/1.1 with lengths, answers of 1,072 bytes each behind their u16.
struct Garbling {
    private static let each = 2 + 1_072
    private static let step = 3

    private var head: [UInt8] = []
    private var left = 0
    private var place = 0

    /// Which of the answers of one request do not open.
    static func isGarbled(_ message: Int) -> Bool { message % step == 0 }

    mutating func passed(_ bytes: [UInt8]) -> [UInt8] { bytes.map { next($0) } }

    private mutating func next(_ byte: UInt8) -> UInt8 {
        guard left > 0 else {
            begin(with: byte)
            return byte
        }
        (left, place) = (left - 1, place + 1)
        // The u32 that says how many there are is left as it is, and the last byte of an answer is changed.
        let offset = place - 1 - 4
        guard offset >= 0, offset % Self.each == Self.each - 1, Self.isGarbled(offset / Self.each) else { return byte }
        return byte ^ 1
    }

    private mutating func begin(with byte: UInt8) {
        head.append(byte)
        guard head.suffix(4) == [13, 10, 13, 10] else { return }
        let lines = String(decoding: head, as: UTF8.self).lowercased().split(separator: "\r\n")
        let length = lines.first { $0.hasPrefix("content-length:") }.flatMap {
            Int($0.split(separator: " ").last ?? "")
        }
        let isOfGateway = lines.contains { $0.hasPrefix("content-type:") && $0.hasSuffix("octet-stream") }
        (head, left, place) = ([], length ?? 0, isOfGateway ? 0 : -(1 << 30))
    }
}
