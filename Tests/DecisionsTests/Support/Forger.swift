import Foundation

/// Appends to a file whatever it is told to, as an attacker's editor would.
struct Forger {
    struct NotFound: Error { let what: String }

    private let file: [UInt8]
    private let text: String
    private var objects: [(number: Int, body: String)] = []

    init(_ file: [UInt8]) {
        self.file = file
        text = String(String.UnicodeScalarView(file.map { Unicode.Scalar($0) }))
    }

    /// The number and the body of the last object that has all of these words.
    func object(_ words: String...) throws -> (number: Int, body: String) {
        for part in text.components(separatedBy: "endobj").reversed() {
            guard words.allSatisfy(part.contains), let head = part.range(of: " 0 obj", options: .backwards) else {
                continue
            }
            let figures = part[..<head.lowerBound].reversed().prefix { $0.isNumber }.reversed()
            if let number = Int(String(figures)) { return (number, String(part[head.upperBound...])) }
        }
        throw NotFound(what: words.joined(separator: ", "))
    }

    mutating func set(_ number: Int, _ body: String) { objects.append((number, body)) }

    /// A stream's dictionary and content, unpacked.
    mutating func setStream(_ number: Int, _ entries: String, _ content: [UInt8]) {
        let body = String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) }))
        set(number, "<< \(entries) /Length \(content.count) >>\nstream\n\(body)\nendstream")
    }

    func forged() throws -> [UInt8] {
        var output = file
        var table = ""
        for object in objects.sorted(by: { $0.number < $1.number }) {
            let offset = String(output.count)
            table += "\(object.number) 1\n\(String(repeating: "0", count: 10 - offset.count))\(offset) 00000 n \n"
            output += bytes("\(object.number) 0 obj\n\(object.body)\nendobj\n")
        }
        let start = output.count
        return output + bytes("xref\n\(table)trailer\n\(try trailer())\nstartxref\n\(start)\n%%EOF\n")
    }

    private func trailer() throws -> String {
        let previous = try last("startxref\n").prefix { $0.isNumber }
        let entries = try ["/Root ", "/Info "].map { "\($0)\(try last($0).prefix { $0.isNumber }) 0 R" }
        let identifier = try "/ID \(last("/ID ").prefix { $0 != "]" })]"
        let known = try Int(last("/Size ").prefix { $0.isNumber }) ?? 0
        let size = max(known, 1 + (objects.map(\.number).max() ?? 0))
        return "<< /Size \(size) \(entries.joined(separator: " ")) /Prev \(previous) \(identifier) >>"
    }

    private func last(_ word: String) throws -> Substring {
        guard let range = text.range(of: word, options: .backwards) else { throw NotFound(what: word) }
        return text[range.upperBound...]
    }

    private func bytes(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}
