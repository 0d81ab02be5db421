import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// Putting the next time stamp over the whole paper of a decision, so that it can be verified in years to come.
struct ArchivePages {
    let kit: PageKit
    let decisions: DecisionDesk
    let actions: DecisionActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/decisions/:digest/archive", use: show)
        pages.post("desk/decisions/:digest/archive", use: archive)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.archiveDecision)
        let (entry, file) = try await decisions.issued(try context.digest())
        let data: JSONValue = [
            "decision": try await IssuedDecisionList(decisions: decisions).lines([entry])[0],
            "round": .string(entry.paper.round), "hasAuthority": .bool(decisions.stamper != nil),
            "length": .integer(file.count), "stamps": .array(try await decisions.archiveStamps(on: file)),
        ]
        return try kit.page(
            "signer-archive", title: BilingualText("Dấu thời gian lưu trữ", "Archive time stamp"), data,
            styles: ["styles/signer.css"], scripts: ["scripts/signer/signer-forms.js"], for: context)
    }

    @Sendable private func archive(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, digest) = (try context.admit(.archiveDecision), try context.digest())
        return try await kit.submit(request, context, page: show) { _ in
            _ = try await actions.archive(digest, by: member)
            return "/desk/decisions/\(Base64URL.encode(digest))/archive"
        }
    }
}
