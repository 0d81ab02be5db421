/// One voter's card.
public struct AccessSlip: Hashable, Sendable {
    public let name: String

    /// As it is typed: groups of five.
    public let code: String

    /// What its QR code says.
    public let link: String

    public init(name: String, code: String, link: String) {
        self.name = name
        self.code = code
        self.link = link
    }
}
