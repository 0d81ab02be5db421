import Hummingbird
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// The newcomer's page: makes a trial round, and leads through its life.
struct TrialPages {
    let kit: PageKit
    let office: RoundOffice
    let actions: TrialActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/trial", use: show)
        pages.post("desk/trial", use: begin)
        pages.post("desk/trial/identity", use: setIdentity)
        pages.get("desk/trial/signer.p12", use: signerKey)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, trial) = (try context.admit(.seeTrial), try actions.trial())
        let guide = try await TrialGuide(office: office, decisions: actions.decisions).json(for: member)
        let missing = Role.allCases.filter { !member.roles.contains($0) }
        let data: JSONValue = [
            "guide": guide, "missing": .array(missing.map(\.json)),
            "signerPassword": .string(try trial.signerKey().password), "folder": .string(trial.path),
            "dataFolder": .string(office.tools.storage.place),
            "authority": .string(TrialSample.authority),
        ]
        return try kit.page(
            "trial", title: BilingualText("Dùng thử từ đầu đến cuối", "A trial from beginning to end"), data,
            styles: ["styles/trial.css"], scripts: ["scripts/trial/trial.js"], for: context)
    }

    @Sendable private func begin(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.beginTrial)
        return try await kit.submit(request, context, page: show) { _ in
            let files = try kit.source.files().files
            guard let units = files[TrialSample.units]?.bytes, let voters = files[TrialSample.voters]?.bytes else {
                throw ConfigurationFault("the trial's lists are missing")
            }
            try await actions.begin(units: units, members: voters, by: member)
            return "/desk/trial"
        }
    }

    @Sendable private func setIdentity(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.setIdentity)
        return try await kit.submit(request, context, page: show) { _ in
            try await actions.setIdentity(by: member)
            return "/desk/trial#identity"
        }
    }

    @Sendable private func signerKey(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.fetchTrialKey)
        let trial = try actions.trial()
        var response = Response.bytes(try trial.signerKey().pkcs12, type: "application/x-pkcs12")
        response.headers[.contentDisposition] = "attachment; filename=\"nguoi-ky-dung-thu.p12\""
        return response
    }
}
