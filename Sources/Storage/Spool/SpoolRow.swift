/// A row ready to be written: a keyed hash and a sealed value.
struct SpoolRow: Sendable {
    let table: SpoolTable
    let key: [UInt8]
    let value: [UInt8]
}
