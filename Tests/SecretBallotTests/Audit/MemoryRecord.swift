import SecretBallot
import StrictEncoding

/// A record held in memory, in which a test can exchange any document.
struct MemoryRecord: RecordSource {
    var documents: [RecordFile: [UInt8]]

    func document(_ file: RecordFile, limit: Int) throws -> [UInt8]? {
        guard documents[file].map({ $0.count <= limit }) ?? true else {
            throw MalformedInput(.wrongLength, at: file.rawValue)
        }
        return documents[file]
    }

    func stream(_ file: RecordFile, _ receive: ([UInt8]) throws -> Void) throws -> Bool {
        guard let bytes = documents[file] else { return false }
        // Chunks of an odd size, so that nothing falls on their edges.
        for start in stride(from: 0, to: bytes.count, by: 777) {
            try receive(Array(bytes[start..<min(start + 777, bytes.count)]))
        }
        return true
    }
}
