import Foundation
import OpenSSLKit
public import Recognition

/// What a signature on a decision is worth, which follows from who made it, by the certificate's own words; whether the
/// certificate is to be trusted is another question.
public enum SignatureWeight: String, Hashable, Sendable, CaseIterable {
    /// A person of the body that decided. Without one there is no decision.
    case signer
    /// That body itself.
    case bodySeal = "seal"
    /// Anybody else: named, and neither adds to the paper nor takes from it.
    case stranger

    /// - Parameter text: what the paper decides, and so whose decision it is.
    init(of certificate: Certificate, on text: DecisionText) {
        let subject = certificate.subject
        let (name, body) = (Self.folded(subject.commonName ?? ""), Self.folded(text.authority.name))
        let isOfBody = Self.belongs(subject, to: text.authority.name)
        if name == body, isOfBody {
            self = .bodySeal
        } else if subject.organizations.isEmpty {
            self = name == Self.folded(text.signer.name) ? .signer : .stranger
        } else {
            self = isOfBody ? .signer : .stranger
        }
    }

    /// Whether a certificate's organizations and units, if it names any, have a body among them.
    static func belongs(_ subject: DistinguishedName, to body: String) -> Bool {
        subject.organizations.isEmpty || subject.organizations.map(folded).contains(folded(body))
    }

    /// One spelling for a name in any case, with any spaces, composed or not, its tones on either vowel ("ủy", "uỷ").
    private static func folded(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).map { word in
            let scalars = String(word).decomposedStringWithCanonicalMapping.unicodeScalars
            let ordered = scalars.filter { !tones.contains($0) } + scalars.filter(tones.contains)
            return String(String.UnicodeScalarView(ordered))
        }.joined(separator: " ")
    }

    /// Grave, acute, tilde, hook above and dot below.
    private static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

    /// Whose it is, for a list of signatures.
    public var text: BilingualText {
        switch self {
        case .signer: BilingualText("chữ ký của người ký", "the signer’s signature")
        case .bodySeal: BilingualText("chữ ký số của cơ quan ban hành", "the issuing body’s seal")
        case .stranger:
            BilingualText(
                "chữ ký của nơi khác, không làm tăng giá trị của quyết định",
                "somebody else’s signature, which adds nothing to the decision")
        }
    }
}
