import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// The rounds of a year, each with the next thing to do for whoever looks.
struct RoundListPages {
    let kit: PageKit
    let office: RoundOffice
    let decisions: DecisionDesk

    func add(to pages: RouterGroup<ServiceContext>) { pages.get("desk", use: show) }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.seeStaffHome)
        let entries = Right.seeRounds.isGiven(to: member) ? try await office.tools.register.rounds() : []
        let years = Set(entries.map(\.year)).sorted(by: >)
        let asked = request.uri.queryParameters["year"].flatMap { Int($0) }
        let year = asked.flatMap { years.contains($0) ? $0 : nil } ?? years.first
        var rounds: [JSONValue] = []
        for entry in entries where entry.year == year { rounds.append(try await line(entry, member)) }
        return try kit.page(
            "desk", title: BilingualText("Các đợt bỏ phiếu", "Rounds"),
            [
                "rounds": .array(rounds), "year": year.map(JSONValue.integer) ?? .null,
                "years": .array(
                    years.map { ["year": .integer($0), "isShown": .bool($0 == year)] }),
                "isOnlyAdmin": .bool(member.roles == [.admin]), "hasYears": .bool(years.count > 1),
                "newcomer": try await Newcomer(office: office, decisions: decisions).json(for: member),
            ],
            styles: ["styles/desk.css"], for: context)
    }

    private func line(_ entry: RoundEntry, _ member: StaffMember) async throws -> JSONValue {
        let desk = try office.desk(entry.id)
        let latest = try await office.tools.register.steps(of: entry.id).last?.at ?? entry.createdAt
        let rest = member.roles.contains(.signer) ? try await decisions.rest(of: desk) : nil
        return RoundDesk.summary(of: entry)
            .adding("latest", .integer(latest))
            .adding("next", try await NextStep(of: desk, entry, rest: rest, for: member.roles).json)
    }
}

/// What the desk's first page says to somebody who has just set the service up.
struct Newcomer {
    let office: RoundOffice
    let decisions: DecisionDesk

    /// For the partial `newcomer`; null where there is nothing to say any more.
    func json(for member: StaffMember) async throws -> JSONValue {
        let tools = office.tools
        if tools.installation.trial != nil {
            let guide = try await TrialGuide(office: office, decisions: decisions).json(for: member)
            return ["trial": ["guide": guide, "isBegun": .bool(guide != .null)]]
        }
        guard member.roles.contains(.admin), try await tools.register.accounts().count == 1 else { return .null }
        return ["alone": true]
    }
}
