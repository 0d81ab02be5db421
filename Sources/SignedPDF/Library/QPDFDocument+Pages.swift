import CQPDF

extension QPDFDocument {
    func pageCount() throws(PDFError) -> Int {
        let count = unsafe qpdf_get_num_pages(pointer)
        try check()
        guard count > 0 else { throw .malformed("there is no page") }
        return Int(count)
    }

    /// - Parameter index: counted from 0.
    func page(_ index: Int) throws(PDFError) -> PDFReference {
        let count = try pageCount()
        guard (0..<count).contains(index) else { throw .noSuchPage(index, count: count) }
        let handle = unsafe qpdf_get_page_n(pointer, index)
        defer { unsafe qpdf_oh_release(pointer, handle) }
        let (number, generation) = unsafe (
            qpdf_oh_get_object_id(pointer, handle), qpdf_oh_get_generation(pointer, handle)
        )
        try check()
        return PDFReference(Int(number), Int(generation))
    }

    func pages() throws(PDFError) -> [PDFReference] {
        var pages: [PDFReference] = []
        for index in 0..<(try pageCount()) { pages.append(try page(index)) }
        return pages
    }

    /// A page's content streams, unpacked and joined. Only for pages of our own making: there is no limit.
    func pageContent(_ page: PDFReference) throws(PDFError) -> [UInt8] {
        try withHandle(page) { handle throws(PDFError) in
            try unsafe bytes { unsafe qpdf_oh_get_page_content_data(pointer, handle, $0, $1) }
        }
    }

    /// An entry of a page, which it may have from the tree above it (ISO 32000-2, 7.7.3.4).
    func inherited(_ key: String, page: PDFReference) throws(PDFError) -> PDFObject {
        var node = try object(page)
        for _ in 0..<PDFLimits.nesting {
            if let value = node.dictionary?[key], value != .null { return try resolve(value) }
            guard let parent = node.dictionary?["Parent"] else { return .null }
            node = try resolve(parent)
        }
        throw .malformed("the page tree has no end")
    }
}
