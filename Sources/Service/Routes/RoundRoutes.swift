import Hummingbird
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// The secretary's: a round from its draft to its seal.
struct RoundRoutes {
    private static let presenceLimit = 1 << 20

    let office: RoundOffice
    let actions: RoundActions

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.get("guidance", use: guidance)
        staff.get("rounds", use: list)
        staff.post("rounds", use: create)
        staff.get("rounds/:round", use: detail)
        staff.put("rounds/:round/units", use: importUnits)
        staff.put("rounds/:round/voters", use: importVoters)
        staff.put("rounds/:round/relays", use: nameRelays)
        staff.post("rounds/:round/freeze", use: freeze)
        staff.get("rounds/:round/freeze", use: freezing)
        staff.post("rounds/:round/issuing", use: beginIssuing)
        staff.put("rounds/:round/presence", use: mark)
        staff.post("rounds/:round/voting", use: beginVoting)
        staff.post("rounds/:round/closing", use: close)
        staff.post("rounds/:round/seal", use: seal)
        staff.post("rounds/:round/cancel", use: cancel)
    }

    // MARK: - Looking

    @Sendable private func guidance(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.seeRounds)
        return .json(["profiles": .array(office.tools.installation.profiles.map(\.summary))])
    }

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.seeRounds)
        return .json(["rounds": .array(try await office.tools.register.rounds().map(RoundDesk.summary))])
    }

    @Sendable private func detail(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.seeRounds)
        return .json(try await context.desk(of: office).detail(for: member))
    }

    // MARK: - The draft

    @Sendable private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.createRound)
        let desk = try await actions.create(RoundDraft(reading: try await request.json()), by: member)
        return .json(try await desk.detail(for: member), status: .created)
    }

    @Sendable private func importUnits(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.importUnits), try context.desk(of: office))
        let table = try await request.bytes(limit: CSVTable.maximumSize)
        let units = try await actions.importUnits(table, into: desk, by: member)
        let ineligible = units.filter { !$0.failures.isEmpty }
        return .json([
            "units": .integer(units.count), "eligible": .integer(units.count - ineligible.count),
            "ineligible": .array(
                ineligible.map { unit, failures in
                    [
                        "unit": .string(unit.id), "name": .string(unit.name),
                        "failures": .array(failures.map(\.json)),
                    ]
                }),
        ])
    }

    @Sendable private func importVoters(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.importMembers), try context.desk(of: office))
        let table = try await request.bytes(limit: CSVTable.maximumSize)
        let voters = try await actions.importMembers(
            table, into: desk, keepingKeys: false, acknowledging: request.namedAcknowledgements(), by: member)
        return .json(["voters": .integer(voters.entries.count), "withoutKey": .integer(voters.withoutKey)])
    }

    @Sendable private func nameRelays(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.nameRelays), try context.desk(of: office))
        try await actions.nameRelays(DraftRelays(reading: try await request.json()), in: desk, by: member)
        return .noContent
    }

    @Sendable private func freeze(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.freeze), try context.desk(of: office))
        let names = try await request.acknowledgements()
        let progress = try await actions.freeze(desk, acknowledging: names, by: member)
        return .json(progress.json, status: .accepted)
    }

    @Sendable private func freezing(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.seeRounds)
        let desk = try context.desk(of: office)
        let entry = try await desk.entry()
        let none: JSONValue = ["done": 0, "total": 0]
        return .json(
            (desk.held.withLock(\.freezing)?.json ?? none)
                .adding("state", .string(entry.state))
                .adding("roundID", entry.roundID.map(JSONValue.bytes)))
    }

    // MARK: - The meeting

    @Sendable private func beginIssuing(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await step(.beginIssuing, context) { try await actions.beginIssuing($0, by: $1) }
    }

    @Sendable private func mark(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.markPresence), try context.desk(of: office))
        var marks: [String: AttendanceMark] = [:]
        let list = try await request.object(["marks"], limit: Self.presenceLimit).member("marks")
        for element in try list.array(maximum: VoterTable.maximumVoters) {
            let object = try element.object(["voter", "mark"])
            let voter = try object.member("voter").identifier()
            guard marks.updateValue(try object.member("mark").choice(), forKey: voter) == nil else {
                throw MalformedInput(.repeated, at: element.place)
            }
        }
        return .json(try await actions.mark(marks, in: desk, by: member).json)
    }

    @Sendable private func beginVoting(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await step(.beginVoting, context) {
            try await actions.beginVoting($0, acknowledging: request.acknowledgements(), by: $1)
        }
    }

    @Sendable private func close(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await step(.close, context) {
            try await actions.close($0, acknowledging: request.acknowledgements(), by: $1)
        }
    }

    @Sendable private func seal(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await step(.seal, context) {
            try await actions.seal($0, acknowledging: request.acknowledgements(), by: $1)
        }
    }

    @Sendable private func cancel(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await step(.cancel, context) { desk, member in
            let object = try await request.object(["reason"], optional: ["acknowledge"])
            try await actions.cancel(
                desk, reason: object.member("reason").plainText(maximum: 2_000),
                acknowledging: object.acknowledgements(), by: member)
        }
    }

    private func step(
        _ right: Right, _ context: ServiceContext, _ take: (RoundDesk, StaffMember) async throws -> Void
    ) async throws -> Response {
        let (member, desk) = (try context.admit(right), try context.desk(of: office))
        try await take(desk, member)
        return .json(try await desk.summary())
    }
}

extension GuidanceProfile {
    fileprivate var summary: JSONValue {
        [
            "id": .string(id), "title": title.json, "sha256": .bytes(Hash.digest(bytes)), "rules": rules.json,
            "authorities": .array(
                grants.map { grant in
                    [
                        "kind": .string(grant.authority.rawValue),
                        "units": .array(grant.units.map { .string($0.rawValue) }),
                        "form": .string(grant.form.rawValue),
                    ]
                }),
        ]
    }
}
