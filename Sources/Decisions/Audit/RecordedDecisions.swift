import Recognition
public import SecretBallot

/// The files of a record's folder `decisions`.
public struct RecordedDecisions: Sendable {
    /// The most bytes that a file of a decision may have.
    public static let fileLimit = DecisionDocument.maximumSize

    /// By name within the record.
    public private(set) var files: [String: [UInt8]]

    private var unreadable: [AuditFault] = []

    /// - Parameter files: of a record, by name; those outside `decisions/` are not looked at.
    public init(files: [String: [UInt8]]) { self.files = files.filter { Self.isInside($0.key) } }

    /// Reads the decisions of a record.
    public init(in record: ArchivedRecord) {
        self.init(record.read(record.names.filter(Self.isInside), limit: Self.fileLimit))
    }

    /// - Parameter contents: of a record's files, by name, as far as they can be read; those outside `decisions/` are not
    ///   looked at, and a file that cannot be read becomes a fault of the audit.
    public init(_ contents: [String: Result<[UInt8], any Error>]) {
        files = [:]
        for (name, content) in contents.sorted(by: { $0.key < $1.key }) where Self.isInside(name) {
            switch content {
            case .success(let bytes): files[name] = bytes
            case .failure(let error): unreadable.append(AuditFault(.decisions, at: name, "\(error)"))
            }
        }
    }

    /// The same with another file in the place of the record's own.
    public func replacing(_ path: DecisionPath, with file: [UInt8]) -> RecordedDecisions {
        var decisions = self
        decisions.files[path.description] = file
        decisions.unreadable.removeAll { $0.place == path.description }
        return decisions
    }

    /// The files of one kind, by year and number.
    func paths(_ kind: DecisionPath.Kind) -> [DecisionPath] {
        files.keys.compactMap(DecisionPath.init(parsing:)).filter { $0.kind == kind }.sorted()
    }

    subscript(path: DecisionPath) -> [UInt8]? { files[path.description] }

    /// Files that could not be read, and files that belong to no decision.
    var strays: [AuditFault] {
        let unknown = files.keys.filter { DecisionPath(parsing: $0) == nil }
        return unreadable + unknown.sorted().map { AuditFault(.decisions, at: $0, "not a file of a decision") }
    }

    private static func isInside(_ name: String) -> Bool { name.utf8.starts(with: DecisionPath.folder.utf8) }
}
