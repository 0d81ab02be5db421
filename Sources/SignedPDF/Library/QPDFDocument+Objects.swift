import CQPDF
import Glibc

extension QPDFDocument {
    /// The object of that name; null where there is none.
    func object(_ reference: PDFReference) throws(PDFError) -> PDFObject {
        if let known = objects[reference] { return known }
        let value = try withHandle(reference) { handle throws(PDFError) -> PDFObject in try self.value(of: handle) }
        objects[reference] = value
        return value
    }

    /// `value` itself, or the object it refers to.
    func resolve(_ value: PDFObject?) throws(PDFError) -> PDFObject {
        guard case .reference(let reference) = value else { return value ?? .null }
        let target = try object(reference)
        if case .reference = target { throw .malformed("object \(reference.number): a reference to a reference") }
        return target
    }

    /// A stream's bytes as they stand in the file.
    func rawStream(_ reference: PDFReference) throws(PDFError) -> [UInt8] {
        try withHandle(reference) { handle throws(PDFError) in
            try unsafe bytes { unsafe qpdf_oh_get_stream_data(pointer, handle, qpdf_dl_none, nil, $0, $1) }
        }
    }

    func withHandle<Result>(
        _ reference: PDFReference, _ body: (qpdf_oh) throws(PDFError) -> Result
    ) throws(PDFError) -> Result {
        guard let number = CInt(exactly: reference.number), let generation = CInt(exactly: reference.generation) else {
            throw .malformed("there is no object \(reference.number)")
        }
        let handle = unsafe qpdf_get_object_by_id(pointer, number, generation)
        defer { unsafe qpdf_oh_release(pointer, handle) }
        return try body(handle)
    }

    /// An object, or a stream's dictionary, in qpdf's own spelling: one call an object, not one for each of its parts.
    private func text(of handle: qpdf_oh) throws(PDFError) -> (bytes: [UInt8], isStream: Bool) {
        guard unsafe qpdf_oh_is_stream(pointer, handle) != QPDF_FALSE else { return (try spelled(handle), false) }
        let dictionary = unsafe qpdf_oh_get_dict(pointer, handle)
        defer { unsafe qpdf_oh_release(pointer, dictionary) }
        return (try spelled(dictionary), true)
    }

    private func spelled(_ handle: qpdf_oh) throws(PDFError) -> [UInt8] {
        let text = unsafe qpdf_oh_unparse_resolved(pointer, handle).map { text in
            unsafe [UInt8](UnsafeRawBufferPointer(start: text, count: strlen(text)))
        }
        try check()
        return text ?? []
    }

    private func value(of handle: qpdf_oh) throws(PDFError) -> PDFObject {
        let text = try text(of: handle)
        var scanner = PDFScanner(text.bytes)
        let value = try scanner.object()
        guard scanner.position == scanner.end else { throw .malformed("a value that qpdf does not spell out") }
        guard text.isStream else { return value }
        guard let entries = value.dictionary else { throw .malformed("a stream's dictionary") }
        return .stream(entries)
    }

    /// Takes over a buffer that qpdf fills.
    func bytes(
        _ fill: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<Int>) -> CInt
    ) throws(PDFError) -> [UInt8] {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        _ = unsafe fill(&buffer, &count)
        defer { unsafe free(buffer) }
        try check()
        return unsafe [UInt8](UnsafeBufferPointer(start: buffer, count: buffer == nil ? 0 : count))
    }
}
