import SecretBallot
import Storage

/// A round's record as the service keeps it: documents from the register, boxes as they are kept.
struct KeptRecord: RecordSource, Sendable {
    private(set) var documents: [RecordFile: [UInt8]]
    let boxes: KeptFile

    init(documents: [RecordFile: [UInt8]], boxes: KeptFile) {
        self.documents = documents
        self.boxes = boxes
    }

    func adding(_ more: [RecordFile: [UInt8]]) -> KeptRecord {
        KeptRecord(documents: documents.merging(more) { $1 }, boxes: boxes)
    }

    func document(_ file: RecordFile, limit: Int) throws -> [UInt8]? { documents[file] }

    func stream(_ file: RecordFile, _ receive: ([UInt8]) throws -> Void) throws -> Bool {
        if file == .boxes {
            try boxes.read(receive)
            return true
        }
        guard let bytes = documents[file] else { return false }
        try receive(bytes)
        return true
    }
}
