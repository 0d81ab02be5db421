/// Room that a form keeps for the mark of a digital signature; the typeset document tells where it is by its name.
public struct MarkPlace: Hashable, Sendable {
    public let name: String

    /// In mm, as `height`.
    public let width: Double
    public let height: Double

    /// The signer's, between position and name.
    public static let signature = MarkPlace(name: "signature", width: 65, height: 22)

    /// The body's, left of it.
    public static let seal = MarkPlace(name: "seal", width: 32, height: 30)
}
