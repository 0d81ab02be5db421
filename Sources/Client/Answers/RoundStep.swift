import Recognition
import StrictEncoding

/// When a round came into a state.
public struct RoundStep: Hashable, Sendable {
    public let state: RoundState

    /// Seconds since 1970.
    public let at: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        state = try object.member("state").choice()
        at = try object.member("at").integer()
    }
}
