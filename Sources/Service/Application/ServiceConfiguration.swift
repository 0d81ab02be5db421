import Decisions
import Foundation
import OfficialDocuments
import OpenSSLKit
public import Reader
import Recognition
import Storage
import Typesetting

/// What an operator decides.
public struct ServiceConfiguration: Sendable {
    public var dataFolder: String

    /// Outside the data folder, so that no backup holds both; `master.key` in the folder where nil.
    public var masterKeyFile: String?
    public var host = "127.0.0.1"

    /// 0 takes any free port.
    public var port = 8080

    /// PEM files; without them the service speaks plain HTTP, and only on loopback.
    public var tlsCertificateFile: String?
    public var tlsKeyFile: String?

    /// Plain HTTP beyond loopback: behind a proxy that speaks TLS.
    public var forcePlainHTTP = false

    /// Addresses of proxies through which people come: what is limited by address is not limited for them.
    public var proxies: [String] = []

    /// Every `*.pem` in it is trusted to have signers' certificates under it.
    public var trustedCertificatesFolder: String?

    /// Every `*.json` in it is a guidance profile, besides the bundled ones.
    public var guidanceFolder: String?

    /// As people reach the service, for links in QR codes: "https://phieukin.example"; host and port where nil.
    public var publicAddress: String?

    /// Every `*.json` in it replaces the bundled wording of a form.
    public var templatesFolder: String?

    /// Every `*.crl` in it (DER or PEM) tells which certificates were revoked.
    public var revocationFolder: String?

    /// A time stamp authority (RFC 3161); without one, decisions are signed without time stamps.
    public var timestampURL: String?

    /// Every `*.pem` in it is trusted to have time stamp authorities' certificates under it.
    public var timestampCertificatesFolder: String?

    /// How strict it is with its staff's accounts; strict where nil, but simple in a trial.
    public var accountRules: AccountRules?

    /// Pages, styles and scripts of this folder instead of those built in, read anew for every request: for whoever
    /// works on them.
    public var webFolder: String?

    /// How files from strangers are read, each in a process of its own.
    public var readers = ReaderSettings()

    public init(dataFolder: String) { self.dataFolder = dataFolder }

    var storage: StoragePlace { StoragePlace(folder: dataFolder, masterKeyFile: masterKeyFile) }

    /// Where `phieukin init --trial` made the installation.
    public var trial: TrialFolder? {
        let folder = TrialFolder(in: dataFolder)
        return folder.isThere ? folder : nil
    }

    var rules: AccountRules { accountRules ?? (trial == nil ? .strict : .simple) }

    var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

    /// The bundled profiles, and those of the folder, which may not take a bundled one's id.
    /// - Throws: `ConfigurationFault`, `MalformedInput`.
    func guidanceProfiles() throws -> [GuidanceProfile] {
        var profiles = try GuidanceProfile.bundled()
        for file in try Self.files(in: guidanceFolder, ending: "json") {
            let profile = try GuidanceProfile(parsing: [UInt8](Data(contentsOf: file)))
            guard !profiles.contains(where: { $0.id == profile.id }) else {
                throw ConfigurationFault(
                    "\(file.path(percentEncoded: false)): there is another guidance profile \(profile.id)")
            }
            profiles.append(profile)
        }
        return profiles
    }

    /// - Throws: `ConfigurationFault`, `CredentialError`.
    func verifier() throws -> DecisionVerifier {
        DecisionVerifier(
            anchors: TrustAnchors(try Self.certificates(in: trustedCertificatesFolder)),
            timestampAnchors: TrustAnchors(try Self.certificates(in: timestampCertificatesFolder)),
            revocationLists: try Self.files(in: revocationFolder, ending: "crl").flatMap { file in
                try RevocationList.all(file: [UInt8](Data(contentsOf: file)))
            })
    }

    private static func certificates(in folder: String?) throws -> [Certificate] {
        try files(in: folder, ending: "pem").flatMap { try Certificate.all(pem: [UInt8](Data(contentsOf: $0))) }
    }

    /// The forms in this installation's wording.
    /// - Throws: `TemplateFault`; `TypesettingError.missingFont`.
    func forms() throws -> FormLibrary {
        FormLibrary(
            templates: try templatesFolder.map(TemplateSet.init(overriding:)) ?? .bundled(),
            typesetter: try Typesetter())
    }

    /// Whether people come over TLS, here or at a proxy.
    var isSecure: Bool { tlsCertificateFile != nil || publicAddress?.lowercased().hasPrefix("https://") == true }

    /// Without a slash at its end.
    var address: String {
        let scheme = tlsCertificateFile == nil ? "http" : "https"
        let address = publicAddress ?? "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        return address.hasSuffix("/") ? String(address.dropLast()) : address
    }

    private static func files(in folder: String?, ending: String) throws -> [URL] {
        guard let folder else { return [] }
        do {
            return try FileManager.default
                .contentsOfDirectory(at: URL(filePath: folder), includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == ending }
                .sorted { $0.path(percentEncoded: false) < $1.path(percentEncoded: false) }
        } catch {
            throw ConfigurationFault("\(folder): cannot be read: \(error.localizedDescription)")
        }
    }
}
