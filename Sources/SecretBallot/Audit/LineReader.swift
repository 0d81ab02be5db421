import StrictEncoding

/// Splits a stream into lines, each ended by a line feed.
struct LineReader {
    private let name: String
    private let limit: Int
    private let maximum: Int
    private var pending: [UInt8] = []
    private(set) var number = 0

    /// - Parameters:
    ///   - limit: the most bytes of a line.
    ///   - maximum: the most lines.
    init(_ name: String, limit: Int, lines maximum: Int = .max) {
        (self.name, self.limit, self.maximum) = (name, limit, maximum)
    }

    /// - Throws: `MalformedInput` for a line beyond the limits, and whatever `receive` throws.
    mutating func read(_ chunk: [UInt8], each receive: ([UInt8], Int) throws -> Void) throws {
        var start = chunk.startIndex
        while let end = chunk[start...].firstIndex(of: UInt8(ascii: "\n")) {
            pending += chunk[start..<end]
            number += 1
            guard number <= maximum else {
                throw MalformedInput(.tooLarge, at: "\(name) line \(number)", "at most \(maximum) lines")
            }
            try receive(pending, number)
            pending = []
            start = end + 1
        }
        pending += chunk[start...]
        guard pending.count <= limit else {
            throw MalformedInput(.tooLarge, at: "\(name) line \(number + 1)", "at most \(limit) bytes")
        }
    }

    /// - Throws: `MalformedInput` if the last line is not ended.
    func finish() throws(MalformedInput) {
        guard pending.isEmpty else { throw MalformedInput(.wrongLength, at: "\(name) line \(number + 1)", "truncated") }
    }
}
