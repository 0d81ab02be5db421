import Hummingbird
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// The signer's: the key, the decisions, their seal, their annulment.
struct SignerRoutes {
    private static let identityLimit = 2 << 20

    let office: RoundOffice
    let decisions: DecisionDesk
    let journal: Journal

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.put("identity", use: setIdentity)
        staff.post("rounds/:round/decisions", use: issue)
        staff.post("decisions/:digest/seal", use: seal)
        staff.post("decisions/:digest/annulment", use: annul)
    }

    @Sendable private func setIdentity(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require(.signer)
        let object = try await request.object(["pkcs12", "password"], limit: Self.identityLimit)
        let password = try object.member("password").keyPassword()
        let certificate = try await decisions.setIdentity(
            object.member("pkcs12").bytes(), password: password, of: member)
        try await journal.note(member, "identity.set", Base64URL.encode(certificate.fingerprint))
        return .json([
            "certificate": [
                "subject": .string(certificate.subject.description),
                "notBefore": .integer(Int(certificate.notBefore)), "notAfter": .integer(Int(certificate.notAfter)),
                "fingerprint": .bytes(certificate.fingerprint),
            ]
        ])
    }

    @Sendable private func issue(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.require(.signer), try context.desk(of: office))
        let object = try await request.object(
            DecisionOrder.members + ["password"],
            optional: DecisionUnits.optionalMembers + DecisionOrder.optionalMembers,
            limit: 1 << 20)
        let units = try DecisionUnits(among: object)
        let entries = try await decisions.issue(
            DecisionOrder(among: object), for: units.ids, together: units.together, of: desk, by: member,
            password: object.member("password").keyPassword())
        try await journal.note(member, "decision.issue", "\(entries.count)", round: desk.name)
        return .json(["decisions": .array(entries.map(\.receipt))], status: .created)
    }

    @Sendable private func seal(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, digest) = (try context.require(.signer), try context.digest())
        let object = try await request.object(["password"])
        let password = try object.member("password").keyPassword()
        let entry = try await decisions.seal(digest, password: password, by: member)
        try await journal.note(member, "decision.seal", entry.paper.numberText, round: entry.paper.round)
        return .json(entry.receipt)
    }

    @Sendable private func annul(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, digest) = (try context.require(.signer), try context.digest())
        let object = try await request.object(
            DecisionOrder.members + ["password", "reason", "body"], optional: ["round"] + DecisionOrder.optionalMembers)
        let ballot = try object.optional("round").map { try RoundID($0.bytes(32)) }
        let entry = try await decisions.annul(
            digest, because: object.member("reason").plainText(maximum: AnnulmentStatement.maximumReason),
            DecisionOrder(among: object), body: object.member("body").string(maximum: 100), ballot: ballot,
            by: member, password: object.member("password").keyPassword())
        try await journal.note(member, "decision.annul", entry.paper.numberText, round: entry.paper.round)
        return .json(entry.receipt, status: .created)
    }
}
