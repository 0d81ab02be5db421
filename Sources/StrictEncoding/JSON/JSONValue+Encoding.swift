extension JSONValue {
    /// The document's bytes, UTF-8, always the same for the same value.
    /// - Parameter indented: one space a level and a line a member, for people to read; else no space at all.
    public func encoded(indented: Bool = false) -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, level: indented ? 0 : nil)
        return output
    }

    private func write(to output: inout [UInt8], level: Int?) {
        switch self {
        case .object(let members):
            Self.write(members, between: ("{", "}"), to: &output, level: level) { member, output, level in
                Self.write(member.name, to: &output)
                output.append(contentsOf: level == nil ? ":".utf8 : ": ".utf8)
                member.value.write(to: &output, level: level)
            }
        case .array(let elements):
            Self.write(elements, between: ("[", "]"), to: &output, level: level) { element, output, level in
                element.write(to: &output, level: level)
            }
        case .string(let text): Self.write(text, to: &output)
        case .integer(let value): output.append(contentsOf: String(value).utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .null: output.append(contentsOf: "null".utf8)
        }
    }

    private static func write<Item>(
        _ items: [Item],
        between brackets: (String, String),
        to output: inout [UInt8],
        level: Int?,
        item write: (Item, inout [UInt8], Int?) -> Void
    ) {
        output.append(contentsOf: brackets.0.utf8)
        let inner = level.map { $0 + 1 }
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            breakLine(in: &output, level: inner)
            write(item, &output, inner)
        }
        if !items.isEmpty { breakLine(in: &output, level: level) }
        output.append(contentsOf: brackets.1.utf8)
    }

    private static func breakLine(in output: inout [UInt8], level: Int?) {
        guard let level else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level))
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var rest = Array(text.utf8)[...]
        while let place = rest.firstIndex(where: isEscaped) {
            output += rest[..<place]
            escape(rest[place], to: &output)
            rest = rest[(place + 1)...]
        }
        output += rest
        output.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output += "\\\"".utf8
        case UInt8(ascii: "\\"): output += "\\\\".utf8
        case UInt8(ascii: "\n"): output += "\\n".utf8
        default: output += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
        }
    }
}
