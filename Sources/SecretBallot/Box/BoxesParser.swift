import StrictEncoding

/// Reads all boxes as they come in chunks: for each contest u32 count, then its slips.
///
/// Keeps no more than a chunk and a slip in memory; says what it read to a receiver, in order.
struct BoxesParser {
    enum Element {
        /// The next box begins, with that many slips.
        case box(count: Int)
        case slip([UInt8])
    }

    private let contestCount: Int
    private var pending: [UInt8] = []
    private var boxesBegun = 0
    private var slipsLeft = 0

    init(contestCount: Int) { self.contestCount = contestCount }

    /// - Throws: `MalformedInput` for anything after the last box.
    mutating func read(_ chunk: [UInt8], each receive: (Element) -> Void) throws(MalformedInput) {
        pending += chunk
        var position = 0
        while let element = next(from: &position) { receive(element) }
        pending.removeFirst(position)
        guard pending.isEmpty || slipsLeft > 0 || boxesBegun < contestCount else {
            throw MalformedInput(.trailingBytes, at: "boxes")
        }
    }

    /// - Throws: `MalformedInput` if the last box is not complete.
    func finish() throws(MalformedInput) {
        guard boxesBegun == contestCount, slipsLeft == 0 else {
            throw MalformedInput(.wrongLength, at: "boxes", "truncated in box \(max(0, boxesBegun - 1))")
        }
    }

    private mutating func next(from position: inout Int) -> Element? {
        if slipsLeft > 0 {
            guard let slip = take(Slip.byteCount, from: &position) else { return nil }
            slipsLeft -= 1
            return .slip(slip)
        }
        guard boxesBegun < contestCount, let count = take(4, from: &position) else { return nil }
        boxesBegun += 1
        slipsLeft = count.reduce(0) { $0 << 8 | Int($1) }
        return .box(count: slipsLeft)
    }

    private func take(_ count: Int, from position: inout Int) -> [UInt8]? {
        guard pending.count - position >= count else { return nil }
        defer { position += count }
        return Array(pending[position..<position + count])
    }
}
