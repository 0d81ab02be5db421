extension PDFObject {
    /// The value in PDF's syntax; keys in order, so that the same value is always the same bytes.
    func write(to output: inout [UInt8]) {
        switch self {
        case .null: output += Array("null".utf8)
        case .boolean(let value): output += Array("\(value)".utf8)
        case .integer(let value): output += Array("\(value)".utf8)
        case .real(let text): output += Array(text.utf8)
        case .name(let name): output += Array("/\(name)".utf8)
        case .reference(let reference): output += Array("\(reference.number) \(reference.generation) R".utf8)
        case .string(let bytes): Self.write(string: bytes, to: &output)
        case .array(let items): Self.write(array: items, to: &output)
        case .dictionary(let entries), .stream(let entries): Self.write(dictionary: entries, to: &output)
        }
    }

    /// A number with as many digits behind the point as it needs, and `places` at most; below 10^9.
    static func decimal(_ value: Double, places: Int) -> PDFObject {
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((value * Double(scale)).rounded())
        guard !scaled.isMultiple(of: scale) else { return .integer(scaled / scale) }
        let fraction = String(scale + Int(scaled.magnitude) % scale).dropFirst()
        return .real("\(scaled < 0 ? "-" : "")\(Int(scaled.magnitude) / scale).\(fraction)")
    }

    private static func write(array items: [PDFObject], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: " ")) }
            item.write(to: &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    private static func write(dictionary entries: Dictionary, to output: inout [UInt8]) {
        output += Array("<<".utf8)
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            output += Array(" /\(key) ".utf8)
            value.write(to: &output)
        }
        output += Array(" >>".utf8)
    }

    /// Printable ASCII as it is, anything else as hexadecimal digits.
    private static func write(string bytes: [UInt8], to output: inout [UInt8]) {
        let special: [UInt8] = [UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\")]
        if bytes.allSatisfy({ (0x20...0x7E).contains($0) && !special.contains($0) }) {
            output += [UInt8(ascii: "(")] + bytes + [UInt8(ascii: ")")]
        } else {
            output.append(UInt8(ascii: "<"))
            for byte in bytes { Hex.write(byte, to: &output) }
            output.append(UInt8(ascii: ">"))
        }
    }
}
