import Decisions
import Hummingbird
import Recognition
import SecretBallot
import SignedPDF
import Storage
import StrictEncoding

/// One paper that waits for a signature from outside the service: what is to be signed, what comes back.
struct PreparedPaperPages {
    private static let signatureLimit = 1 << 20

    let kit: PageKit
    let decisions: DecisionDesk
    let actions: DecisionActions

    func add(to pages: RouterGroup<ServiceContext>) {
        let paper = pages.group("desk/preparations/:paper")
        paper.get("", use: show)
        paper.get("bytes", use: bytes)
        paper.post("document", use: attachDocument)
        paper.post("signature", use: attachSignature)
        paper.post("withdraw", use: withdraw)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.seePrepared)
        let id = try context.paper()
        let (paper, file) = try await decisions.waiting(id)
        let signed = try await decisions.prepared(id).signedBytes
        let entries = try await decisions.register.entries(of: id)
        let units = try entries.map { try ExactDecision(bytes: $0.statement.bytes).statement.unit.json }
        let data: JSONValue = [
            "paper": paper.json.adding("round", .string(paper.round)).adding("fileName", .string(paper.fileName)),
            "units": .array(units), "byteCount": .integer(file.count),
            "sha256": .string(Hash.digest(signed).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()),
        ]
        return try kit.page(
            "signer-paper", title: BilingualText("Ký ngoài hệ thống", "Sign outside the service"), data,
            styles: ["styles/signer.css"], scripts: ["scripts/signer/signer-forms.js"], for: context)
    }

    /// What a program signs that makes only detached CMS.
    @Sendable private func bytes(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.fetchPrepared)
        let id = try context.paper()
        var response = Response.bytes(
            try await decisions.prepared(id).signedBytes, type: "application/octet-stream")
        response.headers[.contentDisposition] = "attachment; filename=\"\(id).bin\""
        return response
    }

    @Sendable private func attachDocument(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let limit = DecisionDocument.maximumSize + Self.signatureLimit
        return try await attach(request, context, limit: limit) { form, paper, member in
            try await actions.attach(signed: try form.file("document"), to: paper, by: member)
        }
    }

    @Sendable private func attachSignature(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await attach(request, context, limit: Self.signatureLimit) { form, paper, member in
            try await actions.attach(try form.file("signature"), to: paper, by: member)
        }
    }

    private func attach(
        _ request: Request, _ context: ServiceContext, limit: Int,
        _ body: (Form, Int64, StaffMember) async throws -> [DecisionEntry]
    ) async throws -> Response {
        let (member, paper) = (try context.admit(.attachSignature), try context.paper())
        return try await kit.submit(request, context, limit: limit, page: show) { form in
            let entries = try await body(form, paper, member)
            guard let entry = entries.first else { throw Problem(.internal) }
            return "/desk/rounds/\(entry.paper.round)/decisions?signed=\(entries.count)"
        }
    }

    @Sendable private func withdraw(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, paper) = (try context.admit(.withdrawPaper), try context.paper())
        return try await kit.submit(request, context, page: show) { _ in
            let waiting = try await actions.withdraw(paper, by: member)
            return "/desk/rounds/\(waiting.round)/decisions"
        }
    }
}
