/// One word as pdftotext finds it.
struct Word {
    static var pattern: Regex<(Substring, Substring, Substring, Substring, Substring, Substring)> {
        #/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>/#
    }

    let text: String
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    init?(_ parts: (Substring, Substring, Substring, Substring, Substring, Substring)) {
        guard let left = Double(parts.1), let top = Double(parts.2), let right = Double(parts.3),
            let bottom = Double(parts.4)
        else { return nil }
        (self.left, self.top, self.right, self.bottom, text) = (left, top, right, bottom, String(parts.5))
    }
}
