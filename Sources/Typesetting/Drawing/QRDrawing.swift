/// A QR code as squares.
struct QRDrawing: Drawing {
    /// ISO/IEC 18004, 5.3.8: the quiet zone, in modules.
    private static let quiet = 4

    private let symbol: QRSymbol
    private let offset: Double
    let height: Double

    init(_ code: QRCode, width: Double) throws(TypesettingError) {
        symbol = try QRSymbol(code.text, side: code.side, quiet: QRDrawing.quiet)
        height = code.side.pointsFromMillimetres
        offset = code.alignment.offset(width - height)
    }

    func draw(on canvas: Canvas, x: Double, y: Double) {
        let module = height / Double(symbol.size + 2 * QRDrawing.quiet)
        let (left, top) = (x + offset + module * Double(QRDrawing.quiet), y + module * Double(QRDrawing.quiet))
        canvas.fill(symbol.isDark, perRow: symbol.size, x: left, y: top, width: module * Double(symbol.size))
    }
}
