import Hummingbird
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// The signer's: the key, the decisions, their annulment.
struct SignerRoutes {
    private static let identityLimit = 2 << 20

    let office: RoundOffice
    let decisions: DecisionDesk
    let journal: Journal

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.put("identity", use: setIdentity)
        staff.post("rounds/:round/decisions", use: issue)
        staff.post("decisions/:digest/annulment", use: annul)
    }

    @Sendable private func setIdentity(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require(.signer)
        let object = try await request.object(["pkcs12", "password"], limit: Self.identityLimit)
        let password = SecretBytes(copying: Array(try object.member("password").string(maximum: 1_000).utf8))
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
            DecisionOrder.members, optional: ["units"] + DecisionOrder.optionalMembers, limit: 1 << 20)
        let entries = try await decisions.issue(
            DecisionOrder(among: object), for: try Self.units(object.optional("units")), of: desk, by: member)
        try await journal.note(member, "decision.issue", "\(entries.count)", round: desk.name)
        let list = entries.map { entry -> JSONValue in
            [
                "digest": .bytes(entry.paper.digest), "number": .string(entry.paper.numberText),
                "unit": .string(entry.claim.unit),
            ]
        }
        return .json(["decisions": .array(list)], status: .created)
    }

    private static func units(_ reader: JSONReader?) throws -> [String]? {
        guard let reader, reader.value != .null else { return nil }
        return try reader.array(maximum: UnitTable.maximumUnits).map { try $0.identifier() }
    }

    @Sendable private func annul(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, digest) = (try context.require(.signer), try context.digest())
        let object = try await request.object(
            DecisionOrder.members + ["reason", "body"], optional: ["round"] + DecisionOrder.optionalMembers)
        let ballot = try object.optional("round").map { try RoundID($0.bytes(32)) }
        let entry = try await decisions.annul(
            digest, because: object.member("reason").plainText(maximum: AnnulmentStatement.maximumReason),
            DecisionOrder(among: object), body: object.member("body").string(maximum: 100), ballot: ballot,
            by: member)
        try await journal.note(member, "decision.annul", entry.paper.numberText, round: entry.claim.round)
        return .json(
            ["digest": .bytes(entry.paper.digest), "number": .string(entry.paper.numberText)], status: .created)
    }
}
