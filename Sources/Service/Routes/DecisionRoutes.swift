import Decisions
import Hummingbird
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// The public register of decisions, and verifying.
struct DecisionRoutes {
    private static let verifyLimit = 1 << 20

    let decisions: DecisionDesk

    private var register: SQLiteRegister { decisions.tools.register }

    func add(to api: RouterGroup<ServiceContext>) {
        api.get("decisions", use: list)
        api.get("decisions/:digest", use: one)
        api.get("annulled", use: annulled)
        api.post("verify", use: verify)
        api.get("keys", use: keys)
    }

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let query = request.uri.queryParameters
        let number = query["number"].map(String.init)
        let year = try query["year"].map { text in
            guard let year = Int(text) else { throw Problem(.malformedRequest, "year: a number") }
            return year
        }
        var lines: [JSONValue] = []
        for entry in try await register.decisions(round: nil, unit: query["unit"].map(String.init), year: nil)
        where entry.claim.kind == .recognition {
            let decision = try SignedDecision(entry.paper).statement
            guard year == nil || decision.year == year, number == nil || entry.paper.numberText == number else {
                continue
            }
            lines.append(try entry.summary(annulment: try await register.annulment(of: entry.paper.digest)))
        }
        return .json(["decisions": .array(lines)])
    }

    @Sendable private func one(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let digest = try context.digest()
        guard let entry = try await register.decision(digest), entry.claim.kind == .recognition else {
            throw Problem(.notFound)
        }
        let annulment = try await register.annulment(of: digest)
        return .json(entry.paper.json.adding("annulment", annulment?.paper.json ?? .null))
    }

    @Sendable private func annulled(_ request: Request, _ context: ServiceContext) async throws -> Response {
        .bytes(try await decisions.annulledList(), type: "text/plain; charset=utf-8")
    }

    @Sendable private func verify(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let object = try await request.object(["statement", "signature"], limit: Self.verifyLimit)
        let verdict = try await decisions.verify(
            object.member("statement").bytes(), signature: object.member("signature").bytes())
        return .json(verdict.json)
    }

    @Sendable private func keys(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let installation = decisions.tools.installation
        let trusted = try installation.trustAnchors.certificates
            .sorted { $0.fingerprint.lexicographicallyPrecedes($1.fingerprint) }
            .map { JSONValue.string(String(decoding: try $0.pem(), as: UTF8.self)) }
        return .json([
            "issuer": .string(installation.issuerName),
            "receiptKey": .bytes(installation.serviceKeys.receiptKey.bytes),
            "logKey": .bytes(installation.serviceKeys.logKey), "trusted": .array(trusted),
        ])
    }
}

extension ServiceContext {
    /// The digest in the path.
    /// - Throws: `Problem.notFound` if it is none.
    func digest() throws -> [UInt8] {
        guard let digest = try? Base64URL.decode(parameters.require("digest")), digest.count == 32 else {
            throw Problem(.notFound)
        }
        return digest
    }
}
