/// A header field of a binary HTTP message (RFC 9292 section 3.6).
public struct BinaryField: Hashable, Sendable {
    /// A token of RFC 9110 section 5.6.2 in lower case, as HTTP/2 has it. No pseudo-field: none is needed here.
    public let name: String

    /// Visible ASCII, with spaces and tabs inside only.
    public let value: String

    /// - Throws: `BinaryHTTPFault.field` where one of them is not as above.
    public init(name: String, value: String) throws(BinaryHTTPFault) {
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isOfAName), Self.isValue(Array(value.utf8)) else {
            throw .field
        }
        self.name = name
        self.value = value
    }

    private static func isOfAName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    private static func isValue(_ bytes: [UInt8]) -> Bool {
        let blanks: [UInt8] = [0x09, 0x20]
        return bytes.allSatisfy { blanks.contains($0) || (0x21...0x7E).contains($0) }
            && !blanks.contains(bytes.first ?? 0) && !blanks.contains(bytes.last ?? 0)
    }
}

extension BinaryReader {
    /// A section of known length (RFC 9292 section 3.1).
    mutating func fields() throws(BinaryHTTPFault) -> [BinaryField] {
        var section = try BinaryReader(string())
        var fields: [BinaryField] = []
        while section.remaining > 0 {
            guard fields.count < BinaryMessage.fieldLimit else { throw .tooLong }
            let (name, value) = (try section.string(), try section.string())
            // What is no UTF-8 is no ASCII either, and comes out as such.
            fields.append(
                try BinaryField(
                    name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self)))
        }
        return fields
    }

    /// What follows the header fields: the content, and a section of trailers that is there and empty.
    mutating func content() throws(BinaryHTTPFault) -> [UInt8] {
        let content = try string()
        guard try integer() == 0 else { throw .trailers }
        return content
    }
}

extension [UInt8] {
    mutating func append(_ fields: [BinaryField], content: [UInt8]) {
        var section: [UInt8] = []
        for field in fields {
            section.append(counted: field.name.utf8)
            section.append(counted: field.value.utf8)
        }
        append(counted: section)
        append(counted: content)
        append(variable: 0)
    }
}
