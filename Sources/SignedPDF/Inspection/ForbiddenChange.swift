/// What may not happen to a file after a signature.
public enum ForbiddenChange: Sendable, Hashable, CustomStringConvertible {
    /// `count` bytes behind the last revision.
    case trailingBytes(count: Int)
    /// Bytes of a revision that belong to no object of it.
    case unaccountedBytes(offset: Int)
    /// The cross-references take an object from somewhere else than its revision.
    case objectElsewhere(Int)
    /// An object was removed.
    case objectFreed(Int)
    /// An object was changed that has nothing to do with signatures.
    case objectChanged(Int)
    /// An object was added that nothing permitted leads to.
    case objectAdded(Int)
    /// An object was added that the signed text referred to before it was there.
    case referenceFilled(Int)
    /// An object that was changed serves a second purpose.
    case objectShared(Int)
    /// Another catalog was put in the document's place.
    case catalogReplaced
    /// An entry of the catalog, such as `/Pages`.
    case catalogEntry(String)
    /// An entry of the form, such as `/NeedAppearances`.
    case formEntry(String)
    /// A page that differs in more than added signatures.
    case pageChanged(Int)
    /// Annotations of a page that were changed, or added and are no signatures.
    case annotationsChanged(page: Int)
    /// The document's information, such as `/Title`.
    case informationChanged(String)
    /// What is seen on a page differs outside the places kept for signatures. The rectangle is where, in points from the
    /// upper left corner of the page as it is shown.
    case seen(page: Int, PDFRectangle)
    /// The document's identifier.
    case identifierChanged
    /// A field that is not a proper signature field, with the reason.
    case badField(String, FieldFault)
    /// A field that was there was removed or changed.
    case fieldsChanged
    /// Validation data that was there was removed or changed.
    case validationDataChanged
    /// What programs write as they sign, written after the last signature.
    case unsigned(PermittedChange)
    /// A signature does not allow any change.
    case lockedBySignature(String)

    /// A name that does not change between versions.
    public var code: String {
        switch self {
        case .trailingBytes: "trailing-bytes"
        case .unaccountedBytes: "unaccounted-bytes"
        case .objectElsewhere: "object-elsewhere"
        case .objectFreed: "object-freed"
        case .objectChanged: "object-changed"
        case .objectAdded: "object-added"
        case .referenceFilled: "reference-filled"
        case .objectShared: "object-shared"
        case .catalogReplaced: "catalog-replaced"
        case .catalogEntry: "catalog-entry"
        case .formEntry: "form-entry"
        case .pageChanged: "page-changed"
        case .annotationsChanged: "annotations-changed"
        case .informationChanged: "information-changed"
        case .seen: "seen"
        case .identifierChanged: "identifier-changed"
        case .badField: "bad-field"
        case .fieldsChanged: "fields-changed"
        case .validationDataChanged: "validation-data-changed"
        case .unsigned: "unsigned"
        case .lockedBySignature: "locked-by-signature"
        }
    }
}
