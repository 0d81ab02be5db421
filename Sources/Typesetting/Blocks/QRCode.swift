/// A QR code (ISO/IEC 18004), drawn as vectors in black on white.
public struct QRCode: Sendable, Hashable {
    public var text: String

    /// The side in mm, with the four modules of quiet zone round the symbol.
    public var side: Double

    public var alignment: Alignment

    public init(text: String, side: Double, alignment: Alignment = .leading) {
        self.text = text
        self.side = side
        self.alignment = alignment
    }
}
