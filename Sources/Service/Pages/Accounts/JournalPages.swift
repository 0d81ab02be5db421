import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// What the staff did, newest first, in words.
struct JournalPages {
    private static let pageSize = 200
    private static let limit = 10_000

    let kit: PageKit
    let register: any Register

    func add(to pages: RouterGroup<ServiceContext>) { pages.get("desk/journal", use: show) }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.readJournal)
        let query = request.uri.queryParameters
        let round = query["round"].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
        let shown = min(Self.limit, max(Self.pageSize, query["limit"].flatMap { Int($0) } ?? 0))
        let rounds = try await register.rounds()
        let titles = Dictionary(rounds.map { ($0.id, "\($0.title) (\($0.year))") }) { $1 }
        let names = Dictionary(try await register.accounts().map { ($0.name, $0.displayName) }) { $1 }
        let entries = try await register.journal(of: round, limit: shown + 1)
        let data: JSONValue = [
            "days": .array(Self.days(entries.prefix(shown).map { Self.line($0, titles, names) })),
            "rounds": .array(rounds.map { Self.choice($0, chosen: round) }),
            "more": entries.count > shown ? .integer(shown + Self.pageSize) : .null,
            "chosen": round.map(JSONValue.string) ?? .null,
            "code": .string(try await register.journalHead().code),
        ]
        return try kit.page(
            "journal", title: BilingualText("Nhật ký công việc", "Journal"), data, styles: ["styles/accounts.css"],
            for: context)
    }

    private static func choice(_ entry: RoundEntry, chosen: String?) -> JSONValue {
        [
            "id": .string(entry.id), "title": .string("\(entry.title) (\(entry.year))"),
            "isChosen": .bool(entry.id == chosen),
        ]
    }

    private static func line(
        _ entry: JournalEntry, _ titles: [String: String], _ names: [String: String]
    ) -> (day: Int, json: JSONValue) {
        let json = entry.json
            .adding("text", JournalReading.text(of: entry)?.json ?? .string("\(entry.action) \(entry.detail)"))
            .adding("who", .string(names[entry.account] ?? entry.account))
            .adding("title", entry.round.flatMap { titles[$0] }.map(JSONValue.string) ?? .null)
        return ((entry.at + 7 * 3_600) / 86_400, json)
    }

    /// The entries of each day of Vietnam's together.
    private static func days(_ lines: [(day: Int, json: JSONValue)]) -> [JSONValue] {
        var days: [(day: Int, lines: [JSONValue])] = []
        for (day, json) in lines {
            if days.last?.day == day { days[days.count - 1].lines.append(json) } else { days.append((day, [json])) }
        }
        return days.map { ["at": .integer($0.day * 86_400), "entries": .array($0.lines)] }
    }
}
