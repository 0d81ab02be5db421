import OfficialDocuments

/// As what a decision is signed; the raw value names the signature's field.
///
/// A person signs first and thereby certifies the file, then the body's seal is put to it (03-HD/VPTW of 2021).
public enum SignatureRole: String, CaseIterable, Hashable, Sendable {
    case signer = "Signer"
    case bodySeal = "Seal"

    /// The room that the forms keep for its mark.
    var place: MarkPlace {
        switch self {
        case .signer: .signature
        case .bodySeal: .seal
        }
    }
}
