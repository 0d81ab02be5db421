import Decisions
import Hummingbird
import SecretBallot
import SignedPDF
import Storage
import StrictEncoding

/// Signing outside the service: papers that wait, what is to be signed of them, and what comes back.
struct PreparationRoutes {
    let office: RoundOffice
    let decisions: DecisionDesk
    let journal: Journal

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.post("rounds/:round/preparations", use: prepare)
        staff.get("rounds/:round/preparations", use: list)
        staff.get("preparations/:paper/document", use: document)
        staff.get("preparations/:paper/prepared", use: prepared)
        staff.put("preparations/:paper/signature", use: attach)
        staff.put("preparations/:paper/document", use: upload)
        staff.delete("preparations/:paper", use: withdraw)
    }

    @Sendable private func prepare(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.require(.signer), try context.desk(of: office))
        let object = try await request.object(
            DecisionOrder.members, optional: DecisionUnits.optionalMembers + DecisionOrder.optionalMembers,
            limit: 1 << 20)
        let units = try DecisionUnits(among: object)
        let papers = try await decisions.prepare(
            DecisionOrder(among: object), for: units.ids, together: units.together, of: desk)
        try await journal.note(member, "decision.prepare", "\(papers.count)", round: desk.name)
        return .json(["papers": .array(papers.map(\.json))], status: .created)
    }

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try context.require(.signer, .secretary)
        let papers = try await decisions.register.prepared(round: try context.desk(of: office).name)
        return .json(["papers": .array(papers.map(\.json))])
    }

    /// For programs that sign PDF.
    @Sendable private func document(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try context.require(.signer, .secretary)
        let (paper, file) = try await decisions.waiting(try context.paper())
        return .pdf(file, name: paper.fileName)
    }

    /// For programs that sign bytes.
    @Sendable private func prepared(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try context.require(.signer)
        let prepared = try await decisions.prepared(try context.paper())
        let signed = prepared.signedBytes
        return .json([
            "document": .bytes(prepared.file), "byteRange": .array(prepared.byteRange.map(JSONValue.integer)),
            "signedBytes": .bytes(signed), "sha256": .bytes(Hash.digest(signed)),
            "capacity": .integer(prepared.capacity),
        ])
    }

    @Sendable private func attach(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, paper) = (try context.require(.signer), try context.paper())
        let object = try await request.object(["signature"], limit: 1 << 20)
        let entries = try await decisions.attach(object.member("signature").bytes(), to: paper)
        return try await answer(entries, member)
    }

    @Sendable private func upload(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, paper) = (try context.require(.signer), try context.paper())
        let file = try await request.bytes(limit: DecisionDocument.maximumSize)
        return try await answer(try await decisions.take(file, as: paper), member)
    }

    private func answer(_ entries: [DecisionEntry], _ member: StaffMember) async throws -> Response {
        for entry in entries.prefix(1) {
            try await journal.note(member, "decision.attach", entry.paper.numberText, round: entry.paper.round)
        }
        return .json(["decisions": .array(entries.map(\.receipt))], status: .created)
    }

    @Sendable private func withdraw(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, paper) = (try context.require(.signer), try context.paper())
        let (waiting, _) = try await decisions.waiting(paper)
        try await decisions.withdraw(paper)
        try await journal.note(member, "decision.withdraw", waiting.numberText, round: waiting.round)
        return .noContent
    }
}

extension ServiceContext {
    /// The paper's id in the path.
    /// - Throws: `Problem.notFound` if it is none.
    fileprivate func paper() throws -> Int64 {
        guard let paper = try Int64(parameters.require("paper")) else { throw Problem(.notFound) }
        return paper
    }
}
