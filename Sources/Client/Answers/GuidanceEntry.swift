public import Recognition
import StrictEncoding

/// A guidance profile that the service has.
public struct GuidanceEntry: Hashable, Sendable {
    public let id: String
    public let title: BilingualText

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        id = try object.member("id").string()
        title = try BilingualText(reading: object.member("title"))
    }
}
