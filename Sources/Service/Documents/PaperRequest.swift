import Hummingbird
import Recognition
import StrictEncoding

/// What a person says of a paper to be printed that the round does not know.
struct PaperRequest: Sendable {
    /// The paper's own day; today where nil.
    let date: CalendarDate?

    /// "12-TB/ĐU"
    let number: String?
    let signer: Signer?

    /// Where the meeting is held; where the authority's documents are dated, if nil.
    let meetingPlace: String?

    /// The id of the unit whose paper it is.
    let unit: String?

    /// - Throws: `MalformedInput`.
    init(_ query: Parameters) throws {
        func text(_ name: String) throws -> String? {
            guard let value = query[Substring(name)].map(String.init), !value.isEmpty else { return nil }
            return try JSONReader(.string(value), at: name).plainText()
        }
        date = try query["date"].map { try CalendarDate(parsing: String($0)) }
        number = try text("number")
        meetingPlace = try text("place")
        unit = try text("unit")
        let (name, position) = (try text("signer"), try text("position"))
        signer = try name.map { try Signer(name: $0, position: position ?? "Bí thư") }
    }
}
