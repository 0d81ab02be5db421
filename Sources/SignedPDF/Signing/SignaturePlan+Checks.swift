extension SignaturePlan {
    /// - Throws: `PDFError.invalidRequest`.
    func check() throws(PDFError) {
        try Self.check(field, mark?.rectangle ?? .empty)
        guard (1024...1 << 20).contains(capacity) else {
            throw .invalidRequest("room for a signature is 1 KiB to 1 MiB, not \(capacity) bytes")
        }
    }

    static func check(_ field: String, _ rectangle: PDFRectangle) throws(PDFError) {
        guard !field.isEmpty, !field.contains(".") else {
            throw .invalidRequest("a field's name is not empty and has no full stop")
        }
        let numbers = [rectangle.x, rectangle.y, rectangle.width, rectangle.height]
        guard numbers.allSatisfy({ $0.magnitude <= 14_400 }), rectangle.width >= 0, rectangle.height >= 0 else {
            throw .invalidRequest("a rectangle lies within 14,400 points")
        }
    }
}
