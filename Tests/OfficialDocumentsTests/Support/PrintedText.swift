/// One stretch of a printed page as poppler reads it back, in points from the page's top left corner.
struct PrintedText {
    let page: Int
    let left: Double
    let top: Double
    let width: Double
    let height: Double

    /// Of the letters.
    let size: Double
    let isBold: Bool
    let isItalic: Bool
    let text: String

    var right: Double { left + width }
    var middle: Double { left + width / 2 }
}
