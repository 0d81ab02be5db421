import Foundation
import OpenSSLKit
import Service
import StrictEncoding

/// What makes an installation a trial, as files in its folder.
struct TrialInstallation {
    private let folder: TrialFolder
    private let configuration: String
    private let signer: TrialSigner

    /// - Parameter data: the data folder, just made.
    init(_ data: String, _ signer: TrialSigner) {
        folder = TrialFolder(in: data)
        configuration = data + "/config.json"
        self.signer = signer
    }

    /// - Parameters:
    ///   - account: the first account's name.
    ///   - password: and its password, so that `serve` can say it again.
    /// - Throws: `Failure`.
    func write(account: String, password: String) throws {
        try OutputFile.folder(folder.trusted)
        try signer.writeAuthority(to: folder.authority)
        try SecretFile.write(Array("\(signer.password)\n".utf8), to: folder.signerPassword)
        try SecretFile.write(Array("\(account)\n\(password)\n".utf8), to: folder.account)
        let trusted = URL(filePath: folder.trusted).absoluteURL.standardizedFileURL.path(percentEncoded: false)
        let settings: JSONValue = ["trusted": ["certificates": .string(trusted)]]
        try OutputFile.write(settings.encoded(indented: true), to: configuration)
        try SecretFile.write(signer.sealPKCS12, to: folder.seal)
        // Last, as it is what makes the folder a trial.
        try SecretFile.write(signer.pkcs12, to: folder.signer)
    }
}
