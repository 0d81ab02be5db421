extension ForbiddenChange {
    public var description: String {
        switch self {
        case .trailingBytes(let count): "\(count) byte(s) were appended behind the end of the document"
        case .unaccountedBytes(let offset): "bytes that belong to nothing were added at offset \(offset)"
        case .objectElsewhere(let number): "object \(number) was taken from another place in the file"
        case .objectFreed(let number): "object \(number) was removed"
        case .objectChanged(let number): "object \(number) was changed"
        case .objectAdded(let number): "object \(number) was added and belongs to no signature"
        case .referenceFilled(let number): "object \(number) was added where the signed text referred to nothing"
        case .objectShared(let number): "object \(number) was changed and has another use besides"
        case .catalogReplaced: "the document was put in another's place"
        case .catalogEntry(let key): "the catalog's entry \(key) was changed"
        case .formEntry(let key): "the form's entry \(key) was changed"
        case .pageChanged(let page): "page \(page + 1) was changed"
        case .annotationsChanged(let page): "annotations of page \(page + 1) were changed or added"
        case .informationChanged(let key): "the document's information \(key) was changed"
        case .seen(let page, let place):
            "page \(page + 1) shows something else, \(place.inMillimetres.x) mm from its left and "
                + "\(place.inMillimetres.y) mm from its upper edge"
        case .identifierChanged: "the document's identifier was changed"
        case .badField(let name, let fault): "the field \(name.debugDescription) was added or signed: \(fault)"
        case .fieldsChanged: "form fields were changed or removed"
        case .validationDataChanged: "validation data was changed or removed"
        case .unsigned(let change): "after the last signature came something that nobody signed: \(change)"
        case .lockedBySignature(let name): "the signature \(name.debugDescription) allows no change at all"
        }
    }
}
