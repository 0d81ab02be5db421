/// A value as engines take and give it. Booleans are the numbers 0 and 1, times are seconds.
enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// What can stand for a `?`; nil stands for NULL.
protocol SQLEncodable: Sendable {
    var sqlValue: SQLValue { get }
}

/// What can be read from a column.
protocol SQLDecodable {
    /// Nil for a value of another type.
    init?(_ value: SQLValue)
}

extension Int64: SQLEncodable, SQLDecodable {
    var sqlValue: SQLValue { .integer(self) }

    init?(_ value: SQLValue) {
        guard case .integer(let number) = value else { return nil }
        self = number
    }
}

extension Int: SQLEncodable, SQLDecodable {
    var sqlValue: SQLValue { .integer(Int64(self)) }

    init?(_ value: SQLValue) {
        guard let number = Int64(value) else { return nil }
        self.init(exactly: number)
    }
}

extension Bool: SQLEncodable, SQLDecodable {
    var sqlValue: SQLValue { .integer(self ? 1 : 0) }

    init?(_ value: SQLValue) {
        guard let number = Int64(value) else { return nil }
        self = number != 0
    }
}

extension String: SQLEncodable, SQLDecodable {
    var sqlValue: SQLValue { .text(self) }

    init?(_ value: SQLValue) {
        guard case .text(let text) = value else { return nil }
        self = text
    }
}

extension [UInt8]: SQLEncodable, SQLDecodable {
    var sqlValue: SQLValue { .bytes(self) }

    init?(_ value: SQLValue) {
        guard case .bytes(let bytes) = value else { return nil }
        self = bytes
    }
}
