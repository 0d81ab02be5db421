public import Recognition
import StrictEncoding

/// A precondition of the guidance that a unit does not meet.
public struct UnitFailure: Hashable, Sendable {
    public let precondition: String
    public let messages: BilingualText

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        precondition = try object.member("precondition").string()
        messages = try BilingualText(reading: object.member("messages"))
    }
}
