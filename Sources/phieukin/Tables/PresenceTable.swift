import Client
import Recognition

/// Who is here: columns `voter` and `presence`.
struct PresenceTable {
    let marks: [(voter: String, mark: PresenceMark)]

    private static let words: [String: PresenceMark] = [
        "present": .present, "có mặt": .present, "excused": .excused, "vắng có lý do": .excused,
        "absent": .absent, "vắng không lý do": .absent, "vắng": .absent,
    ]

    /// - Throws: `TableFaults`, `Failure` with the first line that is wrong.
    init(parsing bytes: [UInt8]) throws {
        let table = try CSVTable(parsing: bytes)
        let columns = try table.places(of: ["voter", "presence"])
        var seen: Set<String> = []
        marks = try table.rows.map { row in
            let (voter, word) = (row.fields[columns[0]], row.fields[columns[1]].lowercased())
            guard !voter.isEmpty, seen.insert(voter).inserted else {
                throw Failure("line \(row.line): each voter once")
            }
            guard let mark = Self.words[word] else {
                throw Failure("line \(row.line): present, excused or absent (có mặt, vắng có lý do, vắng không lý do)")
            }
            return (voter, mark)
        }
    }
}
