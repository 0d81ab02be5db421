extension Canvas {
    /// Draws strips in their order, each paragraph and table within its tag.
    func paint(_ placed: [PlacedStrip]) {
        var rest = placed[...]
        while let first = rest.first {
            let lines = rest.prefix { $0.paragraph != nil && $0.paragraph === first.paragraph }
            if let paragraph = first.paragraph {
                paint(paragraph, lines)
            } else {
                paint(first)
            }
            rest = rest.dropFirst(max(lines.count, 1))
        }
    }

    /// What of a paragraph is on one page. Only a paragraph that goes on over the page is cut into spans: text drawn
    /// between two of them, such as a page's number, then belongs to neither.
    private func paint(_ paragraph: SetParagraph, _ placed: ArraySlice<PlacedStrip>) {
        guard let tag = paragraph.tag else { return draw(paragraph, placed) }
        let isWhole = placed.count == paragraph.lastIndex + 1
        if placed.first?.lineIndex == 0 { begin(tag) }
        if isWhole { draw(paragraph, placed) } else { tagged("Span") { draw(paragraph, placed) } }
        if placed.last?.lineIndex == paragraph.lastIndex { end(tag) }
    }

    private func draw(_ paragraph: SetParagraph, _ placed: ArraySlice<PlacedStrip>) {
        for line in placed {
            paragraph.draw(line: line.lineIndex, on: self, x: line.x, y: line.y)
        }
    }

    private func paint(_ placed: PlacedStrip) {
        switch placed.strip.content {
        case .space, .line: break
        case .drawing(let drawing): drawing.draw(on: self, x: placed.x, y: placed.y)
        case .row(let drawing, let isFirst, let isLast):
            if isFirst { begin("Table") }
            drawing.draw(on: self, x: placed.x, y: placed.y)
            if isLast { end("Table") }
        }
    }
}

extension PlacedStrip {
    fileprivate var lineIndex: Int { if case .line(_, let index) = strip.content { index } else { 0 } }
}
