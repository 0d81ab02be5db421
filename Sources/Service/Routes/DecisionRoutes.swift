import Decisions
import Hummingbird
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// The public register of decisions, and verifying.
struct DecisionRoutes {
    let decisions: DecisionDesk

    private var register: any Register { decisions.register }

    func add(to api: RouterGroup<ServiceContext>) {
        api.get("decisions", use: list)
        api.get("decisions/:digest", use: one)
        api.get("decisions/:digest/document", use: document)
        api.get("annulled", use: annulled)
        api.post("verify", use: verify)
        api.get("keys", use: keys)
    }

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let query = request.uri.queryParameters
        let year = try query["year"].map { text in
            guard let year = Int(text) else { throw Problem(.malformedRequest, "year: a number") }
            return year
        }
        let filter = DecisionFilter(
            unit: query["unit"].map(String.init), numberText: query["number"].map(String.init), kind: .recognition)
        var lines: [JSONValue] = []
        for entry in try await register.decisions(filter) {
            let decision = try ExactDecision(bytes: entry.statement.bytes).statement
            guard year == nil || decision.year == year else { continue }
            lines.append(try entry.summary(annulment: try await decisions.annulment(of: entry.digest)))
        }
        return .json(["decisions": .array(lines)])
    }

    @Sendable private func one(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let entry = try await entry(context)
        let annulment = try await register.annulment(of: entry.digest)
        return .json(entry.kept.adding("annulment", annulment?.kept ?? .null))
    }

    @Sendable private func document(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let entry = try await entry(context)
        guard let file = try await register.document(of: entry.paper.id) else { throw Problem(.notFound) }
        return .pdf(file, name: entry.paper.fileName)
    }

    private func entry(_ context: ServiceContext) async throws -> DecisionEntry {
        try await decisions.entry(try context.digest())
    }

    @Sendable private func annulled(_ request: Request, _ context: ServiceContext) async throws -> Response {
        .bytes(try await decisions.annulledList(), type: "text/plain; charset=utf-8")
    }

    @Sendable private func verify(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let file = try await request.bytes(limit: DecisionDocument.maximumSize)
        return .json(try await decisions.verify(file, for: context.asker).json)
    }

    @Sendable private func keys(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let installation = decisions.tools.installation
        let trusted = try installation.verifier.anchors.certificates
            .sorted { $0.fingerprint.lexicographicallyPrecedes($1.fingerprint) }
            .map { JSONValue.string(String(decoding: try $0.pem(), as: UTF8.self)) }
        return .json([
            "issuer": .string(installation.issuerName),
            "receiptKey": .bytes(installation.serviceKeys.receiptKey.bytes),
            "logKey": .bytes(installation.serviceKeys.logKey), "trusted": .array(trusted),
        ])
    }
}

extension DecisionEntry {
    /// The decision with its statement's exact bytes.
    fileprivate var kept: JSONValue {
        receipt.adding("statement", .bytes(statement.bytes)).adding("issuedAt", .integer(issuedAt))
    }
}

extension NumberedPaper {
    /// "12-QD-DU.pdf" could be any body's; the year and number say enough, in letters that every system takes.
    var fileName: String { "quyet-dinh-\(series.year)-\(number).pdf" }
}
