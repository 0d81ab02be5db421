import StrictEncoding

/// A CBOR data item (RFC 8949) of the part that WebAuthn uses: no tags, no floating point, nothing of open length.
enum CBORValue: Hashable, Sendable {
    case unsigned(UInt64)

    /// −1 − n.
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBORValue])
    case map([CBORValue: CBORValue])
    case bool(Bool)
    case null

    /// A whole document.
    /// - Throws: `MalformedInput`.
    init(parsing bytes: [UInt8], as place: String) throws(MalformedInput) {
        var reader = CBORReader(bytes, as: place)
        self = try reader.value()
        guard reader.isAtEnd else { throw MalformedInput(.trailingBytes, at: place) }
    }

    /// Small integers as COSE writes its labels and values.
    static func integer(_ value: Int) -> CBORValue {
        value < 0 ? .negative(UInt64(-1 - value)) : .unsigned(UInt64(value))
    }

    /// A member of a map.
    subscript(key: CBORValue) -> CBORValue? {
        guard case .map(let members) = self else { return nil }
        return members[key]
    }
}
