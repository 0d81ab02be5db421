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
    let decisions: DecisionDesk
    let journal: Journal

    private var register: any Register { office.tools.register }

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/trial", use: show)
        pages.post("desk/trial", use: begin)
        pages.post("desk/trial/identity", use: setIdentity)
        pages.get("desk/trial/signer.p12", use: signerKey)
    }

    /// - Throws: `Problem.notFound` where the installation is meant in earnest.
    private func trial() throws -> TrialFolder {
        guard let trial = office.tools.installation.trial else { throw Problem(.notFound) }
        return trial
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (trial, member) = (try trial(), try context.require())
        let guide = try await TrialGuide(office: office, decisions: decisions).json(for: member)
        let missing = Role.allCases.filter { !member.roles.contains($0) }
        let data: JSONValue = [
            "guide": guide, "missing": .array(missing.map(\.json)),
            "signerPassword": .string(try trial.signerKey().password), "folder": .string(trial.path),
            "dataFolder": .string(office.tools.folder.layout.root),
            "authority": .string(TrialSample.authority),
        ]
        return try kit.page(
            "trial", title: BilingualText("Dùng thử từ đầu đến cuối", "A trial from beginning to end"), data,
            styles: ["styles/trial.css"], scripts: ["scripts/trial/trial.js"], for: context)
    }

    /// Makes the round with its units and members, and gives the administrator who tries things out all roles.
    @Sendable private func begin(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try trial()
        let member = try context.require(.admin)
        return try await kit.submit(request, context, page: show) { _ in
            let files = try kit.source.files().files
            guard let units = files[TrialSample.units]?.bytes, let voters = files[TrialSample.voters]?.bytes else {
                throw ConfigurationFault("the trial's lists are missing")
            }
            try await register.setRoles(Set(Role.allCases.map(\.rawValue)), of: member.name)
            let year = try CalendarDate(inVietnamAt: office.tools.clock.now).year
            let desk = try await office.create(TrialSample.draft(year: year))
            _ = try await desk.importUnits(units)
            _ = try await desk.importVoters(voters)
            try await journal.note(member, "trial.round", round: desk.name)
            return "/desk/trial"
        }
    }

    /// Saves the newcomer from looking for the trial signer's file.
    @Sendable private func setIdentity(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (trial, member) = (try trial(), try context.require(.signer))
        return try await kit.submit(request, context, page: show) { _ in
            let (pkcs12, password) = try trial.signerKey()
            let certificate = try await decisions.setIdentity(
                pkcs12, password: SecretBytes(copying: Array(password.utf8)), of: member)
            try await journal.note(member, "identity.set", Base64URL.encode(certificate.fingerprint))
            return "/desk/trial#identity"
        }
    }

    @Sendable private func signerKey(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let trial = try trial()
        _ = try context.require(.signer, .admin)
        var response = Response.bytes(try trial.signerKey().pkcs12, type: "application/x-pkcs12")
        response.headers[.contentDisposition] = "attachment; filename=\"nguoi-ky-dung-thu.p12\""
        return response
    }
}
