public import Recognition
import StrictEncoding

/// One thing wrong with a table that was sent.
public struct LineFault: Hashable, Sendable {
    /// From 1.
    public let line: Int
    public let code: String
    public let messages: BilingualText

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        line = try object.member("line").integer(in: 0 ... .max)
        code = try object.member("code").string()
        messages = try BilingualText(reading: object.member("messages"))
    }
}
