/// How a stretch of a template's text is set off.
struct Emphasis: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let bold = Emphasis(rawValue: 1)
    static let italic = Emphasis(rawValue: 2)
}
