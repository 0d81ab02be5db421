import Decisions
import OpenSSLKit
import Recognition
import Storage
import StrictEncoding

/// What a form of signing says before anybody has typed: today, who signed last, where the numbers have come to.
struct SignerSuggestion {
    /// The position that most bodies' decisions are signed in.
    private static let position = "Bí thư"

    let decisions: DecisionDesk

    func json(_ authority: Authority, for member: StaffMember) async throws -> JSONValue {
        let today = try CalendarDate(inVietnamAt: decisions.tools.clock.now)
        let last = try await decisions.lastNumber(of: authority.name, year: today.year)
        let identity = try await IdentityView(decisions: decisions).json(of: member)
        let value: JSONValue = [
            "date": .string(today.description), "year": .integer(today.year), "last": .integer(last),
            "identity": identity,
        ]
        let signer = try await signer(authority, member)
        return value.adding("signer", .string(signer.name)).adding("position", .string(signer.position))
    }

    /// Who signed this body's last decision, if the certificate is theirs; else whom the certificate names.
    private func signer(
        _ authority: Authority, _ member: StaffMember
    ) async throws -> (name: String, position: String) {
        let name = try await IdentityView(decisions: decisions).certificate(of: member)?.subject.commonName
        let last = try await decisions.register.decisions(DecisionFilter(kind: .recognition))
            .last { decisions.isOf(authority.name, $0.paper) }
        let before = try last.map { try ExactDecision(bytes: $0.statement.bytes).statement.signer }
        if let before, name == nil || before.name == name { return (before.name, before.position) }
        return (name ?? "", name == nil ? "" : Self.position)
    }
}
