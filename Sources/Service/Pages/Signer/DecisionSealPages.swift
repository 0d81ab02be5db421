import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// Putting the body's seal to a decision, after the signer's signature.
struct DecisionSealPages {
    let kit: PageKit
    let decisions: DecisionDesk
    let actions: DecisionActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/decisions/:digest/seal", use: show)
        pages.post("desk/decisions/:digest/seal", use: seal)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.sealDecision)
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
        let (member, digest) = (try context.admit(.sealDecision), try context.digest())
        return try await kit.submit(request, context, page: show) { form in
            let entry = try await actions.seal(digest, password: form.keyPassword(), by: member)
            return "/desk/rounds/\(entry.paper.round)/decisions"
        }
    }
}
