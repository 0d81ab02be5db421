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
    let journal: Journal

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.get("guidance", use: guidance)
        staff.get("rounds", use: list)
        staff.post("rounds", use: create)
        staff.get("rounds/:round", use: detail)
        staff.put("rounds/:round/units", use: importUnits)
        staff.put("rounds/:round/voters", use: importVoters)
        staff.post("rounds/:round/freeze", use: freeze)
        staff.get("rounds/:round/freeze", use: freezing)
        staff.post("rounds/:round/issuing", use: beginIssuing)
        staff.put("rounds/:round/presence", use: mark)
        staff.post("rounds/:round/voting", use: beginVoting)
        staff.post("rounds/:round/seal", use: seal)
        staff.post("rounds/:round/cancel", use: cancel)
    }

    // MARK: - Looking

    @Sendable private func guidance(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try context.require()
        return .json(["profiles": .array(office.tools.installation.profiles.map(\.summary))])
    }

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try context.require()
        return .json(["rounds": .array(try await office.tools.register.rounds().map(RoundDesk.summary))])
    }

    @Sendable private func detail(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try context.require()
        return .json(try await context.desk(of: office).detail())
    }

    // MARK: - The draft

    @Sendable private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require(.secretary)
        let desk = try await office.create(RoundDraft(reading: try await request.json()))
        try await journal.note(member, "round.create", round: desk.name)
        return .json(try await desk.detail(), status: .created)
    }

    @Sendable private func importUnits(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.require(.secretary), try context.desk(of: office))
        let units = try await desk.importUnits(try await request.bytes(limit: CSVTable.maximumSize))
        try await journal.note(member, "round.units", "\(units.count)", round: desk.name)
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
        let (member, desk) = (try context.require(.secretary), try context.desk(of: office))
        let voters = try await desk.importVoters(try await request.bytes(limit: CSVTable.maximumSize))
        try await journal.note(member, "round.voters", "\(voters.entries.count)", round: desk.name)
        return .json(["voters": .integer(voters.entries.count), "withoutKey": .integer(voters.withoutKey)])
    }

    @Sendable private func freeze(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.require(.secretary), try context.desk(of: office))
        let progress = try await desk.beginFreezing { [office] in office.remember(desk, as: $0) }
        try await journal.note(member, "round.freeze", round: desk.name)
        return .json(progress.json, status: .accepted)
    }

    @Sendable private func freezing(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try context.require()
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
        try await step("round.issuing", context, .secretary) { try await $0.beginIssuing() }
    }

    @Sendable private func mark(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.require(.secretary), try context.desk(of: office))
        var marks: [String: AttendanceMark] = [:]
        let list = try await request.object(["marks"], limit: Self.presenceLimit).member("marks")
        for element in try list.array(maximum: VoterTable.maximumVoters) {
            let object = try element.object(["voter", "mark"])
            let voter = try object.member("voter").identifier()
            guard marks.updateValue(try object.member("mark").choice(), forKey: voter) == nil else {
                throw MalformedInput(.repeated, at: element.place)
            }
        }
        let turnout = try await desk.mark(marks)
        try await journal.note(member, "round.presence", "\(marks.count)", round: desk.name)
        return .json(turnout.json)
    }

    @Sendable private func beginVoting(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await step("round.voting", context, .secretary) {
            try await $0.beginVoting(acknowledging: request.acknowledgements())
        }
    }

    @Sendable private func seal(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await step("round.seal", context, .secretary) { try await $0.seal() }
    }

    @Sendable private func cancel(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await step("round.cancel", context, .secretary) {
            try await $0.cancel(reason: request.object(["reason"]).member("reason").plainText(maximum: 2_000))
        }
    }

    private func step(
        _ action: String, _ context: ServiceContext, _ role: Role, _ take: (RoundDesk) async throws -> Void
    ) async throws -> Response {
        let (member, desk) = (try context.require(role), try context.desk(of: office))
        try await take(desk)
        try await journal.note(member, action, round: desk.name)
        return .json(try await desk.summary())
    }
}

extension ServiceContext {
    /// The round in the path, by the service's own name of it.
    /// - Throws: `Problem.unknownRound`.
    func desk(of office: RoundOffice) throws -> RoundDesk { try office.desk(parameters.require("round")) }
}

extension Request {
    /// The warnings that a step acknowledges, from the body.
    func acknowledgements() async throws -> Set<String> {
        let list = try await object(["acknowledge"]).member("acknowledge").array(maximum: 16)
        return Set(try list.map { try $0.string(maximum: 100) })
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
