/// Where an audit reads a round's documents from: an archive, a server, a test.
public protocol RecordSource {
    /// A whole document; nil if the source has none of that name.
    /// - Throws: an error that says why it cannot be read, a document beyond `limit` bytes included.
    func document(_ file: RecordFile, limit: Int) throws -> [UInt8]?

    /// A document in chunks of any size, in order, never held as a whole.
    /// - Returns: false, with nothing received, if the source has none of that name.
    func stream(_ file: RecordFile, _ receive: ([UInt8]) throws -> Void) throws -> Bool
}

/// The files of a record, as the protocol page names them.
public enum RecordFile: String, Sendable, CaseIterable {
    case manifest = "manifest.json"
    case guidance = "guidance.json"
    case attendance = "attendance.json"
    case roll = "roll.jsonl"
    case board = "board.json"
    case boardTranscript = "board-transcript.bin"
    case closing = "closing.json"
    case steps = "steps.json"
    case relays = "relays.jsonl"
    case boxes = "boxes.bin"
    case seal = "seal.json"
    case found = "found.jsonl"
    case opening = "opening.json"
    case tally = "tally.json"
    case outcomes = "outcomes.json"
    case minutes = "minutes.json"
}

extension RecordFile {
    /// What a whole record of a round has.
    public static func all(of manifest: Manifest) -> [RecordFile] {
        all(in: manifest.version, boardOfSeveral: manifest.board.members.count > 1)
    }

    /// What a whole record of a version has, of a round whose board is of one unless said otherwise.
    public static func all(in version: ProtocolVersion, boardOfSeveral: Bool = false) -> [RecordFile] {
        allCases.filter { file in
            switch file {
            case .closing, .steps, .relays: version != .one
            case .boardTranscript: boardOfSeveral
            default: true
            }
        }
    }
}

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
