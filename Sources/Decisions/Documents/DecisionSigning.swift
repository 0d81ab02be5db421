import OfficialDocuments
public import OpenSSLKit
import Recognition
public import SignedPDF
public import Typesetting

/// Puts signatures to decisions' files: PAdES, by incremental update, so that the file so far stays as it is.
public struct DecisionSigning: Sendable {
    private static let textSize = 10.0

    private let typesetter: Typesetter

    public init(typesetter: Typesetter) { self.typesetter = typesetter }

    /// The file with all of a signature but its bytes.
    /// - Parameters:
    ///   - name: of the person or body that signs, as its certificate has it.
    ///   - organization: the body that a person signs for.
    ///   - time: in seconds since 1970 (UTC).
    /// - Throws: `PDFError`, `TypesettingError`.
    public func prepare(
        _ pdf: [UInt8], as role: SignatureRole, name: String, organization: String, at time: Int64
    ) throws -> PreparedSignature {
        let mark = SignaturePlan.Mark(
            page: 0, rectangle: .empty, appearance: try appearance(role, name, organization, time))
        let plan = SignaturePlan(
            field: role.rawValue, signerName: name, location: nil, time: time,
            certification: role == .signer ? .onlyFurtherSignatures : nil, mark: mark, capacity: Self.capacity)
        return try PreparedSignature.prepare(pdf, plan: plan, sizeLimit: DecisionDocument.maximumSize)
    }

    /// Room for a signature with its chain and a time stamp.
    private static let capacity = 24 << 10

    /// Prepares and signs.
    /// - Parameter verifier: knows which certificates were revoked.
    /// - Throws: `SigningRefusal` for a certificate that could not be relied on; `PDFError`, `TypesettingError`,
    ///   `OpenSSLError`.
    public func sign(
        _ pdf: [UInt8], as role: SignatureRole, by identity: SigningIdentity, organization: String, at time: Int64,
        trusting verifier: DecisionVerifier
    ) throws -> DetachedDecision {
        try SigningRefusal.check(identity, at: time, trusting: verifier)
        let name = identity.certificate.subject.commonName ?? identity.certificate.subject.description
        let prepared = try prepare(pdf, as: role, name: name, organization: organization, at: time)
        return DetachedDecision(
            prepared: prepared,
            signature: try DetachedSignature.sign(content: prepared.signedBytes, by: identity, as: .pades))
    }

    /// What is seen of a signature: who, for whom, when (03-HD/VPTW of 2021).
    private func appearance(
        _ role: SignatureRole, _ name: String, _ organization: String, _ time: Int64
    ) throws -> [UInt8] {
        let lines =
            switch role {
            case .signer: ["Người ký: \(name)", "Cơ quan: \(organization)"]
            case .seal: ["Cơ quan ký: \(name)"]
            }
        let paragraphs = (lines + ["Thời gian ký: \(LocalTime.stamp(time))"]).map { line in
            Paragraph([Run(line, size: Self.textSize)])
        }
        return try typesetter.mark(
            paragraphs, width: role.place.width, height: role.place.height,
            border: MarkBorder(red: 0.75, green: 0.1, blue: 0.1))
    }
}
