import CPoppler

/// The one owner of a picture: a page in red, green and blue, four bytes a pixel.
@safe final class Drawing {
    /// Most pixels of one picture; a page of A4 has fewer at 100 an inch.
    private static let pixelLimit = 1_200_000.0
    private static let finest = 100.0 / 72
    private static let sizes = 1.0...14_400

    private let surface: OpaquePointer

    let width: Int
    let height: Int
    /// Pixels in a point.
    let scale: Double

    /// - Parameters:
    ///   - width: in points.
    ///   - height: in points.
    init(
        width: Double, height: Double, _ draw: (OpaquePointer) -> Void
    ) throws(DrawingFault) {
        guard Self.sizes.contains(width), Self.sizes.contains(height) else { throw .tooLarge }
        scale = min(Self.finest, (Self.pixelLimit / (width * height)).squareRoot())
        (self.width, self.height) = (Int((width * scale).rounded(.up)), Int((height * scale).rounded(.up)))
        let made = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, CInt(self.width), CInt(self.height))
        guard let made = unsafe made else { throw .noMemory }
        unsafe surface = made
        guard let context = unsafe cairo_create(surface) else { throw .noMemory }
        defer { unsafe cairo_destroy(context) }
        unsafe cairo_set_source_rgb(context, 1, 1, 1)
        unsafe cairo_paint(context)
        unsafe cairo_scale(context, scale, scale)
        unsafe draw(context)
        unsafe cairo_surface_flush(surface)
        guard unsafe cairo_status(context) == CAIRO_STATUS_SUCCESS else { throw .noMemory }
    }

    deinit { unsafe cairo_surface_destroy(surface) }

    /// The columns in which two pictures of one size differ.
    func differences(from other: Drawing, in row: Int) throws(DrawingFault) -> [Int] {
        let (one, other) = try unsafe (self.row(row), other.row(row))
        // The fourth byte of a pixel means nothing.
        return one.indices.filter { unsafe one[$0] << 8 != other[$0] << 8 }
    }

    private func row(_ row: Int) throws(DrawingFault) -> UnsafeBufferPointer<UInt32> {
        guard let start = unsafe cairo_image_surface_get_data(surface) else { throw .noMemory }
        let offset = unsafe row * Int(cairo_image_surface_get_stride(surface))
        let pixels = unsafe UnsafeRawPointer(start + offset).assumingMemoryBound(to: UInt32.self)
        return unsafe UnsafeBufferPointer(start: pixels, count: width)
    }
}

/// Why pages were not drawn.
public enum DrawingFault: String, Error, Sendable, Hashable {
    /// Poppler does not read the file.
    case unreadable
    /// More pages than `PageComparison.pageLimit`, or one without a sensible size.
    case tooLarge = "too-large"
    /// The two files have another number of pages, or pages of another size.
    case otherPages = "other-pages"
    case noMemory = "no-memory"
    /// Text without a font of its own would not be seen.
    case noFonts = "no-fonts"
}
