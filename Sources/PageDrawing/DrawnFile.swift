import CPoppler

/// The one owner of a `PopplerDocument`. One thread at a time.
@safe final class DrawnFile {
    private let document: UnsafeMutableRawPointer
    let pageCount: Int

    /// - Parameter bytes: a PDF; Poppler repairs what it cannot read, so somebody strict should have looked at it before.
    init(_ bytes: [UInt8]) throws(DrawingFault) {
        let data = unsafe g_bytes_new(bytes, gsize(bytes.count))
        defer { unsafe g_bytes_unref(data) }
        var error: UnsafeMutablePointer<GError>?
        defer { unsafe g_clear_error(&error) }
        guard let opened = unsafe poppler_document_new_from_bytes(data, nil, &error) else { throw .unreadable }
        unsafe document = UnsafeMutableRawPointer(opened)
        pageCount = unsafe Int(poppler_document_get_n_pages(opened))
    }

    deinit { unsafe g_object_unref(document) }

    /// A page as it is shown, with its annotations.
    /// - Parameter index: counted from 0.
    func draw(_ index: Int) throws(DrawingFault) -> Drawing {
        guard let page = unsafe poppler_document_get_page(OpaquePointer(document), CInt(clamping: index)) else {
            throw .unreadable
        }
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(page)) }
        var (width, height) = (0.0, 0.0)
        unsafe poppler_page_get_size(page, &width, &height)
        return try unsafe Drawing(width: width, height: height) { context in
            unsafe poppler_page_render(page, context)
        }
    }
}
