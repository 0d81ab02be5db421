import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// The members of a round with their marks, and which marks can still be made.
struct PresenceList: Sendable {
    private struct Line: Sendable {
        let voter: DraftVoters.Entry
        let mark: AttendanceMark
        let isIssued: Bool
    }

    private let lines: [Line]
    private let isVoting: Bool

    init(_ desk: RoundDesk) async throws {
        let marks = try await desk.tools.register.attendance(of: desk.name)
        let issued = try await desk.issuedVoters()
        lines =
            try await desk.draftVoters()?.entries.map { voter in
                Line(voter: voter, mark: marks[voter.id] ?? .absent, isIssued: issued.contains(ExactText(voter.id)))
            } ?? []
        isVoting = try await desk.state().isTaking
    }

    /// What the form marks anew. Its "all" is everybody who is not excused.
    /// - Throws: `MalformedInput` for a mark that is none.
    func changes(in form: Form) throws(MalformedInput) -> [String: AttendanceMark] {
        let all = form["all"] != nil
        var changes: [String: AttendanceMark] = [:]
        for line in lines {
            let asked: AttendanceMark
            if all {
                asked = line.mark == .excused ? .excused : .present
            } else {
                let field = "mark-\(line.voter.id)"
                guard form[field] != nil else { continue }
                asked = try form.reader(field).choice()
            }
            if asked != line.mark { changes[line.voter.id] = asked }
        }
        return changes
    }

    func count(_ mark: AttendanceMark) -> Int { lines.count { $0.mark == mark } }

    var json: JSONValue { .array(lines.enumerated().map { json($1, number: $0 + 1) }) }

    private func json(_ line: Line, number: Int) -> JSONValue {
        let value: JSONValue = [
            "id": .string(line.voter.id), "number": .integer(number), "name": .string(line.voter.name),
        ]
        return
            value
            .adding("position", line.voter.position.map(JSONValue.string) ?? .null)
            .adding("mark", .string(line.mark.rawValue)).adding("issued", .bool(line.isIssued))
            .adding("mayExcuse", .bool(may(.excused, line))).adding("mayMiss", .bool(may(.absent, line)))
    }

    /// Whether the roll call would take the mark: tokens fix a presence, voting fixes who is excused.
    private func may(_ mark: AttendanceMark, _ line: Line) -> Bool {
        guard mark != line.mark else { return true }
        guard !line.isIssued else { return false }
        return !isVoting || (mark == .excused) == (line.mark == .excused)
    }
}
