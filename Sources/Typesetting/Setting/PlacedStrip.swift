/// A strip, and where its top left corner is on the page, in points from the top left.
struct PlacedStrip {
    let strip: Strip
    let x: Double
    let y: Double

    /// The paragraph that a line belongs to.
    var paragraph: SetParagraph? {
        guard case .line(let paragraph, _) = strip.content else { return nil }
        return paragraph
    }

    func moved(x: Double, y: Double) -> PlacedStrip { PlacedStrip(strip: strip, x: self.x + x, y: self.y + y) }
}
