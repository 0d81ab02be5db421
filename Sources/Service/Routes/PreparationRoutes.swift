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
    let actions: DecisionActions

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.post("rounds/:round/preparations", use: prepare)
        staff.get("rounds/:round/preparations", use: list)
        staff.get("preparations/:paper/document", use: document)
        staff.get("preparations/:paper/prepared", use: prepared)
        staff.put("preparations/:paper/signature", use: attachSignature)
        staff.put("preparations/:paper/document", use: attachDocument)
        staff.delete("preparations/:paper", use: withdraw)
    }

    @Sendable private func prepare(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.prepareDecisions), try context.desk(of: office))
        let object = try await request.object(
            DecisionOrder.members, optional: DecisionUnits.optionalMembers + DecisionOrder.optionalMembers,
            limit: 1 << 20)
        let units = try DecisionUnits(among: object)
        let papers = try await actions.prepare(DecisionOrder(among: object), for: units, of: desk, by: member)
        return .json(["papers": .array(papers.map(\.json))], status: .created)
    }

    @_optimize(none)
    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.seeDecisions)
        let papers = try await decisions.register.prepared(round: try context.desk(of: office).name)
        return .json(["papers": .array(papers.map(\.json))])
    }

    /// For programs that sign PDF.
    @Sendable private func document(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.seePrepared)
        let (paper, file) = try await decisions.waiting(try context.paper())
        return .pdf(file, name: paper.fileName)
    }

    /// For programs that sign bytes.
    @Sendable private func prepared(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.fetchPrepared)
        let prepared = try await decisions.prepared(try context.paper())
        let signed = prepared.signedBytes
        return .json([
            "document": .bytes(prepared.file), "byteRange": .array(prepared.byteRange.map(JSONValue.integer)),
            "signedBytes": .bytes(signed), "sha256": .bytes(Hash.digest(signed)),
            "capacity": .integer(prepared.capacity),
        ])
    }

    @Sendable private func attachSignature(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, paper) = (try context.admit(.attachSignature), try context.paper())
        let object = try await request.object(["signature"], limit: 1 << 20)
        return Self.answer(try await actions.attach(object.member("signature").bytes(), to: paper, by: member))
    }

    @Sendable private func attachDocument(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, paper) = (try context.admit(.attachSignature), try context.paper())
        let file = try await request.bytes(limit: DecisionDocument.maximumSize)
        return Self.answer(try await actions.attach(signed: file, to: paper, by: member))
    }

    private static func answer(_ entries: [DecisionEntry]) -> Response {
        .json(["decisions": .array(entries.map(\.receipt))], status: .created)
    }

    @Sendable private func withdraw(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, paper) = (try context.admit(.withdrawPaper), try context.paper())
        try await actions.withdraw(paper, by: member)
        return .noContent
    }
}
