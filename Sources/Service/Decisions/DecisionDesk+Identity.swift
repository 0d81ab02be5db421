import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import Storage

/// Signers' keys.
extension DecisionDesk {
    /// Keeps a signer's key, still under its own password, and wrapped again.
    /// - Throws: `Problem.wrongKeyPassword`, `.untrustedIdentity`.
    func setIdentity(
        _ pkcs12: [UInt8], password: SecretBytes, of member: StaffMember, noting entry: (Certificate) -> JournalEntry
    ) async throws -> Certificate {
        let certificate = try await tools.lanes.papers.run { try Self.identity(pkcs12, password).certificate }
        guard certificate.isForSigning else {
            throw Problem(
                .untrustedIdentity,
                because: BilingualText(
                    "chứng thư số này không dùng để ký văn bản", "the certificate is not one for signing documents"))
        }
        try await register.noting(entry(certificate)).setIdentity(
            SignerIdentity(certificate: certificate.der, pkcs12: SecretBytes(copying: pkcs12)), of: member.name)
        return certificate
    }

    /// - Throws: `Problem.noIdentity`, `.wrongKeyPassword`, `.untrustedIdentity`.
    func identity(of member: StaffMember, password: SecretBytes) async throws -> SigningIdentity {
        guard let kept = try await register.identity(of: member.name) else { throw Problem(.noIdentity) }
        return try await tools.lanes.papers.run { try Self.identity(kept.pkcs12.unwipedCopy, password) }
    }

    private static func identity(_ pkcs12: [UInt8], _ password: SecretBytes) throws(Problem) -> SigningIdentity {
        do {
            return try SigningIdentity(pkcs12: pkcs12, password: password)
        } catch CredentialError.wrongPassword {
            throw Problem(.wrongKeyPassword)
        } catch let error as CredentialError {
            throw Problem(.untrustedIdentity, because: error.text)
        } catch {
            throw Problem(.untrustedIdentity, because: BilingualText("không phải tệp PKCS#12", "not a PKCS#12 file"))
        }
    }
}
