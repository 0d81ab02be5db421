/// The modules of a QR code (ISO/IEC 18004), for whoever draws it on a screen.
public struct QRMatrix: Sendable, Hashable {
    /// Light modules that must stay free on every side (ISO/IEC 18004, 5.3.8).
    public static let quietZone = 4

    /// Far more than any symbol needs: screens have room, so that level M is taken wherever it holds the text.
    private static let ampleSide = 1_000.0

    /// Modules on a side, without the quiet zone.
    public let size: Int
    private let dark: [Bool]

    /// - Throws: `TypesettingError` for a text that is empty, or longer than 2,953 bytes.
    public init(_ text: String) throws(TypesettingError) {
        let symbol = try QRSymbol(text, side: Self.ampleSide, quiet: Self.quietZone)
        (size, dark) = (symbol.size, symbol.isDark)
    }

    /// Row and column count from 0, from the top left.
    public func isDark(row: Int, column: Int) -> Bool { dark[row * size + column] }
}
