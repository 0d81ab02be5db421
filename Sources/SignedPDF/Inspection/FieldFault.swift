/// What is wrong with a field that was added, or signed, after a signature.
public enum FieldFault: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    case notASignatureField = "not-a-signature-field"
    /// An entry that a signature field has no need of, such as an action.
    case strangeEntry = "strange-entry"
    case repeatedName = "repeated-name"
    /// It is seen, and was not there when the document was first signed: it has no place kept for it.
    case outsideKeptPlaces = "outside-kept-places"
    /// Its mark is larger than a sixth of the page.
    case tooLargeOnPage = "too-large-on-page"
    /// What it shows is larger than its rectangle.
    case appearanceTooLarge = "appearance-too-large"
    /// It covers most of an earlier signature's mark.
    case hidesSignature = "hides-signature"
    case badAppearance = "bad-appearance"
    /// It certifies the document, which only the first signature can.
    case certifies

    public var description: String {
        switch self {
        case .notASignatureField: "it is no signature field"
        case .strangeEntry: "it has entries that a signature has no need of"
        case .repeatedName: "another field has its name"
        case .outsideKeptPlaces: "it covers a part of the page that was kept for no signature"
        case .tooLargeOnPage: "its mark is larger than a sixth of the page"
        case .appearanceTooLarge: "what it shows is larger than its rectangle"
        case .hidesSignature: "its mark hides an earlier signature's"
        case .badAppearance: "its appearance cannot be read"
        case .certifies: "only the first signature can certify the document"
        }
    }
}
