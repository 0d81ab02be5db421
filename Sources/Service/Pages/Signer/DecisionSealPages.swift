import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// Putting the body's seal to a decision, after the signer's signature.
struct DecisionSealPages {
    let kit: PageKit
    let decisions: DecisionDesk
    let journal: Journal

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/decisions/:digest/seal", use: show)
        pages.post("desk/decisions/:digest/seal", use: seal)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require(.signer)
        let entry = try await decisions.entry(try context.digest())
        let lines = try await SealedPapers(decisions: decisions).lines([entry])
        let data: JSONValue = [
            "decision": lines[0], "round": .string(entry.paper.round),
            "identity": try await IdentityView(decisions: decisions).json(of: member),
        ]
        return try kit.page(
            "signer-seal", title: BilingualText("Đóng dấu số", "Put the seal"), data, styles: ["styles/signer.css"],
            for: context)
    }

    @Sendable private func seal(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, digest) = (try context.require(.signer), try context.digest())
        return try await kit.submit(request, context, page: show) { form in
            let entry = try await decisions.seal(digest, password: form.keyPassword(), by: member)
            try await journal.note(member, "decision.seal", entry.paper.numberText, round: entry.paper.round)
            return "/desk/rounds/\(entry.paper.round)/decisions"
        }
    }
}

extension DecisionDesk {
    /// - Throws: `Problem.notFound`.
    func entry(_ digest: [UInt8]) async throws -> DecisionEntry {
        guard let entry = try await register.decision(digest) else { throw Problem(.notFound) }
        return entry
    }
}
