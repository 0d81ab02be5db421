/// What an audit checks, one name for each kind of damage.
public enum AuditCheck: String, Sendable, CaseIterable {
    case archive, manifest, guidance, freeze, attendance, issuance, slip, boxes, seal, note, found, opening, tally
    case outcomes, minutes, decisions
}
