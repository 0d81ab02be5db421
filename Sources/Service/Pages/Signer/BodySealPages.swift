import Decisions
import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// Putting the body's seal to a decision, after the signer's signature.
struct BodySealPages {
    let kit: PageKit
    let decisions: DecisionDesk
    let actions: DecisionActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/decisions/:digest/seal", use: show)
        pages.post("desk/decisions/:digest/seal", use: affix)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.affixBodySeal)
        let (entry, file) = try await decisions.issued(try context.digest())
        let lines = try await IssuedDecisionList(decisions: decisions).lines([entry])
        let data: JSONValue = [
            "decision": lines[0], "round": .string(entry.paper.round), "length": .integer(file.count),
            "identity": try await IdentityView(decisions: decisions).json(of: member),
            "refusal": try await refusal(of: member, on: entry)?.text.json ?? .null,
        ]
        return try kit.page(
            "signer-seal", title: BilingualText("Đóng dấu số", "Put the seal"), data, styles: ["styles/signer.css"],
            scripts: ["scripts/signer/signer-forms.js"], for: context)
    }

    /// Why the account's certificate is not the body's; nil where it is, or there is none.
    private func refusal(of member: StaffMember, on entry: DecisionEntry) async throws -> SigningRefusal? {
        guard let certificate = try await IdentityView(decisions: decisions).certificate(of: member) else { return nil }
        return .ofAnother(certificate, as: .bodySeal, on: try DecisionText([entry]))
    }

    @Sendable private func affix(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, digest) = (try context.admit(.affixBodySeal), try context.digest())
        return try await kit.submit(request, context, page: show) { form in
            let entry = try await actions.affixBodySeal(to: digest, password: form.keyPassword(), by: member)
            return "/desk/rounds/\(entry.paper.round)/decisions"
        }
    }
}
