/// Puts strips on pages, and draws each page when it is full.
final class Flow {
    private let canvas: Canvas
    private let composer: Composer
    private var setup: PageSetup
    private var page: [PlacedStrip] = []

    /// Points used from the top of the text area.
    private var used = 0.0

    /// Strips that must not be parted, as far as they are known.
    private var pending: [Strip] = []

    init(on canvas: Canvas, setup: PageSetup, composer: Composer) {
        (self.canvas, self.setup, self.composer) = (canvas, setup, composer)
    }

    private var available: Double { setup.textHeight.pointsFromMillimetres + 0.01 }

    func add(_ block: Block) throws {
        if case .pageBreak(let next) = block { return try breakPage(next ?? setup) }
        try composer.compose(block, width: setup.textWidth.pointsFromMillimetres) { strip in
            pending.append(strip)
            if strip.allowsBreakAfter { try settle() }
        }
    }

    /// Ends the document: a document has one page at least.
    func finish() throws {
        try settleEnd()
        if !page.isEmpty || canvas.pageCount == 0 { try endPage() }
    }

    /// A break where nothing has been put on the page yet only changes the setup.
    private func breakPage(_ next: PageSetup) throws {
        try settleEnd()
        if !page.isEmpty { try endPage() }
        setup = next
    }

    private func settleEnd() throws {
        while pending.last?.isSpace == true { pending.removeLast() }
        try settle()
    }

    /// Puts what is pending on this page or the next; where no page holds it, over several.
    private func settle() throws {
        defer { pending = [] }
        guard let first = pending.first(where: { !$0.isSpace }) else { return }
        if !fits(pending) { try turn(to: first) }
        guard !fits(pending) else { return pending.forEach(put) }
        for strip in pending {
            if !fits([strip]) { try turn(to: strip) }
            guard fits([strip]) else { throw tooTall(strip) }
            put(strip)
        }
    }

    private func fits(_ strips: [Strip]) -> Bool {
        let strips = page.isEmpty ? strips.drop { $0.isSpace } : strips[...]
        return used + strips.reduce(0) { $0 + $1.height } <= available
    }

    private func put(_ strip: Strip) {
        guard !page.isEmpty || !strip.isSpace else { return }
        let (left, top) = (setup.margins.left.pointsFromMillimetres, setup.margins.top.pointsFromMillimetres)
        page.append(PlacedStrip(strip: strip, x: left, y: top + used))
        used += strip.height
    }

    private func turn(to strip: Strip) throws {
        guard !page.isEmpty else { return }
        try endPage()
        if let header = strip.runningHeader { put(.drawing(RepeatedDrawing(drawing: header))) }
    }

    private func endPage() throws {
        let size = setup.size
        canvas.beginPage(width: size.width.pointsFromMillimetres, height: size.height.pointsFromMillimetres)
        try drawNumber()
        canvas.paint(page)
        (page, used) = ([], 0)
    }

    private func drawNumber() throws {
        guard case .fromSecondPage(let size) = setup.numbering, canvas.pageCount > 1 else { return }
        let number = try composer.stack(
            [Run(String(canvas.pageCount), size: size)], alignment: .centre,
            width: setup.textWidth.pointsFromMillimetres)
        let top = (setup.margins.top.pointsFromMillimetres - number.height) / 2
        canvas.untagged {
            number.draw(on: canvas, x: setup.margins.left.pointsFromMillimetres, y: top)
        }
    }

    private func tooTall(_ strip: Strip) -> TypesettingError {
        let what =
            switch strip.content {
            case .row: "a table's row"
            case .line: "a line of text"
            default: "a block that cannot be split"
            }
        return .tooTall(
            what: what, height: strip.height.millimetresFromPoints, available: (available - used).millimetresFromPoints)
    }
}
