import Recognition
import SecretBallot

/// The files of a record's folder `decisions`, by pairs: a statement and its signature.
public struct RecordedDecisions: Sendable {
    /// The most bytes that a file of a decision may have.
    public static let fileLimit = 1 << 18

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

    /// The files that a record holds for these decisions, the last one of a unit where there are several.
    public init(recognitions: [SignedDecision], annulments: [SignedAnnulment]) {
        files = [:]
        for signed in recognitions { add(signed, .recognition) }
        for signed in annulments { add(signed, .annulment) }
    }

    private mutating func add(_ signed: SignedStatement<some SignableStatement>, _ kind: DecisionPath.Kind) {
        let unit = signed.statement.unit.id
        files[DecisionPath(kind, of: unit, .statement).description] = signed.bytes
        files[DecisionPath(kind, of: unit, .signature).description] = signed.signature
    }

    /// The units that have a complete pair of one kind, by id.
    func units(_ kind: DecisionPath.Kind) -> [String] {
        paths.filter { $0.kind == kind && $0.part == .statement && self[$0.counterpart] != nil }.map(\.unit).sorted()
    }

    subscript(path: DecisionPath) -> [UInt8]? { files[path.description] }

    /// Files that could not be read, files without their other half, and files that belong to no decision.
    var strays: [AuditFault] {
        let unknown = files.keys.filter { DecisionPath(parsing: $0) == nil }
        let halves = paths.filter { self[$0.counterpart] == nil }
        return unreadable
            + unknown.sorted().map { AuditFault(.decisions, at: $0, "not a file of a decision") }
            + halves.map { AuditFault(.decisions, at: "\($0.counterpart)", "missing beside \($0)") }
            .sorted { $0.place < $1.place }
    }

    private static func isInside(_ name: String) -> Bool { name.utf8.starts(with: DecisionPath.folder.utf8) }

    private var paths: [DecisionPath] { files.keys.compactMap(DecisionPath.init(parsing:)) }
}
