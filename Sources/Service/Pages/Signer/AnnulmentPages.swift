import Decisions
import Foundation
import Hummingbird
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Annulling a recognition: for good, with its reason, by words that are typed.
struct AnnulmentPages {
    /// What is typed to confirm it.
    private static let words = [BilingualText("hủy bỏ", "annul"), BilingualText("huỷ bỏ", "annul")]

    let kit: PageKit
    let office: RoundOffice
    let decisions: DecisionDesk
    let actions: DecisionActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/decisions/:digest/annul", use: show)
        pages.post("desk/decisions/:digest/annul", use: annul)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.annulDecision)
        let entry = try await recognition(try context.digest())
        let decision = try ExactDecision(bytes: entry.statement.bytes).statement
        let draft = try await office.desk(entry.paper.round).draft()
        let asked = request.uri.queryParameters["ballot"].map(String.init) ?? ""
        let data: JSONValue = [
            "decision": try await IssuedDecisionList(decisions: decisions).lines([entry])[0],
            "round": .string(entry.paper.round), "body": .string(draft.body),
            "suggested": try await SignerSuggestion(decisions: decisions).json(decision.authority, for: member),
            "ballots": .array(try await ballots(on: decision.unit.id, asked: asked)), "asked": .string(asked),
            "maximumReason": .integer(AnnulmentStatement.maximumReason),
            "warnings": .array(decisions.warningsBeforeAnnulling(decision).map(\.json)),
        ]
        return try kit.page(
            "signer-annul", title: BilingualText("Hủy bỏ quyết định công nhận", "Annul a recognition"), data,
            styles: ["styles/signer.css"], scripts: ["scripts/signer/signer-forms.js"], for: context)
    }

    @Sendable private func annul(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, digest) = (try context.admit(.annulDecision), try context.digest())
        return try await kit.submit(request, context, page: show) { form in
            let reason = try form.paragraph("reason", maximum: AnnulmentStatement.maximumReason)
            let order = try DecisionOrder(form)
            let ballot = try form["ballot"].map { try RoundID(text: $0) }
            try form.confirms(anyOf: Self.words)
            _ = try await actions.annul(
                digest, because: reason, order, body: form.reader("body").string(maximum: 100), ballot: ballot,
                acknowledging: Set(form.all("acknowledge")), by: member, password: form.keyPassword())
            return "/desk/decisions/\(Base64URL.encode(digest))/annul"
        }
    }

    private func recognition(_ digest: [UInt8]) async throws -> DecisionEntry {
        let entry = try await decisions.entry(digest)
        guard entry.kind == .recognition else { throw Problem(.notFound) }
        return entry
    }

    /// The annulment ballots that decided to end this unit's recognition.
    private func ballots(on unit: String, asked: String) async throws -> [JSONValue] {
        var ballots: [JSONValue] = []
        for entry in try await decisions.register.rounds()
        where entry.kind == RoundKind.annulment.rawValue && entry.state == RoundState.certified.rawValue {
            let outcomes = try await office.desk(entry.id).outcomes()
            guard outcomes.outcome(of: unit)?.passed == true, let roundID = entry.roundID else { continue }
            let text = Base64URL.encode(roundID)
            ballots.append([
                "roundID": .string(text), "title": .string(entry.title), "year": .integer(entry.year),
                "isAsked": .bool(text == asked),
            ])
        }
        return ballots
    }
}

extension Form {
    /// What was typed into several lines, as one paragraph.
    fileprivate func paragraph(_ name: String, maximum: Int) throws -> String {
        let lines = try reader(name).string().split(whereSeparator: \.isNewline)
        let text = lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        return try JSONReader(.string(text), at: name).plainText(maximum: maximum)
    }
}
