/// The spool's tables; each maps a keyed hash to a wrapped value.
enum SpoolTable: String, CaseIterable {
    case tokenKeys
    case issuances
    case slips

    var insert: String { "INSERT INTO \(rawValue) VALUES (?, ?) ON CONFLICT DO NOTHING" }
    var select: String { "SELECT value FROM \(rawValue) WHERE key = ?" }
    var selectAll: String { "SELECT key, value FROM \(rawValue)" }
    var count: String { "SELECT count(*) FROM \(rawValue)" }
}

/// A row ready to be written: a keyed hash and a wrapped value.
struct SpoolRow: Sendable {
    let table: SpoolTable
    let key: [UInt8]
    let value: [UInt8]
}
