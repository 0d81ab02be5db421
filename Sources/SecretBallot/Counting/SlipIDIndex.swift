import Foundation

/// Finds a slipID that stands in two boxes, in memory that does not grow with the record.
///
/// The ids go to an unnamed temporary file, box by box as they come; since each box is sorted, a merge of all boxes
/// brings equal ids together.
final class SlipIDIndex {
    private static let pageByteCount = 4096

    private let file: FileHandle
    private var pending: [UInt8] = []
    private var written = 0
    private var boxes: [Range<Int>] = []

    /// - Throws: an error of the file system if there is no room for a temporary file.
    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "phieukin-\(UUID().uuidString)")
        try Data().write(to: url, options: .withoutOverwriting)
        file = try FileHandle(forUpdating: url)
        // Unlinked at once: the system frees it with the last handle, whatever becomes of this process.
        try FileManager.default.removeItem(at: url)
    }

    func beginBox() { boxes.append(end..<end) }

    /// - Throws: an error of the file system.
    func append(_ id: [UInt8]) throws {
        pending += id
        boxes[boxes.count - 1] = boxes[boxes.count - 1].lowerBound..<end
        if pending.count >= 1 << 20 { try flush() }
    }

    /// The boxes, from 0, in which an id stands that an earlier one also has; a box that is out of order may hide one,
    /// but is a fault itself.
    /// - Throws: an error of the file system.
    func repeated() throws -> [(box: Int, id: [UInt8])] {
        try flush()
        var runs = try boxes.enumerated().compactMap { try Run(box: $0, range: $1, in: self) }
        var found: [(Int, [UInt8])] = []
        var last: [UInt8] = []
        while let next = runs.indices.min(by: { runs[$0].precedes(runs[$1]) }) {
            if runs[next].head == last { found.append((runs[next].box, last)) }
            last = runs[next].head
            if try !runs[next].advance(in: self) { runs.remove(at: next) }
        }
        return found
    }

    private var end: Int { written + pending.count }

    private func flush() throws {
        try file.seekToEnd()
        try file.write(contentsOf: pending)
        written += pending.count
        pending = []
    }

    /// One box's ids, read a page at a time.
    private struct Run {
        let box: Int
        private(set) var head: [UInt8] = []
        private var page: ArraySlice<UInt8> = []
        private var rest: Range<Int>

        init?(box: Int, range: Range<Int>, in index: SlipIDIndex) throws {
            self.box = box
            rest = range
            guard try advance(in: index) else { return nil }
        }

        func precedes(_ other: Run) -> Bool {
            head == other.head ? box < other.box : head.lexicographicallyPrecedes(other.head)
        }

        mutating func advance(in index: SlipIDIndex) throws -> Bool {
            if page.isEmpty {
                guard !rest.isEmpty else { return false }
                let count = min(SlipIDIndex.pageByteCount, rest.count)
                try index.file.seek(toOffset: UInt64(rest.lowerBound))
                page = try [UInt8](index.file.read(upToCount: count) ?? Data())[...]
                guard page.count == count else { throw CocoaError(.fileReadCorruptFile) }
                rest = rest.dropFirst(count)
            }
            head = Array(page.prefix(Hash.byteCount))
            page = page.dropFirst(Hash.byteCount)
            return true
        }
    }
}
