/// One thing that does not hold, with its place.
public struct AuditFault: Error, Sendable, Hashable, CustomStringConvertible {
    public let check: AuditCheck
    public let place: String
    public let detail: String

    public init(_ check: AuditCheck, at place: String, _ detail: String) {
        self.check = check
        self.place = place
        self.detail = detail
    }

    public var description: String {
        place.isEmpty ? "\(check.rawValue): \(detail)" : "\(check.rawValue): \(place): \(detail)"
    }
}

/// What an audit checks, one name for each kind of damage.
public enum AuditCheck: String, Sendable, CaseIterable {
    case archive, manifest, guidance, freeze, transcript, attendance, issuance, closing, steps, relays, slip, boxes,
        seal
    case note, found, opening, tally, outcomes, minutes, decisions
}
