/// A sealed record together with an opening that it does not have yet.
struct OpenedRecord<Sealed: RecordSource>: RecordSource {
    private let sealed: Sealed
    private let opening: [UInt8]

    init(_ sealed: Sealed, by opening: Opening) {
        self.sealed = sealed
        self.opening = opening.bytes
    }

    func document(_ file: RecordFile, limit: Int) throws -> [UInt8]? {
        file == .opening ? opening : try sealed.document(file, limit: limit)
    }

    func stream(_ file: RecordFile, _ receive: ([UInt8]) throws -> Void) throws -> Bool {
        try sealed.stream(file, receive)
    }
}
