/// What engines write differently in a schema: the register's own text names these by words in braces.
struct SQLDialect: Sendable {
    /// The type of byte strings: {bytes}.
    let bytes: String

    /// The type of numbers of 64 bits: {integer}.
    let integer: String

    /// A table's own number of a row, its primary key: {identity}; one that is never given twice: {lasting identity}.
    let identity: String
    let lastingIdentity: String

    /// What ends a table of few columns that is looked up by its primary key: {keyed}; and any other: {listed}.
    let keyed: String
    let listed: String

    static let sqlite = SQLDialect(
        bytes: "BLOB", integer: "INTEGER", identity: "INTEGER PRIMARY KEY",
        lastingIdentity: "INTEGER PRIMARY KEY AUTOINCREMENT", keyed: "STRICT, WITHOUT ROWID", listed: "STRICT")

    /// `schema` in this dialect.
    func written(_ schema: String) -> String {
        let words = [
            "bytes": bytes, "integer": integer, "identity": identity, "lasting identity": lastingIdentity,
            "keyed": keyed, "listed": listed,
        ]
        return words.reduce(schema) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
