/// Appends to a file whatever it is told to, as an attacker's editor would.
struct Forger {
    enum Fault: Error { case notFound(String) }

    private let file: [UInt8]
    private var objects: [(number: Int, body: [UInt8])] = []
    private var rows: [(number: Int, row: String)] = []
    /// Bytes put before the objects, belonging to none.
    var loose = ""
    /// The root's number; nil leaves it.
    var root: Int?
    var info: Int?

    init(_ file: [UInt8]) { self.file = file }

    /// An object's latest body, as Latin-1.
    func body(_ number: Int) throws -> String {
        let start = try require(file.lastRange(of: "\n\(number) 0 obj\n"), "object \(number)")
        let end = try require(file.firstRange(of: "endobj", from: start.upperBound), "endobj")
        return file[start.upperBound..<end.lowerBound].latin1
    }

    /// Where an object begins first.
    func offset(_ number: Int) throws -> Int {
        try require(file.firstRange(of: "\n\(number) 0 obj\n"), "object \(number)").lowerBound + 1
    }

    /// The latest number of those objects whose body contains all of `words`, the lowest first.
    func numbers(_ words: String...) -> [Int] {
        (1..<nextNumber).filter { number in
            guard let body = try? body(number) else { return false }
            return words.allSatisfy(body.contains)
        }
    }

    func number(_ words: String) throws -> Int { try require(numbers(words).first, words) }

    var nextNumber: Int {
        let sizes = file.latin1.split(separator: "/Size ").dropFirst().map { Int($0.prefix { $0.isNumber }) ?? 0 }
        return sizes.max() ?? 1
    }

    mutating func set(_ number: Int, _ body: String) { objects.append((number, body.latin1Bytes)) }

    /// Replaces in the object's latest body.
    mutating func change(_ number: Int, _ old: String, _ new: String) throws {
        let body = try body(number)
        _ = try require(body.contains(old) ? true : nil, old)
        set(number, body.replacing(old, with: new))
    }

    mutating func setRow(_ number: Int, offset: Int) { rows.append((number, "\(padded(offset)) 00000 n \n")) }
    mutating func free(_ number: Int) { rows.append((number, "0000000000 00001 f \n")) }

    func forged() throws -> [UInt8] {
        var output = file + Array(loose.utf8)
        var rows = rows
        for object in objects {
            rows.append((object.number, "\(padded(output.count)) 00000 n \n"))
            output += Array("\(object.number) 0 obj\n".utf8) + object.body + Array("\nendobj\n".utf8)
        }
        let start = output.count
        let table = rows.sorted { $0.number < $1.number }.map { "\($0.number) 1\n\($0.row)" }.joined()
        output += Array("xref\n\(table)trailer\n\(try trailer())\nstartxref\n\(start)\n%%EOF\n".utf8)
        return output
    }

    private func trailer() throws -> String {
        let text = file.latin1
        let previous = try require(text.split(separator: "startxref\n").last?.prefix { $0.isNumber }, "startxref")
        let root =
            try root ?? require(text.split(separator: "/Root ").last.flatMap { Int($0.prefix { $0.isNumber }) }, "")
        let info =
            try info ?? require(text.split(separator: "/Info ").last.flatMap { Int($0.prefix { $0.isNumber }) }, "")
        let identifier = text.split(separator: "/ID ").dropFirst().last.map { "/ID \($0.prefix { $0 != "]" })]" } ?? ""
        let size = max(nextNumber, (objects.map(\.number).max() ?? 0) + 1)
        return "<< /Size \(size) /Root \(root) 0 R /Info \(info) 0 R /Prev \(previous) \(identifier) >>"
    }

    private func padded(_ offset: Int) -> String {
        String(repeating: "0", count: 10 - String(offset).count) + String(offset)
    }

    private func require<Value>(_ value: Value?, _ what: String) throws -> Value {
        guard let value else { throw Fault.notFound(what) }
        return value
    }
}
