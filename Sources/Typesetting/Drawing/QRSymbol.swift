import CQREncode
import Glibc

/// The dark modules of a QR code (ISO/IEC 18004), in byte mode.
struct QRSymbol {
    /// Modules below which cameras of telephones fail on office prints, in mm.
    private static let smallestModule = 0.4

    /// Modules on a side.
    let size: Int

    /// Which modules are dark, row by row.
    let isDark: [Bool]

    /// Level M, or L where M does not hold the text or would make the modules too small.
    /// - Parameters:
    ///   - side: In mm, with `quiet` modules on either side.
    init(_ text: String, side: Double, quiet: Int) throws(TypesettingError) {
        guard side > 0, side.isFinite else { throw .impossibleLayout("a QR code without a side") }
        let enough = Int((side / QRSymbol.smallestModule).clamped(to: 0...1e6)) - 2 * quiet
        if let symbol = try QRSymbol(text, QR_ECLEVEL_M), symbol.size <= enough {
            self = symbol
        } else if let symbol = try QRSymbol(text, QR_ECLEVEL_L) {
            self = symbol
        } else {
            throw .qrTooLong(bytes: text.utf8.count)
        }
    }

    /// nil where the text is too long for the level.
    private init?(_ text: String, _ level: QRecLevel) throws(TypesettingError) {
        let bytes = [UInt8](text.utf8)
        guard !bytes.isEmpty else { throw .impossibleLayout("a QR code without text") }
        guard bytes.count <= 2953 else { return nil }
        guard let code = unsafe QRcode_encodeData(CInt(bytes.count), bytes, 0, level) else {
            guard errno == ERANGE else { throw .library(operation: "making a QR code", reason: "error \(errno)") }
            return nil
        }
        defer { unsafe QRcode_free(code) }
        size = unsafe Int(code.pointee.width)
        let modules = unsafe UnsafeBufferPointer(start: code.pointee.data, count: size * size)
        isDark = unsafe modules.map { $0 & 1 == 1 }
    }
}

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
