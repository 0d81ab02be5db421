/// A row of an answer. Columns are found whatever the case of their names, which engines fold differently.
struct SQLRow: Sendable {
    /// In lower case.
    let columns: [String]
    let values: [SQLValue]

    private func value(_ column: String) throws(StorageError) -> SQLValue {
        guard let place = columns.firstIndex(of: column.lowercased()) else {
            throw StorageError(.corrupt, "the register: an answer without its column \(column)")
        }
        return values[place]
    }

    /// - Throws: `StorageError.corrupt` for a column that is not there, NULL, or of another type.
    subscript<Value: SQLDecodable>(_ column: String) -> Value {
        get throws(StorageError) {
            guard let value = Value(try value(column)) else {
                throw StorageError(.corrupt, "the register: a value in \(column) that cannot be")
            }
            return value
        }
    }

    /// Nil for NULL.
    func optional<Value: SQLDecodable>(_ column: String) throws(StorageError) -> Value? {
        try value(column) == .null ? nil : self[column]
    }
}
