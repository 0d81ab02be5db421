public import StrictEncoding

/// The number and symbol of a decision, "12-QĐ/ĐU": numbers run from 01 within a year, the symbol names the body
/// (36-HD/VPTW of 2018).
public struct DecisionNumber: Hashable, Sendable, CustomStringConvertible {
    public static let largest = 99_999

    public let value: Int

    /// "ĐU", "HU", "ĐUK": the body's abbreviation.
    public let body: String

    /// - Throws: `MalformedInput` unless the value is 1 to 99,999 and the body 1 to 20 capital letters, digits or inner
    ///   hyphens.
    public init(_ value: Int, body: String) throws(MalformedInput) {
        guard (1...Self.largest).contains(value) else {
            throw MalformedInput(.outOfRange, at: "", "a decision number of 1 to \(Self.largest)")
        }
        guard Self.isAbbreviation(body) else {
            throw MalformedInput(.wrongValue, at: "", "a body's abbreviation in capitals, such as ĐU")
        }
        self.value = value
        self.body = body
    }

    /// Reads "12-QĐ/ĐU"; a number below ten has one leading zero, so that each has one spelling.
    /// - Throws: `MalformedInput`.
    public init(parsing text: String) throws(MalformedInput) {
        let scalars = text.unicodeScalars
        let digits = scalars.prefix { ("0"..."9").contains($0) }
        guard (2...5).contains(digits.count), let value = Int(String(digits)),
            scalars.dropFirst(digits.count).starts(with: Self.symbol.unicodeScalars)
        else { throw Self.notANumber }
        let body = String(scalars.dropFirst(digits.count + Self.symbol.unicodeScalars.count))
        self = try DecisionNumber(value, body: body)
        guard ExactText(description) == ExactText(text) else { throw Self.notANumber }
    }

    public var description: String { "\(value < 10 ? "0" : "")\(value)\(Self.symbol)\(body)" }

    private static let symbol = "-QĐ/"

    private static var notANumber: MalformedInput {
        MalformedInput(.syntax, at: "", "a decision's number as 12-QĐ/ĐU, or 05-QĐ/ĐU below ten")
    }

    private static func isAbbreviation(_ body: String) -> Bool {
        let scalars = body.unicodeScalars
        return (1...20).contains(scalars.count) && scalars.first != "-" && scalars.last != "-"
            && scalars.allSatisfy { scalar in
                scalar == "-" || ("0"..."9").contains(scalar)
                    || scalar.properties.generalCategory == .uppercaseLetter
            }
    }
}

extension JSONReader {
    /// The value as a `DecisionNumber`.
    /// - Throws: `MalformedInput`.
    public func decisionNumber() throws(MalformedInput) -> DecisionNumber {
        let text = try string(maximum: 100)
        do {
            return try DecisionNumber(parsing: text)
        } catch {
            throw error.inside(place)
        }
    }
}
