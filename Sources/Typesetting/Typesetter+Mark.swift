import CPango

extension Typesetter {
    /// A page exactly as large as a rectangle, without tags: the visible mark of a signature.
    ///
    /// The text stands in the middle of the height, and shrinks until it fits.
    /// - Parameters:
    ///   - width: In mm, as `height`.
    ///   - border: nil for none.
    /// - Throws: `TypesettingError`, `.tooTall` where the text would have to be less than a tenth of its size.
    public func mark(
        _ paragraphs: [Paragraph], width: Double, height: Double, border: MarkBorder? = nil
    ) throws -> [UInt8] {
        try fonts.withResource { fonts in
            fonts.speak("vi-VN")
            let mark = Mark(
                width: width.pointsFromMillimetres, height: height.pointsFromMillimetres, border: border,
                composer: Composer(fonts: fonts))
            return try mark.print(paragraphs)
        }
    }
}
