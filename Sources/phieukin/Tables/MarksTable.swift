import Recognition
import SecretBallot

/// Marks on the form: columns `unit`, `criterion`, and one of marks for each ballot.
struct MarksTable {
    private let table: CSVTable

    private static let words: [String: Choice] = [
        "dat": .first, "đạt": .first, "dong-y": .first, "đồng ý hủy bỏ": .first,
        "khong-dat": .second, "không đạt": .second, "khong-dong-y": .second, "không đồng ý": .second,
        "blank": .blank, "trắng": .blank, "": .blank,
    ]

    /// - Throws: `TableFaults`.
    init(parsing bytes: [UInt8]) throws { table = try CSVTable(parsing: bytes) }

    /// The columns of marks, by their headers.
    var ballots: [String] { table.header.fields.filter { !["unit", "criterion"].contains($0.lowercased()) } }

    /// One mark a contest, in order; a contest that is not named is blank.
    /// - Parameter ballot: the header of the column; nil where there is only one.
    /// - Throws: `Failure` with the line of a contest that the round has not, or has twice, or of an unknown word.
    func choices(of manifest: Manifest, ballot: String? = nil) throws -> [Choice] {
        let columns = try table.places(of: ["unit", "criterion", try ballot ?? onlyBallot()])
        var choices: [Int: Choice] = [:]
        for row in table.rows {
            let contest = try manifest.contest(row.fields[columns[0]], row.fields[columns[1]], line: row.line)
            guard let choice = Self.words[row.fields[columns[2]].lowercased()] else {
                throw Failure("line \(row.line): dat, khong-dat or blank (đạt, không đạt, trắng)")
            }
            guard choices.updateValue(choice, forKey: contest) == nil else {
                throw Failure("line \(row.line): this unit and criterion stand twice")
            }
        }
        return manifest.contests.map { choices[$0.index] ?? .blank }
    }

    private func onlyBallot() throws -> String {
        guard let first = ballots.first, ballots.count == 1 else {
            throw Failure("the table has \(ballots.count) columns of marks", hint: "name one with --column")
        }
        return first
    }
}

extension Manifest {
    fileprivate func contest(_ unit: String, _ criterion: String, line: Int) throws -> Int {
        guard let unit = terms.units.firstIndex(where: { $0.id == unit }) else {
            throw Failure("line \(line): the round has no unit “\(unit)”")
        }
        guard let criterion = terms.criteria.firstIndex(where: { $0.id == criterion }) else {
            throw Failure("line \(line): the round has no criterion “\(criterion)”")
        }
        return unit * terms.criteria.count + criterion
    }
}

extension CSVTable {
    /// Where the named columns stand.
    /// - Throws: `Failure` for one that is missing.
    func places(of names: [String]) throws -> [Int] {
        try names.map { name in
            guard let place = header.fields.firstIndex(where: { $0.lowercased() == name.lowercased() }) else {
                throw Failure("line \(header.line): the column “\(name)” is missing")
            }
            return place
        }
    }
}
