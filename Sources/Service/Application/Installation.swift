import Decisions
import OfficialDocuments
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// An open installation: its storage, its keys, its guidance profiles, its trust.
public struct Installation: Sendable {
    let storage: any BallotStorage
    let issuerName: String
    let receiptKey: SigningKey
    let logKey: NoteSigner
    let profiles: [GuidanceProfile]
    let verifier: DecisionVerifier
    let forms: FormLibrary
    let press: DecisionPress
    let signing: DecisionSigning

    /// Nil where the installation is meant in earnest.
    let trial: TrialFolder?

    /// As its operator says that people reach it, for the links of access cards; nil where nothing was said.
    let publicAddress: String?

    /// As browsers reach it.
    let address: String

    /// How strict it is with its staff's accounts.
    let rules: AccountRules

    var register: any Register { storage.register }

    var serviceKeys: ServiceKeys { ServiceKeys(receiptKey: receiptKey.publicKey, logKey: logKey.publicKey) }

    @inline(never)
    func profile(_ id: String) throws(Problem) -> GuidanceProfile {
        guard let profile = profiles.first(where: { $0.id == id }) else {
            throw Problem(
                .draftIncomplete,
                because: BilingualText("máy chủ không có hướng dẫn “\(id)”", "there is no guidance profile \(id)"))
        }
        return profile
    }

    /// Makes a new installation, with its first account, an administrator's.
    /// - Throws: `StorageError`, `Problem`, `MalformedInput` for an issuer's name that cannot stand in a token.
    public static func create(
        _ configuration: ServiceConfiguration, issuer: String, adminName: String, adminPassword: String
    ) async throws {
        guard NoteSigner(name: issuer, seed: [UInt8](repeating: 1, count: 32)) != nil,
            issuer.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw MalformedInput(.wrongValue, at: "issuer", "printable ASCII without spaces and plus signs") }
        try configuration.storage.create()
        let storage = try configuration.storage.open()
        _ = try await storage.register.secret(named: SecretName.issuer) { SecretBytes(copying: Array(issuer.utf8)) }
        let lanes = Lanes(cores: 1)
        _ = try await StaffDesk(
            register: storage.register, lanes: lanes, clock: .system, rules: configuration.rules, issuer: issuer
        ).create(
            name: adminName, displayName: adminName, roles: [.admin], password: adminPassword, noting: nil)
        await lanes.shutDown()
        try storage.close()
    }

    /// Opens an installation, having checked what it rests on.
    /// - Throws: `StorageError`, `MalformedInput` for a bad guidance profile, `CredentialError` for a bad certificate,
    ///   `TemplateFault` for a bad template, `TypesettingError.missingFont`.
    static func open(_ configuration: ServiceConfiguration) async throws -> Installation {
        try await open(configuration, keeping: try configuration.storage.open())
    }

    /// Opens an installation over a storage that is open.
    static func open(
        _ configuration: ServiceConfiguration, keeping storage: any BallotStorage
    ) async throws -> Installation {
        let register = storage.register
        let issuer = try await register.secret(named: SecretName.issuer) { SecretBytes(copying: []) }.unwipedCopy
        let receipt = try await register.secret(named: SecretName.receiptKey) {
            SecretBytes(copying: SigningKey().scalar)
        }
        let log = try await register.secret(named: SecretName.logKey) { try SecretBytes(random: 32) }
        let issuerName = String(decoding: issuer, as: UTF8.self)
        guard let logKey = NoteSigner(name: issuerName, seed: log.unwipedCopy) else {
            throw StorageError(.corrupt, "the installation has no issuer's name: make it with `phieukin init`")
        }
        let forms = try configuration.forms()
        return Installation(
            storage: storage, issuerName: issuerName, receiptKey: try SigningKey(receipt.unwipedCopy), logKey: logKey,
            profiles: try configuration.guidanceProfiles(), verifier: try configuration.verifier(), forms: forms,
            press: DecisionPress(forms: forms, address: configuration.address, logKey: logKey),
            signing: DecisionSigning(typesetter: forms.typesetter), trial: configuration.trial,
            publicAddress: configuration.publicAddress == nil ? nil : configuration.address,
            address: configuration.address, rules: configuration.rules)
    }
}

extension Installation: CustomStringConvertible {
    /// It holds keys: nothing for a log.
    public var description: String { "installation of \(issuerName)" }
}
