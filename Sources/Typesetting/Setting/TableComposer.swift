/// Makes the strips of one table, row by row.
struct TableComposer {
    private let table: Table
    private let composer: Composer

    /// Where the columns begin, and where the last ends; points from the table's left edge.
    private let edges: [Double]

    /// - Parameter width: In points.
    init(_ table: Table, width: Double, composer: Composer) throws(TypesettingError) {
        (self.table, self.composer) = (table, composer)
        let widths = try Extent.widths(of: table.columns.map(\.width), sharing: width)
        edges = widths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    }

    func compose(into sink: (Strip) throws -> Void) throws {
        let header = table.header.isEmpty ? nil : try drawing(of: table.header)
        if let header {
            try sink(strip(header, isFirst: true, isLast: table.rows.isEmpty, allowsBreakAfter: table.rows.isEmpty))
        }
        for (index, row) in table.rows.enumerated() {
            guard row.cells.allSatisfy({ $0.rowSpan == 1 }) else {
                throw TypesettingError.impossibleLayout("row \(index): only header cells span rows")
            }
            var strip = strip(
                try drawing(of: [row]), isFirst: index == 0 && header == nil, isLast: index == table.rows.count - 1)
            strip.runningHeader = header
            try sink(strip)
        }
    }

    private func strip(
        _ drawing: RowsDrawing, isFirst: Bool, isLast: Bool, allowsBreakAfter: Bool = true
    ) -> Strip {
        Strip(
            content: .row(drawing, isFirst: isFirst, isLast: isLast), height: drawing.height,
            allowsBreakAfter: allowsBreakAfter)
    }

    private func drawing(of rows: [TableRow]) throws -> RowsDrawing {
        let cells = try CellGrid(columns: table.columns.count, rows: rows).cells.map(setCell)
        return RowsDrawing(
            cells: cells, minimumHeights: rows.map(\.minimumHeight.pointsFromMillimetres),
            verticalPadding: table.padding.vertical.pointsFromMillimetres, ruled: table.ruled)
    }

    private func setCell(_ placed: PlacedCell) throws -> SetCell {
        let (left, right) = (edges[placed.column], edges[placed.column + placed.cell.columnSpan])
        let padding = table.padding.horizontal.pointsFromMillimetres
        let inside = right - left - 2 * padding
        let stack =
            switch placed.cell.content {
            case .text(let runs):
                try composer.stack(runs, alignment: table.columns[placed.column].alignment, width: inside)
            case .blocks(let blocks): try composer.stack(blocks, width: inside)
            }
        return SetCell(placed, x: left, width: right - left, padding: padding, contents: stack)
    }
}
