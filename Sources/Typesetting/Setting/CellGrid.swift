/// Finds each cell's column, where cells of the rows above reach down.
struct CellGrid {
    private(set) var cells: [PlacedCell] = []

    /// - Throws: `TypesettingError.impossibleLayout` where cells overlap, reach out of the grid, or leave a hole.
    init(columns: Int, rows: [TableRow]) throws(TypesettingError) {
        // For each column, the first row that is free again.
        var free = [Int](repeating: 0, count: columns)
        for (index, row) in rows.enumerated() {
            for cell in row.cells {
                let column = free.firstIndex { $0 <= index } ?? columns
                try CellGrid.check(cell, at: column, row: index, of: rows.count, free: free)
                for covered in column..<column + cell.columnSpan { free[covered] = index + cell.rowSpan }
                cells.append(PlacedCell(cell: cell, row: index, column: column))
            }
            guard free.allSatisfy({ $0 > index }) else {
                throw .impossibleLayout("row \(index) does not fill the table's \(columns) columns")
            }
        }
    }

    private static func check(
        _ cell: TableCell, at column: Int, row: Int, of rows: Int, free: [Int]
    ) throws(TypesettingError) {
        let fits =
            cell.columnSpan >= 1 && cell.rowSpan >= 1 && cell.columnSpan <= free.count - column
            && cell.rowSpan <= rows - row
        guard fits, free[column..<column + cell.columnSpan].allSatisfy({ $0 <= row }) else {
            throw .impossibleLayout("a cell of row \(row) reaches over the table's edge or another cell")
        }
    }
}

/// A cell and where it begins, counted from 0 in the rows that are set together.
struct PlacedCell {
    let cell: TableCell
    let row: Int
    let column: Int
}
