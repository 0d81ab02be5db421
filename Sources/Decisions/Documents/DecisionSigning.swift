import OfficialDocuments
public import OpenSSLKit
import Recognition
public import SignedPDF
public import Typesetting

/// As what a decision is signed; the raw value names the signature's field.
///
/// A person signs first and thereby certifies the file, then the body's seal is put to it (03-HD/VPTW of 2021).
public enum SignatureRole: String, CaseIterable, Hashable, Sendable {
    case signer = "Signer"
    case bodySeal = "Seal"

    /// Whose signature its place is kept for; anybody else's there is none.
    var weight: SignatureWeight {
        switch self {
        case .signer: .signer
        case .bodySeal: .bodySeal
        }
    }

    /// The room that the forms keep for its mark.
    var place: MarkPlace {
        switch self {
        case .signer: .signature
        case .bodySeal: .seal
        }
    }
}

/// Puts signatures to decisions' files: PAdES, by incremental update, so that the file so far stays as it is.
public struct DecisionSigning: Sendable {
    /// Room for a signature with its chain and a time stamp, in bytes.
    private static let capacity = 24 << 10

    private let marks: SignatureMarks

    public init(typesetter: Typesetter) { marks = SignatureMarks(typesetter: typesetter) }

    /// The file with all of a signature but its bytes.
    /// - Parameters:
    ///   - name: of the person or body that signs, as its certificate has it.
    ///   - organization: the body that decided.
    ///   - time: in seconds since 1970 (UTC).
    /// - Throws: `PDFError`, `TypesettingError`.
    public func prepare(
        _ pdf: [UInt8], as role: SignatureRole, name: String, organization: String, at time: Int64
    ) throws -> PreparedSignature {
        let mark = SignatureMark(role: role, name: name, organization: organization, time: time)
        // The field was reserved with its place; only what is seen there is new.
        let seen = SignaturePlan.Mark(page: 0, rectangle: .empty, appearance: try marks.appearance(of: mark))
        let plan = SignaturePlan(
            field: role.rawValue, signerName: name, time: time,
            certification: role == .signer ? .onlyFurtherSignatures : nil, mark: seen, capacity: Self.capacity)
        return try PreparedSignature.prepare(pdf, plan: plan, sizeLimit: DecisionDocument.maximumSize)
    }

    /// Prepares and signs.
    /// - Parameters:
    ///   - text: what the paper decides, and so who signs it as what.
    ///   - verifier: knows which certificates were revoked.
    /// - Throws: `SigningRefusal` for a certificate that could not be relied on; `PDFError`, `TypesettingError`,
    ///   `OpenSSLError`.
    public func sign(
        _ pdf: [UInt8], as role: SignatureRole, by identity: SigningIdentity, on text: DecisionText, at time: Int64,
        trusting verifier: DecisionVerifier
    ) throws -> DetachedDecision {
        try SigningRefusal.check(identity, as: role, on: text, at: time, trusting: verifier)
        let name = identity.certificate.subject.commonName ?? identity.certificate.subject.description
        let prepared = try prepare(pdf, as: role, name: name, organization: text.authority.name, at: time)
        return DetachedDecision(
            prepared: prepared,
            signature: try DetachedSignature.sign(content: prepared.signedBytes, by: identity, as: .pades))
    }
}

/// A prepared file and the signature that goes into it, still apart, so that a time stamp can be put to the signature.
public struct DetachedDecision: Sendable {
    public let prepared: PreparedSignature

    /// CMS, DER.
    public var signature: [UInt8]

    public init(prepared: PreparedSignature, signature: [UInt8]) {
        (self.prepared, self.signature) = (prepared, signature)
    }

    /// The signed file.
    /// - Throws: `PDFError.signatureTooLarge`.
    public func attached() throws(PDFError) -> [UInt8] { try prepared.attaching(signature) }
}
