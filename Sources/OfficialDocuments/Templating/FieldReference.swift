/// A field as a template names it. `{unit}` is filled as it is, `{Unit}` with its first letter a capital, `{UNIT}` in
/// capitals.
struct FieldReference: Hashable, Sendable {
    enum Letters: Hashable, Sendable {
        case asGiven, capitalised, capitals
    }

    /// In small letters.
    let name: String
    let letters: Letters

    /// - Returns: nil for anything but ASCII letters, digits and hyphens, or letters of mixed case.
    init?(_ text: String) {
        guard text.allSatisfy({ $0 == "-" || $0.isASCIIAlphanumeric }), let first = text.first, first.isLetter else {
            return nil
        }
        name = text.lowercased()
        let rest = text.dropFirst()
        if text == name {
            letters = .asGiven
        } else if text == name.uppercased() {
            letters = .capitals
        } else if first.isUppercase, rest.lowercased() == rest {
            letters = .capitalised
        } else {
            return nil
        }
    }

    func spelled(_ value: String) -> String {
        switch letters {
        case .asGiven: value
        case .capitalised: value.capitalisedFirst
        case .capitals: value.uppercased()
        }
    }
}

extension Character {
    fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
