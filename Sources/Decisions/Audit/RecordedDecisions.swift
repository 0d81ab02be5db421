import Recognition
import SecretBallot

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
    /// - Parameters:
    ///   - names: of all the record's files.
    ///   - read: gives the bytes of one, up to `fileLimit` of them; what it throws becomes a fault of the audit.
    public init(names: [String], read: (String) throws -> [UInt8]) {
        files = [:]
        for name in names where Self.isInside(name) {
            do {
                files[name] = try read(name)
            } catch {
                unreadable.append(AuditFault(.decisions, at: name, "\(error)"))
            }
        }
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
