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
    let actions: DecisionActions

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.put("identity", use: setIdentity)
        staff.post("rounds/:round/decisions", use: issue)
        staff.post("decisions/:digest/seal", use: affixBodySeal)
        staff.post("decisions/:digest/archive", use: archive)
        staff.post("decisions/:digest/annulment", use: annul)
    }

    @Sendable private func setIdentity(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.setIdentity)
        let object = try await request.object(["pkcs12", "password"], limit: Self.identityLimit)
        let password = try object.member("password").keyPassword()
        let certificate = try await actions.setIdentity(
            object.member("pkcs12").bytes(), password: password, by: member)
        return .json([
            "certificate": [
                "subject": .string(certificate.subject.description),
                "notBefore": .integer(Int(certificate.notBefore)), "notAfter": .integer(Int(certificate.notAfter)),
                "fingerprint": .bytes(certificate.fingerprint),
            ]
        ])
    }

    @Sendable private func issue(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.issueDecisions), try context.desk(of: office))
        let object = try await request.object(
            DecisionOrder.members + ["password"],
            optional: DecisionUnits.optionalMembers + DecisionOrder.optionalMembers,
            limit: 1 << 20)
        let units = try DecisionUnits(among: object)
        let entries = try await actions.issue(
            DecisionOrder(among: object), for: units, of: desk, by: member,
            password: object.member("password").keyPassword())
        return .json(["decisions": .array(entries.map(\.receipt))], status: .created)
    }

    @Sendable private func affixBodySeal(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, digest) = (try context.admit(.affixBodySeal), try context.digest())
        let object = try await request.object(["password"])
        let password = try object.member("password").keyPassword()
        let entry = try await actions.affixBodySeal(to: digest, password: password, by: member)
        return .json(entry.receipt)
    }

    @Sendable private func archive(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, digest) = (try context.admit(.archiveDecision), try context.digest())
        return .json(try await actions.archive(digest, by: member).receipt)
    }

    @Sendable private func annul(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, digest) = (try context.admit(.annulDecision), try context.digest())
        let object = try await request.object(
            DecisionOrder.members + ["password", "reason", "body"],
            optional: ["round", "acknowledge"] + DecisionOrder.optionalMembers)
        let ballot = try object.optional("round").map { try RoundID($0.bytes(32)) }
        let entry = try await actions.annul(
            digest, because: object.member("reason").plainText(maximum: AnnulmentStatement.maximumReason),
            DecisionOrder(among: object), body: object.member("body").string(maximum: 100), ballot: ballot,
            acknowledging: object.acknowledgements(), by: member, password: object.member("password").keyPassword())
        return .json(entry.receipt, status: .created)
    }
}
