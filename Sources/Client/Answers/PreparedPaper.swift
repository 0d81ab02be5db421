import StrictEncoding

/// A numbered paper that waits for a signature from outside the service.
public struct PreparedPaper: Hashable, Sendable {
    public let id: Int

    /// "41-QĐ/ĐU"
    public let number: String

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        id = try object.member("id").integer()
        number = try object.member("number").string()
    }
}
