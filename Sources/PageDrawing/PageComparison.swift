/// Holds two files against each other as they are seen: every page of both is drawn, and each pixel compared.
///
/// It takes bytes and gives a value, so that it can run in a process of its own: Poppler reads whatever it is given.
public enum PageComparison {
    /// Most pages that are drawn.
    public static let pageLimit = 500

    /// A part of a page, in points from the upper left corner of the page as it is shown.
    public struct Area: Sendable, Hashable {
        /// Counted from 0.
        public var page: Int
        public var left: Double
        public var top: Double
        public var width: Double
        public var height: Double

        public init(page: Int, left: Double, top: Double, width: Double, height: Double) {
            (self.page, self.left, self.top, self.width, self.height) = (page, left, top, width, height)
        }
    }

    /// The first page that differs, and the part of it that does.
    /// - Parameter areas: are not compared.
    /// - Throws: `DrawingFault`.
    public static func difference(
        _ one: [UInt8], _ other: [UInt8], outside areas: [Area]
    ) throws(DrawingFault) -> Area? {
        guard seesText else { throw .noFonts }
        let (first, second) = (try DrawnFile(one), try DrawnFile(other))
        guard first.pageCount == second.pageCount else { throw .otherPages }
        guard first.pageCount <= pageLimit else { throw .tooLarge }
        for page in 0..<first.pageCount {
            let (before, after) = (try first.draw(page), try second.draw(page))
            if let area = try difference(before, after, page, areas.filter { $0.page == page }) { return area }
        }
        return nil
    }

    private static func difference(
        _ before: Drawing, _ after: Drawing, _ page: Int, _ areas: [Area]
    ) throws(DrawingFault) -> Area? {
        guard before.width == after.width, before.height == after.height else { throw .otherPages }
        var found = PixelBox()
        for row in 0..<before.height {
            let hidden = areas.compactMap { $0.columns(in: row, scale: before.scale) }
            let columns = try before.differences(from: after, in: row)
            found.add(columns.filter { column in !hidden.contains { $0.contains(column) } }, in: row)
        }
        return found.area(on: page, scale: before.scale)
    }
}

/// The smallest upright box around pixels.
private struct PixelBox {
    private var columns: ClosedRange<Int>?
    private var rows: ClosedRange<Int>?

    mutating func add(_ found: [Int], in row: Int) {
        guard let first = found.first, let last = found.last else { return }
        columns = min(columns?.lowerBound ?? first, first)...max(columns?.upperBound ?? last, last)
        rows = (rows?.lowerBound ?? row)...row
    }

    func area(on page: Int, scale: Double) -> PageComparison.Area? {
        guard let columns, let rows else { return nil }
        return PageComparison.Area(
            page: page, left: Double(columns.lowerBound) / scale, top: Double(rows.lowerBound) / scale,
            width: Double(columns.count) / scale, height: Double(rows.count) / scale)
    }
}

extension PageComparison.Area {
    /// The pixels of a row that it covers, wholly or in part.
    fileprivate func columns(in row: Int, scale: Double) -> ClosedRange<Int>? {
        let slack = 1
        let rows = Int(top * scale) - slack...Int(((top + height) * scale).rounded(.up)) + slack
        guard width > 0, height > 0, rows.contains(row) else { return nil }
        return Int(left * scale) - slack...Int(((left + width) * scale).rounded(.up)) + slack
    }
}
