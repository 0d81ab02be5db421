import CPango

/// The one owner of a Cairo surface that writes a PDF to memory, and of the context that draws on it.
@safe final class PDFSurface {
    let context: OpaquePointer
    private let surface: OpaquePointer
    private let output: Output

    private final class Output {
        var bytes: [UInt8] = []
    }

    /// - Parameters:
    ///   - width: Of the first page, in points, as `height`.
    init(width: Double, height: Double) throws(TypesettingError) {
        let output = Output()
        self.output = output
        unsafe surface = try obtain("making a PDF") {
            unsafe cairo_pdf_surface_create_for_stream(
                { sink, data, count in
                    guard let sink = unsafe sink else { return CAIRO_STATUS_WRITE_ERROR }
                    let output = unsafe Unmanaged<Output>.fromOpaque(sink).takeUnretainedValue()
                    unsafe output.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, Unmanaged.passUnretained(output).toOpaque(), width, height)
        }
        unsafe context = cairo_create(surface)
        unsafe cairo_set_source_rgb(context, 0, 0, 0)
    }

    deinit {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    func resize(width: Double, height: Double) { unsafe cairo_pdf_surface_set_size(surface, width, height) }

    func showPage() { unsafe cairo_show_page(context) }

    func setMetadata(_ key: cairo_pdf_metadata_t, _ text: String) {
        unsafe cairo_pdf_surface_set_metadata(surface, key, text)
    }

    /// - Throws: `TypesettingError.library` with Cairo's word for the first thing that went wrong.
    func finish() throws(TypesettingError) -> [UInt8] {
        let drawing = unsafe cairo_status(context)
        unsafe cairo_surface_finish(surface)
        for status in unsafe [drawing, cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw .library(operation: "printing", reason: unsafe String(cString: cairo_status_to_string(status)))
        }
        return output.bytes
    }
}
